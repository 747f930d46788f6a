/**
 * The matcher, compiled to WebAssembly (`npm run matcher`): every place in a text where a form of the index stands, in one pass.
 *
 * Naive: try every name at every position; time grows with their product. Idea: a name begins with a word, so find the words
 * while reading, and ask a bit filter whether any form begins with the first letters of such a word. Nearly all words end
 * there. For the rest the forms of the word's bucket are compared unit by unit. Where words have no boundaries (Chinese,
 * Japanese) every pair of units is asked for instead.
 *
 * The text is read piece by piece, and each question is put for a whole piece before the next: a processor guesses the end of
 * a word wrong nearly every time, and a wrong guess costs more than all else that is done for the word. words.ts therefore
 * finds the words without a branch for each, and only those that pass the first filter are ever looked at one by one.
 *
 * Invariants: positions are UTF-16 units; a hit begins where a word begins and ends where one ends; units without meaning
 * (soft hyphens, marks) are skipped inside and left out at the ends; a space of a form equals any run of spaces and dashes
 * that does not cross a paragraph; hits of a piece come before those of the next. Cost: one look at each unit, plus the
 * comparisons.
 * Names that decline: each beginning of four letters and more of a word is looked up among the stems; a form whose word
 * goes on is accepted when what goes on is an ending of the text's language.
 * In languages that write small words onto names (proclitics) a hit may begin within a word, behind such a one.
 * What it does not do: letter case, context, overlaps. choose.ts does.
 *
 * This language is a part of TypeScript with machine numbers (AssemblyScript). Memory is laid out by hand (memory.ts), and
 * core/linking/matcher.ts is the only one that calls it.
 */
import { LONGEST } from './affixes.ts';
import { layAffixes } from './language.ts';
import { fetched, lookUp } from './look-up.ts';
import { FOLD, HITS, INDEX, PIECE } from './memory.ts';
import { lookAtPairs } from './pair-questions.ts';
import { clearKeys, keys } from './questions.ts';
import { runCount } from './runs.ts';
import { setSections } from './sections.ts';
import { addUp, plain, running } from './sums.ts';
import { CJK, IGNORED, JOINING, length, ranOut, SPACE, WORD } from './text.ts';
import { lookAtWords, MIN_REST, MIN_STEM } from './word-questions.ts';
import {
  dropFirstWord,
  firstCounting,
  keepWords,
  openWord,
  readText,
  wordEnd,
  wordStart,
  words,
} from './words.ts';

// Constants that core has as well: a test compares them.
// Imported first: the compiler does not find a file that is only exported from.
export {
  addUp,
  CJK,
  FOLD,
  fetched,
  HITS,
  IGNORED,
  INDEX,
  JOINING,
  LONGEST,
  layAffixes,
  MIN_REST,
  MIN_STEM,
  PIECE,
  plain,
  running,
  SPACE,
  setSections,
  WORD,
};

/** Whether the window before ended within a word that is too long to be a name; whether this one does. */
let isInLongWord: bool = false;
let endsInLongWord: bool = false;

/** A text begins: no word goes on from the one before. */
export function beginText(): void {
  isInLongWord = false;
}

/**
 * Finds names in a window of a text that begins between words, or in a long word that the window before ended in: the UTF-8 between the addresses `from` and `end`, of at most
 * `room` units, which are written from `to` on. Names are looked for that begin before `limit` units: at most PIECE, and fewer
 * than there are unless `isLast` says that the text ends with the window. Hits go to `take`. Returns how many units are done
 * with; 0 when a name may go on behind the window, and more of the text is needed to tell.
 */
export function findNames(from: usize, end: usize, to: usize, room: i32, limit: i32, isLast: bool): i32 {
  readText(from, end, to, room, isLast);
  endsInLongWord = false;
  const start = passLongWord();
  if (start < 0) return length;
  const done = max(start, endOfPiece(limit));
  clearKeys();
  lookAtWords();
  if (runCount() > 0) lookAtPairs(start, min(done, limit));
  if (keys > 0) lookUp();
  // Asked again, with more of the same text: nothing of this counts.
  if (ranOut) return 0;
  isInLongWord = endsInLongWord;
  return done;
}

/** Where reading may begin: behind a word that began before the window. -1 when that goes on behind it. */
function passLongWord(): i32 {
  if (!isInLongWord) return 0;
  const first = firstCounting();
  if (first === openWord || first === length) return -1;
  if (words === 0 || wordStart(0) !== first) return 0;
  const end = wordEnd(0);
  dropFirstWord();
  return end;
}

/** Keeps the words that begin before `limit` and are whole. Returns where the next window is to begin. */
function endOfPiece(limit: i32): i32 {
  let count = words;
  while (count > 0 && wordStart(count - 1) >= limit) count--;
  keepWords(count);
  if (openWord >= 0 && openWord < limit) {
    if (openWord > 0) return openWord;
    // No name is that long: it is passed over.
    endsInLongWord = true;
    return length;
  }
  return max(min(limit, length), count === 0 ? 0 : wordEnd(count - 1));
}
