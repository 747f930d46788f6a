/** What bytes that are used as they lie are checked with before they are. */
import { runSteps } from './steps.ts';

/** Bytes that are not an index, or not one of this layout, or damaged. Says what was expected and what was found. */
export class IndexError extends Error {
  constructor(what: string, expected: number | string, found: number | string) {
    super(`index refused: ${what}: expected ${expected}, found ${found}`);
    this.name = 'IndexError';
  }
}

/** FNV-1a over 32-bit words, the fourth, where the checksum itself stands, counted as zero. Finds damage; it is no signature. */
export function checksumOf(bytes: ArrayBuffer): number {
  return runSteps(checksumInSteps(bytes));
}

/** Words between two steps. */
const STEP = 1 << 16;

/** The same, for callers that have other things to do in between. */
export function* checksumInSteps(bytes: ArrayBuffer): Generator<undefined, number> {
  const words = new Int32Array(bytes);
  let hash = 0x811c9dc5;
  for (let from = 0; from < words.length; from += STEP) {
    if (from > 0) yield;
    hash = goOn(hash, words, from, Math.min(words.length, from + STEP));
  }
  return hash | 0;
}

/** A function of its own, so that it is compiled after a few calls: one loop over millions of words begins uncompiled. */
function goOn(before: number, words: Int32Array, from: number, to: number): number {
  let hash = before;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (i === 3 ? 0 : (words[i] as number)), 0x01000193);
  return hash;
}
