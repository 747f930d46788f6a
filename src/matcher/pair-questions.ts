/** Where words have no boundaries (Chinese, Japanese) every pair of units of the piece read last may begin a name. */
import { getInt, setInt } from './arrays.ts';
import { hashStep, longerPairBit, pairHash, wholePairBit } from './hash.ts';
import { PAIR_ANSWERS, PAIR_KEYS, PAIR_STARTS } from './memory.ts';
import { addKey, addSecond, clearSeconds, keepSeconds } from './questions.ts';
import { runCount, runEnd, runStart } from './runs.ts';
import { pairs as pairFilter, pairShift } from './sections.ts';
import { CJK, entryAt, folded, IGNORED, length, SPACE } from './text.ts';

/** Pairs that may begin a name. */
let passed: i32 = 0;

/** Notes the keys of all forms that a pair of units between `from` and `to` may begin. */
export function lookAtPairs(from: i32, to: i32): void {
  const last = min(to, length - 1);
  passed = 0;
  clearSeconds();
  for (let run = 0; run < runCount(); run++) askPairs(max(from, runStart(run)), min(last, runEnd(run, last)));
  noteKeys();
  keepSeconds();
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
