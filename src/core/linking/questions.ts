/**
 * What is asked of the index about the piece read last: places of the text and the key to be looked for at each, in the
 * order in which they were noted. Noted first and asked together, because a wrongly guessed branch between two questions, and
 * the wait of each for memory, cost more than the questions.
 */
import { filterHash, secondBit } from './hash.ts';
import type { FormIndex } from './index-bytes.ts';
import { PIECE } from './words.ts';

/** Some form is just this; some form goes on behind it. */
export const WHOLE = 1;
export const LONGER = 2;

export class Questions {
  count = 0;
  readonly keys: Int32Array;
  readonly starts: Int32Array;
  /** Where the word ends that the key was made of. */
  readonly ends: Int32Array;
  /** What a filter said of each. */
  readonly answers: Int32Array;

  constructor(size: number) {
    this.keys = new Int32Array(size);
    this.starts = new Int32Array(size);
    this.ends = new Int32Array(size);
    this.answers = new Int32Array(size);
  }

  add(key: number, start: number, end: number): void {
    this.put(key, start, end);
    this.count++;
  }

  /** Writes the next without counting it. */
  put(key: number, start: number, end: number): void {
    const at = this.count;
    this.keys[at] = key;
    this.starts[at] = start;
    this.ends[at] = end;
  }
}

/** Questions that a piece may raise: for each unit at most a beginning that ends there and a rest that begins there, and its words. */
export const MOST = 3 * PIECE;
/** First words that a form goes on behind (first two ideographs), together with the beginning of what goes on. */
export const seconds = new Questions(MOST);
/** What is looked up in the buckets. */
export const keys = new Questions(2 * MOST);

/** Keeps those of the questions about a first and a second word that some form begins with, as keys. */
export function keepSeconds({ seconds: filter, secondMask }: FormIndex): void {
  const { keys: asked, starts, count } = seconds;
  for (let i = 0; i < count; i++) {
    const hash = asked[i] as number;
    const at = filterHash(hash) & secondMask;
    const bits = filter[at >> 5] as number;
    keys.put(hash, starts[i] as number, 0);
    keys.count += (bits >>> at) & (bits >>> secondBit(hash)) & 1;
  }
}
