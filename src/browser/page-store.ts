/** What every page needs of storage.local, in one reading: each costs a tenth of what the script of every page may take. */
import { DEFAULT_SETTINGS, parseSettings, type Settings } from '../core/settings/settings.ts';
import { HINTS_KEY } from './note-hints.ts';
import { browser } from './page-api.ts';
import { SETTINGS_KEY } from './settings-store.ts';

export interface PageStore {
  /** Defaults where nothing usable is stored. */
  readonly settings: Settings;
  /** Hints of pages with notes; undefined when they could not be read. */
  readonly hints: string | undefined;
}

/** Never rejects: a page is served by the defaults when nothing can be read. */
export async function readPageStore(): Promise<PageStore> {
  try {
    const stored = await browser.storage.local.get([SETTINGS_KEY, HINTS_KEY]);
    return {
      settings: parseSettings(stored[SETTINGS_KEY]).settings,
      hints: (stored[HINTS_KEY] as string | undefined) ?? '',
    };
  } catch {
    // The extension went from under the page in this very moment.
    return { settings: DEFAULT_SETTINGS, hints: undefined };
  }
}
