/** What bytes that are used as they lie are checked with before they are. */
import { once } from '../once/once.ts';
import { createMatcherInstance, growTo, type MatcherInstance } from './matcher-instance.ts';
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
/** The checksum itself stands in the fourth word: what is summed up ends before it and goes on behind it. */
const BEFORE = 12;
const BEHIND = 16;
/** Bytes between two steps. */
const STEP = 1 << 18;

/**
 * Finds damage; it is no signature. A sum of 16-bit half-words and, every eight of them, the sum of its intermediate sums, as
 * Fletcher's (IEEE Trans. Comm. 30, 1982); the place where the checksum itself stands is left out. What it does not see are
 * changes that leave the sums of the first three and of all of such eight as they were. The matcher's compiled half adds up,
 * since a first scan waits for it. Here of bytes that lie in its memory.
 */
export function checksumInMemory(instance: MatcherInstance, at: number, length: number): number {
  const sums = createSums(instance, length);
  sums.addUp(at, at + Math.min(BEFORE, length));
  if (length > BEHIND) sums.addUp(at + BEHIND, at + length);
  return sums.checksum();
}

/** The same of other bytes. */
export function checksumOf(bytes: ArrayBuffer): number {
  return runSteps(checksumInSteps(bytes));
}

/** The same, for callers that have other things to do in between. */
export function* checksumInSteps(bytes: ArrayBuffer): Generator<undefined, number> {
  const { instance, memory } = scratch();
  const all = new Uint8Array(bytes);
  const start = instance.INDEX.value;
  const sums = createSums(instance, all.length);
  const addUp = (from: number, to: number) => {
    memory.set(all.subarray(from, to));
    sums.addUp(start, start + to - from);
  };
  addUp(0, Math.min(BEFORE, all.length));
  for (let from = BEHIND; from < all.length; from += STEP) {
    if (from > BEHIND) yield;
    addUp(from, Math.min(all.length, from + STEP));
  }
  return sums.checksum();
}

const scratch = once(() => {
  const instance = createMatcherInstance({ classify: () => 0, take: () => {} });
  growTo(instance, instance.INDEX.value + STEP);
  return { instance, memory: new Uint8Array(instance.memory.buffer, instance.INDEX.value, STEP) };
});

function createSums(instance: MatcherInstance, length: number) {
  let plain = (length >>> 1) & BITS_24;
  let running = 0;
  return {
    addUp(from: number, end: number) {
      // Others may add up theirs between two steps.
      instance.plain.value = plain;
      instance.running.value = running;
      instance.addUp(from, end);
      plain = instance.plain.value;
      running = instance.running.value;
    },
    checksum: () => (plain + Math.imul(running, SPREAD)) | 0,
  };
}
