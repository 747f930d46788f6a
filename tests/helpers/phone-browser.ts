/** The interfaces that Firefox for Android gives an extension, as far as ours uses them, and nothing else. */
import { vi } from 'vitest';

type Listener = (...values: unknown[]) => unknown;

function anEvent() {
  const listeners = new Set<Listener>();
  return {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
    /** Calls all that listen. */
    fire: (...values: unknown[]) => [...listeners].map((listener) => listener(...values)),
  };
}

/** A new browser without windows, menus, commands and panels. */
export function aPhoneBrowser() {
  const stored = new Map<string, unknown>();
  const storageChanged = anEvent();
  return {
    runtime: {
      id: 'sidelight@sidelight.example',
      getURL: (path: string) => `moz-extension://phone${path}`,
      getManifest: () => ({ version: '1.0.0' }),
      getPlatformInfo: async () => ({ os: 'android' }),
      onMessage: anEvent(),
      onInstalled: anEvent(),
      onStartup: anEvent(),
    },
    storage: {
      local: {
        get: async (keys: string | string[]) =>
          Object.fromEntries(
            [keys].flat().flatMap((key) => (stored.has(key) ? [[key, stored.get(key)]] : [])),
          ),
        set: async (values: Record<string, unknown>) => {
          for (const [key, value] of Object.entries(values)) stored.set(key, value);
          storageChanged.fire(
            Object.fromEntries(Object.entries(values).map(([key, newValue]) => [key, { newValue }])),
            'local',
          );
        },
        clear: async () => stored.clear(),
      },
      onChanged: storageChanged,
    },
    alarms: {
      get: async () => undefined,
      onAlarm: anEvent(),
      create: async () => undefined,
      clear: async () => true,
    },
    permissions: { contains: async () => true, onAdded: anEvent(), onRemoved: anEvent() },
    scripting: {
      insertCSS: async () => undefined,
      executeScript: async () => [],
      getRegisteredContentScripts: async () => [],
    },
    action: {
      setBadgeText: async () => undefined,
      setTitle: async () => undefined,
      setBadgeBackgroundColor: async () => undefined,
    },
    i18n: { getUILanguage: () => 'en' },
    tabs: {
      get: async (id: number) => ({ id, windowId: 1 }),
      query: vi.fn(async (_: object): Promise<object[]> => []),
      update: vi.fn(async () => ({})),
      sendMessage: async () => undefined,
      create: vi.fn(async (properties: object) => {
        if ('openerTabId' in properties)
          throw new Error('Property "openerTabId" is unsupported by Firefox for Android');
        return {};
      }),
    },
  };
}
