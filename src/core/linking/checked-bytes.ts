/** What bytes that are used as they lie are checked with before they are. */
import { runSteps } from './steps.ts';

/** Bytes that are not an index, or not one of this layout, or damaged. Says what was expected and what was found. */
export class IndexError extends Error {
  constructor(what: string, expected: number | string, found: number | string) {
    super(`index refused: ${what}: expected ${expected}, found ${found}`);
    this.name = 'IndexError';
  }
}

/** Even, so that a word that alone is changed always changes the checksum: times an even number, plus one, is odd. */
const SPREAD = 0x9e3779b0;

/**
 * Finds damage; it is no signature. A sum of 32-bit words and the sum of its intermediate sums, as Fletcher's (IEEE Trans.
 * Comm. 30, 1982), the fourth word, where the checksum itself stands, counted as zero. Additions only: a page runs this once,
 * before anything is compiled, and products are calls there.
 */
export function checksumOf(bytes: ArrayBuffer): number {
  return runSteps(checksumInSteps(bytes));
}

/** Words between two steps. */
const STEP = 1 << 16;

/** The same, for callers that have other things to do in between. */
export function* checksumInSteps(bytes: ArrayBuffer): Generator<undefined, number> {
  const words = new Int32Array(bytes);
  const { length } = words;
  const sums = { plain: length, running: 0 };
  addUp(sums, words, 0, Math.min(3, length));
  for (let from = 4; from < length; from += STEP) {
    if (from > 4) yield;
    addUp(sums, words, from, Math.min(length, from + STEP));
  }
  return (sums.plain + Math.imul(sums.running, SPREAD)) | 0;
}

interface Sums {
  plain: number;
  /** Of what `plain` was after each word. */
  running: number;
}

/** A function of its own, so that it is compiled after a few calls: one loop over millions of words begins uncompiled. */
function addUp(sums: Sums, words: Int32Array, from: number, to: number): void {
  let { plain, running } = sums;
  let i = from;
  // Four words a turn: counting costs as much as adding while the code is interpreted.
  for (; i + 3 < to; i += 4) {
    const first = (plain + (words[i] as number)) | 0;
    const second = (first + (words[i + 1] as number)) | 0;
    const third = (second + (words[i + 2] as number)) | 0;
    plain = (third + (words[i + 3] as number)) | 0;
    running = (running + first + second + third + plain) | 0;
  }
  for (; i < to; i++) {
    plain = (plain + (words[i] as number)) | 0;
    running = (running + plain) | 0;
  }
  sums.plain = plain;
  sums.running = running;
}
