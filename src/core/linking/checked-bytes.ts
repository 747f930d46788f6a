/** What bytes that are used as they lie are checked with before they are. */
import { runSteps } from './steps.ts';

/** Bytes that are not an index, or not one of this layout, or damaged. Says what was expected and what was found. */
export class IndexError extends Error {
  constructor(what: string, expected: number | string, found: number | string) {
    super(`index refused: ${what}: expected ${expected}, found ${found}`);
    this.name = 'IndexError';
  }
}

/** Even, so that a half-word that alone is changed always changes the checksum: times an even number, plus one, is odd. */
const SPREAD = 0x9e3779b0;
/** The sums stay below 2^24. */
const BITS_24 = 0xffffff;

/**
 * Finds damage; it is no signature. A sum of 16-bit half-words and, every eight of them, the sum of its intermediate sums, as
 * Fletcher's (IEEE Trans. Comm. 30, 1982); the place where the checksum itself stands (the fourth word) is left out. What it does
 * not see are changes that leave the sums of the first three and of all of such eight as they were. A first scan waits for it, before anything is compiled:
 * numbers above 30 bits would each become an object there, and products calls.
 */
export function checksumOf(bytes: ArrayBuffer): number {
  return runSteps(checksumInSteps(bytes));
}

/** Where what is summed up begins, and half-words between two steps. */
const FIRST = 8;
const STEP = 1 << 17;

/** The same, for callers that have other things to do in between. */
export function* checksumInSteps(bytes: ArrayBuffer): Generator<undefined, number> {
  const halves = new Uint16Array(bytes);
  const { length } = halves;
  const sums = { plain: length & BITS_24, running: 0 };
  addUp(sums, halves, 0, Math.min(FIRST - 2, length));
  for (let from = FIRST; from < length; from += STEP) {
    if (from > FIRST) yield;
    addUp(sums, halves, from, Math.min(length, from + STEP));
  }
  return (sums.plain + Math.imul(sums.running, SPREAD)) | 0;
}

interface Sums {
  plain: number;
  /** Of what `plain` was after each eight. */
  running: number;
}

/** A function of its own, so that it is compiled after a few calls: one loop over millions begins uncompiled. */
function addUp(sums: Sums, halves: Uint16Array, from: number, to: number): void {
  let { plain, running } = sums;
  let i = from;
  // Eight a turn: counting costs as much as adding while the code is interpreted.
  for (; i + 7 < to; i += 8) {
    const first = (halves[i] as number) + (halves[i + 1] as number) + (halves[i + 2] as number);
    const second = (halves[i + 3] as number) + (halves[i + 4] as number) + (halves[i + 5] as number);
    plain = (plain + first + second + (halves[i + 6] as number) + (halves[i + 7] as number)) & BITS_24;
    running = (running + first + plain) & BITS_24;
  }
  for (; i < to; i++) {
    plain = (plain + (halves[i] as number)) & BITS_24;
    running = (running + plain) & BITS_24;
  }
  sums.plain = plain;
  sums.running = running;
}
