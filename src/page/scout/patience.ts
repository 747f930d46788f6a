/** Calling for a script until it has come: what could not be fetched is asked for again, and at last not any more. */

/** Milliseconds until the next try, one after the other. */
const PATIENCE = [500, 2000, 10_000] as const;

export interface Calling {
  /** Calls now, unless a call is under way or was answered. Rejects when the script could not be had. */
  now(): Promise<void>;
  /** The same for nobody who waits: a failure leads to another look, later. */
  quietly(): void;
}

export interface CallingOptions {
  /** Resolves once the script runs. */
  call(): Promise<unknown>;
  /** Time for another look, which calls again if the page is still such a one. */
  again(): void;
  /** The last try has failed. */
  givenUp(): void;
  readonly signal: AbortSignal;
}

export function createCalling({ call, again, givenUp, signal }: CallingOptions): Calling {
  let calling: Promise<void> | null = null;
  let failures = 0;
  const now = (): Promise<void> => {
    calling ??= call().then(
      () => undefined,
      (error: unknown) => {
        calling = null;
        throw error;
      },
    );
    return calling;
  };
  return {
    now,
    quietly: () =>
      void now().catch(() => {
        const wait = PATIENCE[failures++];
        if (wait !== undefined && !signal.aborted) setTimeout(again, wait);
        else givenUp();
      }),
  };
}
