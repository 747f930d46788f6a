/**
 * What is asked of the index about the piece read last: places of the text and the key to be looked for at each, in the
 * order in which they were noted. Noted first and asked together, because a wrongly guessed branch between two questions, and
 * the wait of each for memory, cost more than the questions.
 */
import { getInt, setInt } from './arrays.ts';
import { filterHash, secondBit } from './hash.ts';
import { KEY_STARTS, KEYS, SECOND_KEYS, SECOND_STARTS } from './memory.ts';
import { seconds as secondFilter, secondMask } from './sections.ts';

/** What is looked up in the buckets. */
export let keys: i32 = 0;
/** First words that a form goes on behind (first two ideographs), together with the beginning of what goes on. */
let seconds: i32 = 0;

export function clearKeys(): void {
  keys = 0;
}

export function addKey(key: i32, start: i32): void {
  setInt(KEYS, keys, key);
  setInt(KEY_STARTS, keys, start);
  keys++;
}

export function clearSeconds(): void {
  seconds = 0;
}

export function addSecond(key: i32, start: i32): void {
  setInt(SECOND_KEYS, seconds, key);
  setInt(SECOND_STARTS, seconds, start);
  seconds++;
}

/** Keeps those of the questions about a first and a second word that some form begins with, as keys. */
export function keepSeconds(): void {
  let kept = keys;
  for (let i = 0; i < seconds; i++) {
    const hash = getInt(SECOND_KEYS, i);
    const at = filterHash(hash) & secondMask;
    const bits = getInt(secondFilter, at >> 5);
    setInt(KEYS, kept, hash);
    setInt(KEY_STARTS, kept, getInt(SECOND_STARTS, i));
    kept += (bits >>> at) & (bits >>> secondBit(hash)) & 1;
  }
  keys = kept;
}
