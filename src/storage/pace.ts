/**
 * How much of a long piece of database work is done at once. While a transaction writes, a card that is asked for waits for it;
 * many small transactions take longer in all than a few large ones. What is a moment differs twentyfold between machines, so the
 * size follows from how long the last one took.
 */

export interface Pace {
  /** How much to do next, at least 1. */
  size(): number;
  /** Does it, and learns from how long it takes. */
  time<T>(work: () => PromiseLike<T>): Promise<T>;
}

/** Milliseconds: what took longer is halved, what was shorter doubled. */
const LONG = 12;
const SHORT = 5;

/** @param most of whatever is counted, at once on the fastest machine */
export function createPace(most: number, now: () => number = () => performance.now()): Pace {
  let size = Math.max(1, most >> 2);
  return {
    size: () => size,
    async time(work) {
      const start = now();
      try {
        return await work();
      } finally {
        const took = now() - start;
        if (took > LONG) size = Math.max(1, size >> 1);
        else if (took < SHORT) size = Math.min(most, size * 2);
      }
    },
  };
}
