/** A reader's settings, changed the way the extension's own pages change them. */
import type { Page } from 'puppeteer-core';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings/settings.ts';

/** Stores these settings on top of the defaults. */
export function storeSettings(sender: Page, settings: Partial<Settings>): Promise<void> {
  return sender.evaluate(store, { ...DEFAULT_SETTINGS, ...settings });
}

export function readStoredSettings(sender: Page): Promise<Settings> {
  return sender.evaluate(read);
}

interface StorageApi {
  readonly storage: {
    readonly local: {
      set(items: object): Promise<void>;
      get(key: string): Promise<Record<string, unknown>>;
    };
  };
}

// What follows runs in the extension's page: each function carries everything it needs.

async function store(settings: Settings): Promise<void> {
  const { browser, chrome } = globalThis as { browser?: StorageApi; chrome?: StorageApi };
  await (browser ?? chrome)?.storage.local.set({ settings });
}

async function read(): Promise<Settings> {
  const { browser, chrome } = globalThis as { browser?: StorageApi; chrome?: StorageApi };
  // What the extension itself has stored.
  return (await (browser ?? chrome)?.storage.local.get('settings'))?.settings as Settings;
}
