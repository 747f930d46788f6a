/**
 * What is asked of the index about the piece read last: places of the text and the key to be looked for at each, in the
 * order in which they were noted. Noted first and asked together, because a wrongly guessed branch between two questions, and
 * the wait of each for memory, cost more than the questions.
 */
import { bucketHash } from './hash.ts';
import type { FormIndex } from './index-bytes.ts';
import { PIECE } from './words.ts';

export class Questions {
  count = 0;
  readonly keys: Int32Array;
  readonly starts: Int32Array;
  /** Where the word ends that the key was made of. */
  readonly ends: Int32Array;

  constructor(size: number) {
    this.keys = new Int32Array(size);
    this.starts = new Int32Array(size);
    this.ends = new Int32Array(size);
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
/** First words, or first two ideographs. */
export const firsts = new Questions(MOST);
/** The same together with the beginning of what goes on behind them. */
export const seconds = new Questions(MOST);
/** What is looked up in the buckets. */
export const keys = new Questions(2 * MOST);
/** What the index said to each question that was kept. */
export const answers = new Int32Array(2 * MOST);

/** Asks the filter all questions, and keeps those of which it says one of `wanted`. */
export function keepThoseWith(
  { filter, filterShift }: FormIndex,
  questions: Questions,
  wanted: number,
): void {
  const { keys: asked, starts, ends, count } = questions;
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const key = asked[i] as number;
    const slot = bucketHash(key) >>> filterShift;
    const bits = ((filter[slot >> 3] as number) >> ((slot & 7) << 2)) & wanted;
    asked[kept] = key;
    starts[kept] = starts[i] as number;
    ends[kept] = ends[i] as number;
    answers[kept] = bits;
    kept += (bits | (bits >> 2) | (bits >> 3)) & 1;
  }
  questions.count = kept;
}
