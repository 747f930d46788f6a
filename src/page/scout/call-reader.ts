/** The ways in which the reading script comes into a frame. */

export interface ReaderWays {
  /** Fetched by the frame itself; null where browsers do not gain by it. */
  readonly fetch: (() => Promise<unknown>) | null;
  /** Injected by the worker. */
  inject(): Promise<unknown>;
  /** Tells the worker that a text is to come. */
  prepare(): Promise<unknown>;
}

/** Resolves once the reading script runs; rejects when it came neither way. */
export async function callReader({ fetch, inject, prepare }: ReaderWays): Promise<void> {
  if (fetch) {
    // A worker that sleeps wakes meanwhile. Where it cannot, the text that comes next tells.
    void prepare().catch(() => undefined);
    try {
      await fetch();
      return;
    } catch {
      // Frames without an origin of their own may be refused it, and so is everything while the extension is being exchanged.
    }
  }
  await inject();
}
