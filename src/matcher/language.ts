/** What the text's language writes onto names. */
import { makeTable } from './affixes.ts';
import { AFFIXES, ENDING_LENGTHS } from './memory.ts';
import { units } from './text.ts';
import { readText } from './words.ts';

/** Addresses of tables (affixes.ts); 0 for none. */
export let fullEndings: usize = 0;
/** In place of a dropped last letter. */
export let cutEndings: usize = 0;
/** In place of a dropped -s. */
export let endingsAfterS: usize = 0;
export let proclitics: usize = 0;

/** How many pairs of last letters, and how many last letters, are told apart in ENDING_LENGTHS. */
const PAIRS: i32 = 2048;
const SINGLES: i32 = 256;
const SPACE_UNIT: i32 = 0x20;

/**
 * Makes the tables of a language. The strings are given as findNames is given a text, each with a space behind it: the first
 * `full` units are endings, the next `cut`, and so on. Without any no name may go on, and nothing may stand before one.
 */
export function layAffixes(
  from: usize,
  end: usize,
  to: usize,
  room: i32,
  full: i32,
  cut: i32,
  afterS: i32,
  before: i32,
): void {
  fullEndings = 0;
  proclitics = 0;
  if (from === end) return;
  readText(from, end, to, room, true);
  const cutAt = units + ((<usize>full) << 1);
  const afterSAt = cutAt + ((<usize>cut) << 1);
  const beforeAt = afterSAt + ((<usize>afterS) << 1);
  fullEndings = AFFIXES;
  cutEndings = makeTable(fullEndings, units, cutAt);
  endingsAfterS = makeTable(cutEndings, cutAt, afterSAt);
  const last = makeTable(endingsAfterS, afterSAt, beforeAt);
  // One space is none.
  if (before > 1) {
    proclitics = last;
    makeTable(proclitics, beforeAt, beforeAt + ((<usize>before) << 1));
  }
  noteLengths(units, beforeAt);
}

/** Notes how long endings are, by their last letters. */
function noteLengths(from: usize, end: usize): void {
  for (let at = 0; at < PAIRS + SINGLES; at += 8) store<u64>(ENDING_LENGTHS + <usize>at, 0);
  let letters = 0;
  let beforeLast = 0;
  let last = 0;
  for (let at = from; at < end; at += 2) {
    const unit = <i32>load<u16>(at);
    if (unit !== SPACE_UNIT) {
      letters++;
      beforeLast = last;
      last = unit;
      continue;
    }
    if (letters > 0) {
      const slot = ENDING_LENGTHS + <usize>(letters === 1 ? singleSlot(last) : pairSlot(beforeLast, last));
      store<u8>(slot, <u8>(<i32>load<u8>(slot) | (1 << (letters - 1))));
    }
    letters = 0;
  }
}

/**
 * Which endings a word may have whose last two letters are these, folded: bit 0 for one of one letter, bit 7 for one of
 * eight. Most words have none; a set bit may still be wrong, a bit that is not set never is.
 */
export function endingLengths(beforeLast: i32, last: i32): i32 {
  const pair = <i32>load<u8>(ENDING_LENGTHS + <usize>pairSlot(beforeLast, last));
  return pair | <i32>load<u8>(ENDING_LENGTHS + <usize>singleSlot(last));
}

function pairSlot(beforeLast: i32, last: i32): i32 {
  return (beforeLast * 37 + last) & (PAIRS - 1);
}

function singleSlot(last: i32): i32 {
  return PAIRS + (last & (SINGLES - 1));
}
