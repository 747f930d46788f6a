/** The hints of pages with notes, in storage.local: read by pages directly, without waking the worker. */
import { browser } from './page-api.ts';

export const HINTS_KEY = 'noteHints';

export async function readHints(): Promise<string> {
  return ((await browser.storage.local.get(HINTS_KEY))[HINTS_KEY] as string | undefined) ?? '';
}

/** Changes them; one change at a time in this context. */
export function changeHints(change: (hints: string) => string): Promise<void> {
  const work = changing.then(async () => {
    const before = await readHints();
    const after = change(before);
    if (after !== before) await browser.storage.local.set({ [HINTS_KEY]: after });
  });
  changing = work.catch(() => undefined);
  return work;
}

let changing: Promise<void> = Promise.resolve();
