/**
 * Where everything lies in the memory of one matcher, in bytes.
 *
 * There is no heap: every array has its place and its size, and both are constants, so that the compiler writes them into the
 * loops. Behind the arrays lies the index, as its bytes are (core/linking/index-layout.ts), and behind it the text.
 */

/** Units of text whose names are looked for at once: what is written meanwhile stays in the processor's nearest memory. */
export const PIECE: i32 = 4096;
/** Questions that a piece may raise: for each unit at most a beginning that ends there and a rest that begins there, and its words. */
export const MOST: i32 = 3 * PIECE;

const LIST: usize = 4 * <usize>MOST;

/** Per UTF-16 unit its entry of the fold table (core/text/fold.ts); 0 where it has not been asked for yet. */
export const FOLD: usize = 0;
/** Words of a piece that begin like a name: places in the list of words. */
export const PASSED_WORDS: usize = FOLD + 4 * 65536;
/** Runs of units without spaces: where they begin and end. */
export const RUNS: usize = PASSED_WORDS + 4 * <usize>PIECE;
/** Lists of questions: a key, a place, and what else is known, each in an array of its own. */
export const CANDIDATE_KEYS: usize = RUNS + 4 * <usize>PIECE;
export const CANDIDATE_STARTS: usize = CANDIDATE_KEYS + LIST;
export const CANDIDATE_ENDS: usize = CANDIDATE_STARTS + LIST;
export const CANDIDATE_ANSWERS: usize = CANDIDATE_ENDS + LIST;
export const SECOND_KEYS: usize = CANDIDATE_ANSWERS + LIST;
export const SECOND_STARTS: usize = SECOND_KEYS + LIST;
export const PAIR_KEYS: usize = SECOND_STARTS + LIST;
export const PAIR_STARTS: usize = PAIR_KEYS + LIST;
export const PAIR_ANSWERS: usize = PAIR_STARTS + LIST;
export const KEYS: usize = PAIR_ANSWERS + LIST;
export const KEY_STARTS: usize = KEYS + 2 * LIST;
export const KEY_FORMS: usize = KEY_STARTS + 2 * LIST;
export const LIKELY_FORMS: usize = KEY_FORMS + 2 * LIST;
export const LIKELY_STARTS: usize = LIKELY_FORMS + LIST;
/** Hits as triples: start, end, target. */
export const HITS: usize = LIKELY_STARTS + LIST;
/** Which endings a word may have, by its last letters: language.ts. */
export const ENDING_LENGTHS: usize = HITS + 3 * LIST;
/** Endings and proclitics themselves: affixes.ts. */
export const AFFIXES: usize = ENDING_LENGTHS + 4096;
/** Bytes for them. */
export const AFFIXES_SIZE: usize = 65536;
/** How units that stand apart are moved together: utf8.ts. */
export const TOGETHER: usize = AFFIXES + AFFIXES_SIZE;
export const INDEX: usize = TOGETHER + 4096;
