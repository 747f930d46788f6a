/** Which words of the piece read last may be names, begin names, or be names with an ending. */
import { classOf, FOLD_TABLE, IGNORED, JOINING, SPACE, WORD } from '../text/fold.ts';
import { entryAt } from './compare.ts';
import { type EndingSet, endingLengths, MAX_ENDING } from './endings.ts';
import { filterHash, longerBit, secondBit, secondWordHash } from './hash.ts';
import { BEGINNING, type FormIndex, MIN_STEM } from './index-bytes.ts';
import { forEachRest } from './proclitics.ts';
import { keepSeconds, keys, LONGER, MOST, Questions, seconds, WHOLE } from './questions.ts';
import { edges, hashes, PIECE, piece } from './words.ts';

const WORD_BIT = WORD << 16;
const IGNORED_BIT = IGNORED << 16;
const SPACE_BIT = SPACE << 16;
const JOINING_BIT = JOINING << 16;
/** Units that an ending may have together with the ignored ones in it. */
const FURTHEST_ENDING = 2 * MAX_ENDING;

/** Words of the piece that begin like a name: places in the list of words. */
const passedWords = new Int32Array(PIECE);
/** Words that may begin a name: whole, without what may be their endings, and without the proclitics before them. */
const candidates = new Questions(MOST);
/** Words before which more than one unit stands that is part of none, and how many they are. */
export const wideGaps = new Int32Array(PIECE);
export const gaps = { count: 0 };

/** Notes the keys of all forms that the words of the piece may begin. */
export function lookAtWords(index: FormIndex, text: string, endings: EndingSet | null): void {
  const passed = askBeginnings(index);
  candidates.count = 0;
  seconds.count = 0;
  if (passed > 0) noteWords(text, passed, endings);
  if (endings !== null && piece.seen & JOINING_BIT) noteRests(text, endings);
  if (candidates.count > 0) askWords(index);
  if (candidates.count > 0) noteKeys(text);
  keepSeconds(index);
}

/** Asks about the first letters of every word of the piece and notes the words that pass. Returns their number. */
function askBeginnings({ beginnings, beginningMask }: FormIndex): number {
  const { count, seen } = piece;
  // Behind an ignored unit the fifth letter is not the fifth unit: all words of such a piece are looked at.
  const all = seen & IGNORED_BIT ? 1 : 0;
  let passed = 0;
  let wide = 0;
  let before = 0;
  for (let i = 0; i < count; i++) {
    const start = edges[2 * i] as number;
    const end = edges[2 * i + 1] as number;
    wideGaps[wide] = i;
    wide += (before + 1 - start) >>> 31;
    before = end;
    // Without a branch: how many letters there are behind the beginning, if any.
    const more = end - start - BEGINNING;
    const hash = hashes[end - 1 - (more & ~(more >> 31))] as number;
    const at = filterHash(hash) & beginningMask;
    const bits = beginnings[at >> 5] as number;
    passedWords[passed] = i;
    passed += ((bits >>> at) & (bits >>> secondBit(hash)) & 1) | all;
  }
  gaps.count = wide;
  return passed;
}

/** Notes the words that passed, whole and without what may be their endings. */
function noteWords(text: string, passed: number, endings: EndingSet | null): void {
  const { base } = piece;
  for (let i = 0; i < passed; i++) {
    const word = passedWords[i] as number;
    const start = edges[2 * word] as number;
    const end = edges[2 * word + 1] as number;
    candidates.add(hashes[end - 1] as number, base + start, base + end);
    if (endings !== null) noteStems(text, start, end, endings);
  }
}

/** A word that is no name may be a name with an ending: notes its beginnings before what may be one, by its last letters. */
function noteStems(text: string, start: number, end: number, endings: EndingSet): void {
  const { base, seen } = piece;
  if (seen & IGNORED_BIT) {
    noteStemsAmongIgnored(text, start, end);
    return;
  }
  const last = (FOLD_TABLE[text.charCodeAt(base + end - 1)] as number) & 0xffff;
  const before = (FOLD_TABLE[text.charCodeAt(base + end - 2)] as number) & 0xffff;
  let lengths = endingLengths(endings, before, last);
  for (let at = end - 1; lengths !== 0 && at >= start + MIN_STEM; at--, lengths >>>= 1)
    if (lengths & 1) candidates.add(hashes[at - 1] as number, base + start, base + end);
}

/** The same where the last letters may not be the last units: each beginning is noted that is not the whole word. */
function noteStemsAmongIgnored(text: string, start: number, end: number): void {
  const { base } = piece;
  const whole = hashes[end - 1];
  let letters = 0;
  for (let at = start; at < end; at++) {
    if (entryAt(text, base + at) & IGNORED_BIT) continue;
    letters++;
    const hash = hashes[at] as number;
    if (letters >= MIN_STEM && end - at <= FURTHEST_ENDING && hash !== whole)
      candidates.add(hash, base + start, base + end);
  }
}

/** Keeps those candidates that some form is or begins with. */
function askWords({ words, wordMask }: FormIndex): void {
  const { keys: asked, starts, ends, answers, count } = candidates;
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const hash = asked[i] as number;
    const at = filterHash(hash) & wordMask;
    const bits = words[at >> 5] as number;
    const whole = (bits >>> at) & (bits >>> secondBit(hash)) & WHOLE;
    const longer = (bits >>> at) & (bits >>> longerBit(hash)) & 1;
    asked[kept] = hash;
    starts[kept] = starts[i] as number;
    ends[kept] = ends[i] as number;
    answers[kept] = whole | (longer * LONGER);
    kept += whole | longer;
  }
  candidates.count = kept;
}

/** Notes the keys of all forms that the candidates may be or begin. */
function noteKeys(text: string): void {
  const { keys: asked, starts, ends, answers, count } = candidates;
  for (let i = 0; i < count; i++) {
    const hash = asked[i] as number;
    const start = starts[i] as number;
    const bits = answers[i] as number;
    if (bits & WHOLE) keys.add(hash, start, 0);
    if (bits & LONGER) noteSecond(text, hash, start, ends[i] as number);
  }
}

/** Notes what is left of words without the proclitics before it. Fewer than there are units in a piece. */
function noteRests(text: string, { before }: EndingSet): void {
  if (before === null) return;
  const { base, count } = piece;
  let end = 0;
  const note = (at: number, hash: number) => candidates.add(hash, at, end);
  for (let i = 0; i < count; i++) {
    const start = base + (edges[2 * i] as number);
    // No proclitic is of another script, and most words of a mixed page are.
    if ((entryAt(text, start) & JOINING_BIT) === 0) continue;
    end = base + (edges[2 * i + 1] as number);
    forEachRest(text, start, end, before, note);
  }
}

/** Notes the key of forms of several words that begin with the word from `start` to `end`. */
function noteSecond(text: string, hash: number, start: number, end: number): void {
  if (classOf(entryAt(text, end)) !== SPACE) return;
  let at = end;
  let entry = 0;
  do entry = entryAt(text, ++at);
  while (entry & (SPACE_BIT | IGNORED_BIT));
  const first = entry;
  do entry = entryAt(text, ++at);
  while (entry & IGNORED_BIT);
  const second = first & entry & WORD_BIT ? entry & 0xffff : 0;
  seconds.add(secondWordHash(hash, first & 0xffff, second), start, 0);
}
