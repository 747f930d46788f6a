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

/** Milliseconds: what took longer is halved, what took less than 40 % of it doubled. */
export const BESIDE_READERS = 12;
/** For work in tables that no card is read from. It still shares the database's one thread with them. */
export const ALONE = 60;

/**
 * @param most of whatever is counted, at once on the fastest machine
 * @param long milliseconds: BESIDE_READERS or ALONE
 */
export function createPace(
  most: number,
  long: number = BESIDE_READERS,
  now: () => number = () => performance.now(),
): Pace {
  let size = Math.max(1, most >> 2);
  return {
    size: () => size,
    async time(work) {
      const start = now();
      try {
        return await work();
      } finally {
        const took = now() - start;
        if (took > long) size = Math.max(1, size >> 1);
        else if (took < long * 0.4) size = Math.min(most, size * 2);
      }
    },
  };
}
