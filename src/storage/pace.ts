/**
 * How much of a long piece of database work is done at once. While a transaction writes, a card that is asked for waits for it;
 * many small transactions take longer in all than a few large ones. What is a moment differs twentyfold between machines, so the
 * size follows from how long the last one took.
 */

/** Lets other work in between. True when a reader has just asked for something, and may ask again. */
export type Pause = () => Promise<boolean>;

export interface Pace {
  /** How much to do next, at least 1. */
  size(): number;
  /** Does it, and learns from how long it takes. */
  time<T>(work: () => PromiseLike<T>): Promise<T>;
  /** Pauses. While readers ask, pieces are made as short as beside readers, whatever they work on. */
  pause(): Promise<void>;
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
  long: number,
  pause: Pause,
  now: () => number = () => performance.now(),
): Pace {
  let size = Math.max(1, most >> 2);
  let longest = long;
  return {
    size: () => size,
    async time(work) {
      const start = now();
      try {
        return await work();
      } finally {
        const took = now() - start;
        if (took > longest) size = Math.max(1, size >> 1);
        else if (took < longest * 0.4) size = Math.min(most, size * 2);
      }
    },
    async pause() {
      const before = longest;
      longest = (await pause()) ? Math.min(long, BESIDE_READERS) : long;
      // Learning it piece by piece, the next ones would still be as long as when nobody asked.
      if (longest < before) size = Math.max(1, Math.floor((size * longest) / before));
    },
  };
}
