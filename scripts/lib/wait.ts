/** Waiting for a condition: no fixed sleeps, and a time limit that says what was waited for. */

export interface WaitOptions {
  /** Ends the sentence "waited N s for …". */
  readonly for: string;
  /** Milliseconds; 25 s when left out: a slow machine gets there, and a failure seldom needs all of it. */
  readonly timeout?: number;
  /** Milliseconds between two looks; 100 when left out. */
  readonly polling?: number;
}

/**
 * Asks `probe` until it gives anything but null, undefined or false, and returns that. A probe that throws counts as
 * "not yet"; when the time is over, its last error is the cause.
 */
export async function waitFor<T>(
  probe: () => T | Promise<T>,
  options: WaitOptions,
): Promise<Exclude<T, null | undefined | false>> {
  const { timeout = 25_000, polling = 100 } = options;
  const end = performance.now() + timeout;
  let cause: unknown;
  for (;;) {
    try {
      const value = await within(Promise.resolve(probe()), end - performance.now());
      cause = undefined;
      if (value !== null && value !== undefined && value !== false) {
        return value as Exclude<T, null | undefined | false>;
      }
    } catch (error) {
      cause = error;
    }
    if (performance.now() + polling > end) break;
    await pause(polling);
  }
  const because = cause instanceof Error ? ` (${cause.message})` : '';
  throw new Error(`waited ${timeout / 1000} s for ${options.for}${because}`, { cause });
}

/** Rejects when `promise` takes longer than `milliseconds`: a call into a page that is navigating may never answer. */
async function within<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), Math.max(0, milliseconds));
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
