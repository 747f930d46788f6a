/** Where words have no boundaries (Chinese, Japanese) every pair of units of the piece read last may begin a name. */
import { CJK, FOLD_TABLE, foldEntry, IGNORED, SPACE } from '../text/fold.ts';
import { entryAt } from './compare.ts';
import { hashStep, longerPairBit, pairHash, wholePairBit } from './hash.ts';
import type { FormIndex } from './index-bytes.ts';
import { keepSeconds, keys, MOST, Questions, seconds } from './questions.ts';
import { gaps, wideGaps } from './word-questions.ts';
import { edges, piece } from './words.ts';

const CJK_BIT = CJK << 16;
const IGNORED_BIT = IGNORED << 16;
const SPACE_BIT = SPACE << 16;
/** Moves the bit that says "written without spaces" to the lowest place. */
const CJK_SHIFT = 16 + Math.log2(CJK);

/** Pairs that may begin a name. */
const passedPairs = new Questions(MOST);

/** Notes the keys of all forms that a pair of units up to `to` may begin. */
export function lookAtPairs(index: FormIndex, text: string, to: number): void {
  const { base, count } = piece;
  const last = Math.min(to, text.length - 1);
  passedPairs.count = 0;
  seconds.count = 0;
  // Ideographs stand between the words.
  for (let i = 0; i < gaps.count; i++) askGap(index, text, wideGaps[i] as number);
  if (index.mixedPairs > 0) for (let i = 0; i < count; i++) askNarrowGap(index, text, i);
  const behind = count === 0 ? base : base + (edges[2 * count - 1] as number);
  if (last > behind) askPairs(index, text, behind, last);
  noteKeys(text);
  keepSeconds(index);
}

/** Asks about what stands before a word, if that is more than one unit. */
function askGap(index: FormIndex, text: string, word: number): void {
  const { base } = piece;
  const begin = word === 0 ? base : base + (edges[2 * word - 1] as number);
  const end = base + (edges[2 * word] as number);
  // Nearly all gaps of two are a comma and a space.
  if (end - begin > 2 || (entryAt(text, begin) | entryAt(text, begin + 1)) & CJK_BIT)
    askPairs(index, text, begin, end);
}

/** Asks about the only unit before a word, where some form begins with an ideograph and a letter. */
function askNarrowGap(index: FormIndex, text: string, word: number): void {
  const { base } = piece;
  const begin = word === 0 ? base : base + (edges[2 * word - 1] as number);
  const at = base + (edges[2 * word] as number) - 1;
  // A wider gap has been asked about.
  if (at !== begin) return;
  if (entryAt(text, at) & CJK_BIT) askPairs(index, text, at, at + 1);
}

/** Asks the filter about every pair that begins between the two places and notes those that pass. */
function askPairs({ pairs, pairShift }: FormIndex, text: string, begin: number, end: number): void {
  const table = FOLD_TABLE;
  const { keys: noted, starts, answers } = passedPairs;
  let passed = passedPairs.count;
  let next = foldEntry(text.charCodeAt(begin));
  // All units up to there have been read; the one behind them may be new.
  entryAt(text, end);
  for (let at = begin; at < end; at++) {
    const entry = next;
    next = table[text.charCodeAt(at + 1)] as number;
    const pair = pairHash(entry, next & 0xffff);
    const first = pair >>> pairShift;
    const bits = pairs[first >> 5] as number;
    if (((bits >>> first) & (bits >>> pair) & (entry >> CJK_SHIFT) & 1) === 0) continue;
    noted[passed] = pair;
    starts[passed] = at;
    answers[passed++] = bits;
  }
  passedPairs.count = passed;
}

/** Notes the keys of the pairs that passed. */
function noteKeys(text: string): void {
  const { keys: pairs, starts, answers, count } = passedPairs;
  for (let i = 0; i < count; i++) {
    const pair = pairs[i] as number;
    const start = starts[i] as number;
    const bits = answers[i] as number;
    if ((bits >>> wholePairBit(pair)) & 1) keys.add(pair, start, 0);
    if ((bits >>> longerPairBit(pair)) & 1) noteThird(text, pair, start);
  }
}

/** Notes the key of longer forms that begin with the pair at `start`. */
function noteThird(text: string, pair: number, start: number): void {
  let third = start + 2;
  // A space of a form equals a run of them.
  const passedOver = entryAt(text, start + 1) & SPACE_BIT ? IGNORED_BIT | SPACE_BIT : IGNORED_BIT;
  while (entryAt(text, third) & passedOver) third++;
  seconds.add(hashStep(pair, entryAt(text, third) & 0xffff), start, 0);
}
