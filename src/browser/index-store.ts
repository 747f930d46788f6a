/** The compiled index in storage.local: content scripts read it directly, without waking the worker. */
import { browser } from 'wxt/browser';
import type { LinkRules } from '../core/linking/rules.ts';

export interface StoredIndex {
  /** Key of the release it was built from. */
  readonly release: string;
  /** The index's bytes in base64: one string travels from storage faster than any structure. */
  readonly bytes: string;
  readonly rules: LinkRules;
}

const KEY = 'linkIndex';
/** The key of the stored index's release by itself, so that asking for it does not read the index. */
const RELEASE_KEY = 'linkIndexRelease';

export async function readIndex(): Promise<StoredIndex | null> {
  const stored = await browser.storage.local.get(KEY);
  return (stored[KEY] as StoredIndex | undefined) ?? null;
}

export async function writeIndex(index: StoredIndex): Promise<void> {
  await browser.storage.local.set({ [KEY]: index, [RELEASE_KEY]: index.release });
}

/** Key of the release whose index is stored, or null. */
export async function readIndexRelease(): Promise<string | null> {
  const stored = await browser.storage.local.get(RELEASE_KEY);
  return (stored[RELEASE_KEY] as string | undefined) ?? null;
}

/** Calls back when another release's index has been stored. */
export function onIndexStored(callback: () => void): void {
  browser.storage.onChanged.addListener((changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && KEY in changes) callback();
  });
}
