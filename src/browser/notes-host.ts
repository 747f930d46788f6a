/** What keeping notes needs from the browser: the script and its colours in a frame, the menu, the library's tab. */
import { browser } from 'wxt/browser';
import type { CallMessage } from '../messages/envelope.ts';
import { LATE_SHEET, type PackagedScript } from './worker-host.ts';

/** Brings the notes script and the colours of its marks into a frame; once is enough, twice does no harm. */
export async function injectNotes(tab: number, frame: number): Promise<void> {
  const target = { tabId: tab, frameIds: [frame] };
  await browser.scripting.insertCSS({ target, files: ['/content-scripts/notes.css'], origin: LATE_SHEET });
  await browser.scripting.executeScript({ target, files: ['/content-scripts/notes.js' as PackagedScript] });
}

export function sendToFrame(tab: number, frame: number): (message: CallMessage) => Promise<unknown> {
  return (message) => browser.tabs.sendMessage(tab, message, { frameId: frame });
}

export interface MenuEntry {
  readonly id: string;
  readonly title: string;
  readonly contexts: readonly ('selection' | 'page')[];
}

/**
 * Puts the entries into the context menu of pages. What is there is changed and not taken away first: the browser keeps the
 * menu, and a worker that is stopped in between would leave it empty until the browser is started anew. Firefox for
 * Android has no such menu.
 */
export async function setMenus(entries: readonly MenuEntry[]): Promise<void> {
  if (browser.contextMenus) await Promise.all(entries.map(setMenu));
}

async function setMenu({ id, title, contexts }: MenuEntry): Promise<void> {
  const entry = {
    title,
    contexts: [...contexts] as ['selection'],
    documentUrlPatterns: ['http://*/*', 'https://*/*'],
  };
  try {
    await browser.contextMenus.update(id, entry);
  } catch {
    // There is none yet.
    browser.contextMenus.create({ id, ...entry });
  }
}

export function onMenu(callback: (id: string, tab: number, frame: number) => void): void {
  browser.contextMenus?.onClicked.addListener((info, tab) => {
    if (tab?.id !== undefined) callback(String(info.menuItemId), tab.id, info.frameId ?? 0);
  });
}

/** Shows the library: the tab it is open in, or a new one. */
export async function openLibraryTab(query: string): Promise<void> {
  const base = browser.runtime.getURL('/library.html' as Parameters<typeof browser.runtime.getURL>[0]);
  const url = query ? `${base}?${query}` : base;
  const [open] = await browser.tabs.query({ url: `${base}*` });
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.id, query ? { active: true, url } : { active: true });
  // Firefox for Android has no windows.
  if (open.windowId !== undefined) await browser.windows?.update(open.windowId, { focused: true });
}

/** Asks that the storage is kept when the disk fills. Workers of Chromium cannot ask; there the library page does. */
export async function persistStorage(): Promise<boolean> {
  const storage = globalThis.navigator?.storage as Partial<StorageManager> | undefined;
  if (await storage?.persisted?.()) return true;
  return (await storage?.persist?.()) ?? false;
}
