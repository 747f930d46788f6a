/** One run at a time: what is asked for while one is under way is done by the next, and a run can be overtaken. */

export interface Runs<T> {
  /** Resolves with what the last run came to; null when a run that is under way takes it over, or the session ended. */
  start(): Promise<T | null>;
  /** The run that is under way is no longer worth finishing. */
  overtake(): void;
}

/**
 * `next` does what is to be done next; it resolves with null when it was overtaken. `cutOff` hears of a run that did not come
 * to its end, and no other was asked for; or that failed, and half of it may be done.
 */
export function createRuns<T>(
  next: (overtaken: () => boolean) => Promise<T | null>,
  cutOff: (failed: boolean) => void,
  signal: AbortSignal,
): Runs<T> {
  let busy = false;
  let again = false;
  let token = 0;
  return {
    async start() {
      again = true;
      if (busy) return null;
      busy = true;
      try {
        let result: T | null = null;
        while (again && !signal.aborted) {
          again = false;
          const own = token;
          result = await next(() => own !== token || signal.aborted);
          // Overtaken by nothing that wants another run: stopped.
          if (result === null && !again) cutOff(false);
        }
        return signal.aborted ? null : result;
      } catch (error) {
        cutOff(true);
        throw error;
      } finally {
        busy = false;
      }
    },
    overtake() {
      token++;
    },
  };
}
