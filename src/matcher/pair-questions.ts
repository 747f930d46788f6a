/** Where words have no boundaries (Chinese, Japanese) every pair of units of the piece read last may begin a name. */
import { getInt, setInt } from './arrays.ts';
import { hashStep, longerPairBit, pairHash, wholePairBit } from './hash.ts';
import { PAIR_ANSWERS, PAIR_KEYS, PAIR_STARTS, WIDE_GAPS } from './memory.ts';
import { addKey, addSecond, clearSeconds, keepSeconds } from './questions.ts';
import { mixedPairs, pairs as pairFilter, pairShift } from './sections.ts';
import { CJK, entryAt, folded, IGNORED, length, SPACE } from './text.ts';
import { wordEnd, wordStart, words } from './words.ts';

/** Pairs that may begin a name. */
let passed: i32 = 0;

/** Notes the keys of all forms that a pair of units between `from` and `to` may begin. */
export function lookAtPairs(from: i32, to: i32): void {
  const last = min(to, length - 1);
  passed = 0;
  clearSeconds();
  // Ideographs stand between the words.
  const wide = findWideGaps(from);
  for (let i = 0; i < wide; i++) askGap(getInt(WIDE_GAPS, i), from);
  if (mixedPairs > 0) for (let i = 0; i < words; i++) askNarrowGap(i, from);
  const before = gapBefore(words, from);
  if (last > before) askPairs(before, last);
  noteKeys();
  keepSeconds();
}

/** Notes the words before which more than one unit stands, without a branch for each: most have one. Returns their number. */
function findWideGaps(from: i32): i32 {
  let wide = 0;
  let before = from;
  for (let i = 0; i < words; i++) {
    setInt(WIDE_GAPS, wide, i);
    wide += (before + 1 - wordStart(i)) >>> 31;
    before = wordEnd(i);
  }
  return wide;
}

/** Where what stands before a word begins, if the piece begins at `from`. */
function gapBefore(word: i32, from: i32): i32 {
  return word === 0 ? from : wordEnd(word - 1);
}

/** Asks about what stands before a word, if that is more than one unit. */
function askGap(word: i32, from: i32): void {
  const begin = gapBefore(word, from);
  const end = wordStart(word);
  // Nearly all gaps of two are a comma and a space.
  if (end - begin > 2 || (entryAt(begin) | entryAt(begin + 1)) & CJK) askPairs(begin, end);
}

/** Asks about the only unit before a word, where some form begins with an ideograph and a letter. */
function askNarrowGap(word: i32, from: i32): void {
  const at = wordStart(word) - 1;
  // A wider gap has been asked about.
  if (at === gapBefore(word, from) && entryAt(at) & CJK) askPairs(at, at + 1);
}

/** Asks the filter about every pair that begins between the two places and notes those that pass. */
function askPairs(from: i32, to: i32): void {
  const filter = pairFilter;
  const shift = pairShift;
  let noted = passed;
  let place = folded + ((<usize>from) << 1);
  for (let at = from; at < to; at++) {
    // Both units at once, the second above.
    const both = load<i32>(place);
    place += 2;
    const pair = pairHash(both, both >>> 16);
    const first = pair >>> shift;
    const bits = getInt(filter, first >>> 5);
    setInt(PAIR_KEYS, noted, pair);
    setInt(PAIR_STARTS, noted, at);
    setInt(PAIR_ANSWERS, noted, bits);
    noted += (bits >>> first) & (bits >>> pair) & 1;
  }
  passed = noted;
}

/** Notes the keys of the pairs that passed. */
function noteKeys(): void {
  for (let i = 0; i < passed; i++) {
    const pair = getInt(PAIR_KEYS, i);
    const start = getInt(PAIR_STARTS, i);
    const bits = getInt(PAIR_ANSWERS, i);
    if ((entryAt(start) & CJK) === 0) continue;
    if ((bits >>> wholePairBit(pair)) & 1) addKey(pair, start);
    if ((bits >>> longerPairBit(pair)) & 1) noteThird(pair, start);
  }
}

/** Notes the key of longer forms that begin with the pair at `start`. */
function noteThird(pair: i32, start: i32): void {
  let third = start + 2;
  // A space of a form equals a run of them.
  const passedOver = entryAt(start + 1) & SPACE ? IGNORED | SPACE : IGNORED;
  while (entryAt(third) & passedOver) third++;
  addSecond(hashStep(pair, entryAt(third) & 0xffff), start);
}
