/** The extension API as far as the worker uses it, over what a browser in memory keeps. Everything asked of it is a step. */
import type { CallMessage } from '../../../src/messages/envelope.ts';
import type { Disk, Tab } from './kept.ts';
import type { MortalProcess } from './process.ts';

export const ID = 'sidelight-in-memory';
export const ORIGIN = `chrome-extension://${ID}`;

export type Listener = (...args: unknown[]) => unknown;

/** What a process listens to, by the name of the event: `runtime.onMessage`. */
export type Events = Map<string, Listener[]>;

export interface ApiOptions {
  readonly process: MortalProcess;
  readonly disk: Disk;
  readonly events: Events;
  /** Of the extension. */
  readonly version: string;
  /** Size of the file that was made last. */
  lastFile(): number;
}

export function browserApi({ process, disk, events, version, lastFile }: ApiOptions) {
  const { local, session, alarms, menus, button, tabs, effects } = disk;
  const registered: object[] = [];
  const event = (name: string) => ({
    addListener: (listener: Listener) => void events.set(name, [...(events.get(name) ?? []), listener]),
    removeListener: (listener: Listener) =>
      void events.set(
        name,
        (events.get(name) ?? []).filter((one) => one !== listener),
      ),
  });
  const ask = <T>(what: string, isWrite: boolean, run: () => T | Promise<T>) =>
    process.ask(what, isWrite, run, () => new Error(`${what} failed`));
  const read = <T>(what: string, run: () => T | Promise<T>) => ask(what, false, run);
  const write = <T>(what: string, run: () => T | Promise<T>) => ask(what, true, run);
  const effect = (what: string, text: string) => write(what, () => void effects.push(text));
  const area = (name: string, items: Map<string, unknown>) => ({
    get: (keys: string | readonly string[]) =>
      read(`${name}.get`, () =>
        structuredClone(
          Object.fromEntries([keys].flat().flatMap((key) => (items.has(key) ? [[key, items.get(key)]] : []))),
        ),
      ),
    set: (values: Record<string, unknown>) =>
      write(`${name}.set`, () => {
        for (const [key, value] of Object.entries(structuredClone(values))) items.set(key, value);
      }),
    remove: (keys: string | readonly string[]) =>
      write(`${name}.remove`, () => {
        for (const key of [keys].flat()) items.delete(key);
      }),
    clear: () => write(`${name}.clear`, () => items.clear()),
  });
  const matches = (tab: Tab, { url, active }: { url?: string | readonly string[]; active?: boolean }) =>
    (active === undefined || tab.active === active) &&
    (url === undefined ||
      [url].flat().some((pattern) => tab.url.startsWith(pattern.replace(/(?<=:\/\/)\*\/\*$|\*$/, ''))));
  const browser = {
    runtime: {
      id: ID,
      getURL: (path: string) => `${ORIGIN}${path}`,
      getManifest: () => ({ version }),
      getPlatformInfo: () => read('runtime.getPlatformInfo', () => ({})),
      // The hidden page here makes files, and has no threads: datasets are loaded in the worker itself.
      sendMessage: ({ name }: CallMessage) =>
        read('runtime.sendMessage', () =>
          name === 'buildBackup'
            ? { ok: true, value: { url: 'blob:hidden', name: 'backup.json', notes: 2, bytes: 100 } }
            : { ok: false, code: 'internal', message: 'there are no threads here' },
        ),
      onMessage: event('runtime.onMessage'),
      onInstalled: event('runtime.onInstalled'),
      onStartup: event('runtime.onStartup'),
    },
    storage: {
      local: area('local', local),
      session: area('session', session),
      onChanged: event('storage.onChanged'),
    },
    tabs: {
      query: (query: object) => read('tabs.query', () => tabs.filter((tab) => matches(tab, query))),
      get: (id: number) =>
        read('tabs.get', () => {
          const tab = tabs.find((one) => one.id === id);
          if (!tab) throw new Error(`No tab with id: ${id}.`);
          return tab;
        }),
      create: ({ url }: { url: string }) =>
        write('tabs.create', () => {
          const tab = { id: tabs.length + 1, url, windowId: 1, incognito: false, active: false };
          tabs.push(tab);
          effects.push(`tab ${url}`);
          return tab;
        }),
      update: (id: number, { url = '' }: { url?: string }) => effect('tabs.update', `shows ${id} ${url}`),
      sendMessage: (id: number, message: CallMessage) =>
        write('tabs.sendMessage', () => {
          effects.push(`message ${id} ${message.name}`);
          return { ok: true, value: null };
        }),
    },
    windows: { update: (id: number) => effect('windows.update', `window ${id}`) },
    scripting: {
      executeScript: ({ target, files, args }: Injection) =>
        write('scripting.executeScript', () => {
          effects.push(`script ${frameOf(target)} ${files?.[0] ?? `words ${args?.[0]}`}`);
          return [{ result: null }];
        }),
      insertCSS: ({ target, files }: Injection) =>
        effect('scripting.insertCSS', `sheet ${frameOf(target)} ${files?.[0]}`),
      // Outside of what is interrupted: the change of the storage that leads here would wake the worker again.
      getRegisteredContentScripts: async () => registered,
      registerContentScripts: async (scripts: readonly object[]) => void registered.push(...scripts),
      unregisterContentScripts: async () => void registered.splice(0),
    },
    alarms: {
      get: (name: string) => read('alarms.get', () => alarms.get(name)),
      create: (name: string, when: object) => write('alarms.create', () => void alarms.set(name, when)),
      clear: (name: string) => write('alarms.clear', () => alarms.delete(name)),
      onAlarm: event('alarms.onAlarm'),
    },
    permissions: {
      contains: () => read('permissions.contains', () => true),
      onAdded: event('permissions.onAdded'),
      onRemoved: event('permissions.onRemoved'),
    },
    commands: { onCommand: event('commands.onCommand') },
    contextMenus: {
      removeAll: () => write('contextMenus.removeAll', () => menus.clear()),
      update: (id: string, entry: object) =>
        write('contextMenus.update', () => {
          if (!menus.has(id)) throw new Error(`Cannot find menu item with id ${id}`);
          menus.set(id, entry);
        }),
      // Answers by a callback that is not waited for.
      create: ({ id, ...entry }: { id: string }) => {
        if (process.step('contextMenus.create', true) === 'do') menus.set(id, entry);
      },
      onClicked: event('contextMenus.onClicked'),
    },
    action: {
      setBadgeText: ({ text }: { text: string }) =>
        write('action.setBadgeText', () => void button.set('text', text)),
      setTitle: ({ title }: { title: string }) =>
        write('action.setTitle', () => void button.set('title', title)),
      setBadgeBackgroundColor: () => read('action.setBadgeBackgroundColor', () => undefined),
    },
    downloads: {
      download: ({ filename }: { filename: string }) =>
        write('downloads.download', () => {
          effects.push(`file ${filename}`);
          return 7;
        }),
      search: () => read('downloads.search', () => [{ id: 7, state: 'complete', fileSize: lastFile() }]),
    },
    i18n: { getUILanguage: () => 'en' },
    extension: { inIncognitoContext: false },
  };
  /** Chromium's, for hidden pages. */
  const offscreen = {
    hasDocument: () => read('offscreen.hasDocument', () => false),
    createDocument: () => write('offscreen.createDocument', () => undefined),
    closeDocument: () => write('offscreen.closeDocument', () => undefined),
  };
  return { browser, offscreen };
}

interface Injection {
  readonly target: { readonly tabId: number; readonly frameIds?: readonly number[] };
  readonly files?: readonly string[];
  readonly args?: readonly unknown[];
}

function frameOf({ tabId, frameIds = [0] }: Injection['target']): string {
  return `${tabId}.${frameIds[0]}`;
}
