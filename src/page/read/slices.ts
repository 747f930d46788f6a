/** Long work on the page's main thread, in slices short enough to go unnoticed. */

export interface SliceOptions {
  /** Milliseconds of work after which the page gets its turn. */
  readonly budget?: number;
  /** Milliseconds since some fixed moment. */
  readonly now: () => number;
  /** Resolves once the page had its turn. */
  readonly rest: () => Promise<void>;
  readonly signal?: AbortSignal;
}

/** Half a frame: input and animation that fall due meanwhile are late by less than can be seen. */
const SLICE_MS = 6;

/**
 * Calls `step` until it returns true, resting whenever the budget is used up. Resolves with false when the signal aborts
 * first. A step is never interrupted: it should take a small part of the budget.
 */
export async function inSlices(step: () => boolean, options: SliceOptions): Promise<boolean> {
  const { budget = SLICE_MS, now, rest, signal } = options;
  let end = now() + budget;
  while (!signal?.aborted) {
    if (step()) return true;
    if (now() < end) continue;
    await rest();
    end = now() + budget;
  }
  return false;
}
