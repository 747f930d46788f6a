/** The browser's locks over all processes of an extension. */
import type { MortalProcess } from './process.ts';

export type Locks = ReturnType<typeof createLocks>;

/** Locks over all processes; one that ends gives its own back. */
export function createLocks() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request(process: MortalProcess, work: () => Promise<unknown>) {
      const before = last;
      let release = (): void => undefined;
      last = new Promise<void>((resolve) => {
        release = resolve;
      });
      process.onEnd(release);
      return process.tracked(async () => {
        await before;
        if (process.isDead) return undefined;
        return Promise.resolve(work()).finally(release);
      });
    },
  };
}
