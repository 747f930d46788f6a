/**
 * Erasing everything, to its end. It takes several steps, and a worker that is stopped between two of them would leave a
 * reader with the half who was told nothing of it: so the wish is noted first, and the next worker does the rest before
 * anything else.
 */

export interface EraseHost {
  /** Notes that everything is being erased. */
  begin(): Promise<void>;
  isBegun(): Promise<boolean>;
  databases(): Promise<void>;
  /** Everything else, the note with it. */
  storage(): Promise<void>;
}

export interface Eraser {
  erase(): Promise<void>;
  /** Goes on with what an earlier worker began. */
  finish(): Promise<void>;
}

export function createEraser(host: EraseHost): Eraser {
  const erase = async () => {
    await host.databases();
    await host.storage();
  };
  return {
    async erase() {
      // A disk that is full is no reason to keep what is on it.
      await host.begin().catch(() => undefined);
      await erase();
    },
    async finish() {
      if (await host.isBegun()) await erase();
    },
  };
}
