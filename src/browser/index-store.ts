/**
 * Which index is kept in the worker's database, noted in storage.local: the note is written last, so that an index it names
 * is there, and pages hear of it without waking the worker.
 */
import { browser } from './page-api.ts';

const KEY = 'linkIndexRelease';

/** Key of the releases whose index is kept, or null. */
export async function readIndexRelease(): Promise<string | null> {
  const stored = await browser.storage.local.get(KEY);
  return (stored[KEY] as string | undefined) ?? null;
}

export async function writeIndexRelease(release: string): Promise<void> {
  await browser.storage.local.set({ [KEY]: release });
}

/** Calls back when another release's index is kept, until the signal aborts. */
export function onIndexStored(callback: () => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && KEY in changes) callback();
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}
