/** Settings in storage.local: read by pages directly, so that a page waits for no message. */

import { DEFAULT_SETTINGS, parseSettings, type Settings } from '../core/settings/settings.ts';
import { browser } from './page-api.ts';

export const SETTINGS_KEY = 'settings';

/** The settings; defaults where nothing usable is stored. */
export async function readSettings(): Promise<Settings> {
  return parseSettings((await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY]).settings;
}

/** Changes some settings and leaves the others as they are now stored. */
export async function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  const settings = change(await readSettings());
  await browser.storage.local.set({ [SETTINGS_KEY]: settings });
  return settings;
}

/** Calls back with the new settings after each change, until the signal aborts. */
export function onSettingsChanged(callback: (settings: Settings) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && SETTINGS_KEY in changes)
      callback(parseSettings(changes[SETTINGS_KEY]?.newValue).settings);
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}

/** Calls back after each choice of another language, until the signal aborts. */
export function onLanguageChanged(callback: () => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown; oldValue?: unknown }>, area: string) => {
    const change = area === 'local' ? changes[SETTINGS_KEY] : undefined;
    if (change && languageOf(change.newValue) !== languageOf(change.oldValue)) callback();
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}

function languageOf(stored: unknown): unknown {
  return typeof stored === 'object' && stored !== null && 'language' in stored
    ? stored.language
    : DEFAULT_SETTINGS.language;
}
