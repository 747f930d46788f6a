/** The script that wants the scout on every page, beside what the manifest says. */
import { browser } from 'wxt/browser';
import { HINTS_KEY } from './note-hints.ts';
import { SETTINGS_KEY } from './settings-store.ts';

const ID = 'everywhere';

export async function isScoutOn(): Promise<boolean> {
  return (await browser.scripting.getRegisteredContentScripts({ ids: [ID] })).length > 0;
}

export async function turnScoutOn(): Promise<void> {
  await browser.scripting.registerContentScripts([
    {
      id: ID,
      js: ['everywhere.js'],
      // Where the manifest's own scripts run.
      matches: browser.runtime.getManifest().content_scripts?.[0]?.matches ?? [],
      runAt: 'document_end',
      allFrames: true,
      matchOriginAsFallback: true,
    },
  ]);
}

export async function turnScoutOff(): Promise<void> {
  await browser.scripting.unregisterContentScripts({ ids: [ID] });
}

/** Calls back when what decides on it has changed: settings, or which pages have notes. */
export function onNeedForScout(callback: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && (SETTINGS_KEY in changes || HINTS_KEY in changes)) callback();
  });
}
