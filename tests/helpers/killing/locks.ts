/** The browser's locks over all processes of an extension. */
import type { MortalProcess } from './process.ts';

export type Locks = ReturnType<typeof createLocks>;

export type LockWork = () => unknown;

/** Locks over all processes, by name; one that ends gives its own back. Shared ones are held by none but their like, and never wait. */
export function createLocks() {
  const last = new Map<string, Promise<unknown>>();
  return {
    request(
      process: MortalProcess,
      name: string,
      how: LockWork | { readonly mode: 'shared' },
      shared?: LockWork,
    ) {
      if (typeof how !== 'function') return process.tracked(async () => shared?.());
      const before = last.get(name);
      let release = (): void => undefined;
      last.set(
        name,
        new Promise<void>((resolve) => {
          release = resolve;
        }),
      );
      process.onEnd(release);
      return process.tracked(async () => {
        await before;
        if (process.isDead) return undefined;
        return Promise.resolve(how()).finally(release);
      });
    },
  };
}
