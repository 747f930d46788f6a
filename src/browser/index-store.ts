/** The compiled index in storage.local: content scripts read it directly, without waking the worker. */
import { browser } from 'wxt/browser';
import type { LinkRules } from '../core/linking/rules.ts';
import { fromBase64, toBase64 } from './base64.ts';

export interface StoredIndex {
  /** Key of the release it was built from. */
  readonly release: string;
  readonly bytes: ArrayBuffer;
  readonly rules: LinkRules;
}

/** As stored: one string of base64 travels from storage faster than any structure. */
interface IndexRow {
  readonly release: string;
  readonly base64: string;
  readonly rules: LinkRules;
}

const KEY = 'linkIndex';
/** The key of the stored index's release by itself, so that asking for it does not read the index. */
const RELEASE_KEY = 'linkIndexRelease';

export async function readIndex(): Promise<StoredIndex | null> {
  const stored = await browser.storage.local.get(KEY);
  const row = stored[KEY] as IndexRow | undefined;
  return row ? { release: row.release, bytes: fromBase64(row.base64), rules: row.rules } : null;
}

export async function writeIndex({ release, bytes, rules }: StoredIndex): Promise<void> {
  const row: IndexRow = { release, base64: toBase64(bytes), rules };
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
