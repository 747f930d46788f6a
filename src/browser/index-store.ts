/**
 * The compiled index in storage.local: content scripts read it directly, without waking the worker. A large one is not put
 * there (every page would carry it); its row says so, and the worker links for the page.
 */

import { fromBase64, toBase64 } from './base64.ts';
import { browser } from './page-api.ts';

export interface StoredIndex {
  /** Key of the release it was built from. */
  readonly release: string;
  /** Bytes of the forms and of the rules of choosing; null when they are the worker's to keep. */
  readonly bytes: { readonly index: ArrayBuffer; readonly rules: ArrayBuffer } | null;
}

/** As stored: strings of base64 travel from storage faster than any structure. */
interface IndexRow {
  readonly release: string;
  readonly index: string | null;
  readonly rules: string | null;
}

const KEY = 'linkIndex';
/** The key of the stored index's release by itself, so that asking for it does not read the index. */
const RELEASE_KEY = 'linkIndexRelease';

export async function readIndex(): Promise<StoredIndex | null> {
  const stored = await browser.storage.local.get(KEY);
  const row = stored[KEY] as IndexRow | undefined;
  if (!row) return null;
  const { release, index, rules } = row;
  // An earlier version stored other fields: what is not there is built again.
  if (index === undefined || rules === undefined) return null;
  if (index === null || rules === null) return { release, bytes: null };
  return { release, bytes: { index: fromBase64(index), rules: fromBase64(rules) } };
}

export async function writeIndex({ release, bytes }: StoredIndex): Promise<void> {
  const row: IndexRow = {
    release,
    index: bytes && toBase64(bytes.index),
    rules: bytes && toBase64(bytes.rules),
  };
  await browser.storage.local.set({ [KEY]: row, [RELEASE_KEY]: release });
}

/** Key of the release whose index is stored, or null. */
export async function readIndexRelease(): Promise<string | null> {
  const stored = await browser.storage.local.get(RELEASE_KEY);
  return (stored[RELEASE_KEY] as string | undefined) ?? null;
}

/** Calls back when another release's index has been stored, until the signal aborts. */
export function onIndexStored(callback: () => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && KEY in changes) callback();
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}
