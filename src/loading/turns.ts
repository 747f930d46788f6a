/**
 * Turns between what a reader waits for and work that can wait. Work in the background pauses every few milliseconds; a card
 * that is asked for meanwhile is read at once, as if nothing else were going on.
 */

export interface Turns {
  /**
   * Lets everything else that waits have its turn, and waits until no reader waits for anything. Goes on at once when the
   * last pause was a moment ago: it may be called as often as one likes. True when a reader waits, or has asked lately.
   */
  pause(): Promise<boolean>;
  /** Lets whatever waits have its turn, and goes on: for work that a reader waits for. */
  giveWay(): Promise<void>;
  /** Does what a reader waits for. */
  first<T>(work: () => Promise<T>): Promise<T>;
  /** A reader has asked elsewhere, in another thread that shares the machine with this one. */
  askedElsewhere(): void;
}

/** Milliseconds of work between two pauses. */
const SLICE = 5;
/**
 * Milliseconds after a reader's last wish in which most of the time is left to others. The page that asks, the browser that
 * carries the message and the database's own thread need the processor as well: on two cores, messages took 33 ms (nine in
 * ten under 51) to reach a worker that only gave way, and 6 (11) one that rests.
 */
const ATTENTIVE = 500;
/**
 * Milliseconds of rest after each slice meanwhile: twice as long as it. During a large update 99 of 100 cards took at most 40 ms
 * longer than usual when rests were as long as slices, and 30 to 33 with these and shorter pieces (storage/pace.ts).
 */
const REST = 10;
/** A pause ends after so many milliseconds in any case: whoever never stops asking only slows the work down. */
const LONGEST_PAUSE = 100;

export function createTurns(): Turns {
  // Timers will not do for giving way: after a few in a row, browsers make each wait 4 ms.
  const { port1, port2 } = new MessageChannel();
  const giving: (() => void)[] = [];
  port1.onmessage = () => giving.shift()?.();
  const giveWay = () =>
    new Promise<void>((resolve) => {
      giving.push(resolve);
      port2.postMessage(null);
    });
  let readers = 0;
  let asked = Number.NEGATIVE_INFINITY;
  let worked = performance.now();
  const waiting = new Set<() => void>();
  const noReader = () =>
    new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, LONGEST_PAUSE);
      waiting.add(done);
    });
  const isAsked = () => readers > 0 || performance.now() - asked < ATTENTIVE;
  return {
    giveWay,
    async pause() {
      const start = performance.now();
      if (start - worked < SLICE) return isAsked();
      const end = start + LONGEST_PAUSE;
      await giveWay();
      if (isAsked()) await rest(REST);
      while (readers > 0 && performance.now() < end) {
        await noReader();
        // One card often comes after another.
        await giveWay();
      }
      worked = performance.now();
      return isAsked();
    },
    async first(work) {
      readers++;
      try {
        return await work();
      } finally {
        readers--;
        asked = performance.now();
        if (readers === 0) for (const done of [...waiting]) done();
      }
    },
    askedElsewhere() {
      asked = performance.now();
    },
  };
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
