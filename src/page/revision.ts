/**
 * Tells the side panel when what it shows of the page is no longer so. The panel asks and the page answers late, once
 * something has changed: pages that no panel is looking at send nothing, and pay nothing.
 */

export interface Revision {
  /** Rises with every change that a report would show. */
  now(): number;
  /** Resolves with the new revision once it is another than `seen`, or with the same after a while: then ask again. */
  changedFrom(seen: number): Promise<number>;
}

/** Milliseconds between two looks, and until an answer is given in any case (a caller waits 10 s). */
const POLLING = 300;
const LONGEST = 7_000;

/** `parts` gives what a report is made of; a change is another identity of any of them. Counting begins with `first`. */
export function createRevision(parts: () => readonly unknown[], signal: AbortSignal, first = 0): Revision {
  let last = parts();
  let revision = first;
  const now = () => {
    const current = parts();
    if (current.some((part, i) => part !== last[i])) revision++;
    last = current;
    return revision;
  };
  return {
    now,
    async changedFrom(seen) {
      const end = performance.now() + LONGEST;
      while (now() === seen && performance.now() < end && !signal.aborted)
        await new Promise((resolve) => setTimeout(resolve, POLLING));
      return now();
    },
  };
}
