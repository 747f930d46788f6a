/** What the worker needs from the browser besides messages: its own files, scripts in tabs, tabs, commands, install events. */
import { browser, type PublicPath } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import type { Words } from '../core/words/fill.ts';

/** A packaged script, as WXT names it by its entrypoint. */
export type PackagedScript = ScriptPublicPath;

/** Reads a file of the extension's own package. */
export async function readPackaged(path: string): Promise<string> {
  const response = await fetch(
    browser.runtime.getURL(
      // WXT knows the files of the entrypoints by name, but not those that the build adds.
      path as Parameters<typeof browser.runtime.getURL>[0],
    ),
  );
  if (!response.ok) throw new Error(`${path} is missing from the package (status ${response.status})`);
  return response.text();
}

/** Runs one of the packaged scripts in a frame, at once. Resolves when it has run. */
export async function injectScript(tab: number, frame: number, file: PackagedScript): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId: tab, frameIds: [frame] },
    files: [file],
    injectImmediately: true,
  });
}

/**
 * Whose sheet one with highlights is when it comes after the page's start. Firefox paints highlights inside shadow trees from
 * the reader's own only. Chromium 156, where highlights have styles already, computes those of a late sheet of the reader's and
 * paints none of them; what a late one of the author's says it paints, in shadow trees as well.
 */
export const LATE_SHEET = import.meta.env.FIREFOX ? 'USER' : 'AUTHOR';

/** Runs a packaged script in every frame of a tab that was open before, with its sheet if that is not there. */
export async function injectEverywhere(tab: number, file: PackagedScript, css: string | null): Promise<void> {
  const target = { tabId: tab, allFrames: true };
  if (css !== null) await browser.scripting.insertCSS({ target, files: [css], origin: LATE_SHEET });
  await browser.scripting.executeScript({ target, files: [file] });
}

/** Whether the browser grants access to an address now; addresses that it never grants are answered with false. */
export async function hasAccess(url: string): Promise<boolean> {
  const { protocol, host } = new URL(url);
  const pattern = protocol === 'file:' ? 'file:///*' : `${protocol}//${host.replace(/:\d+$/, '')}/*`;
  return browser.permissions.contains({ origins: [pattern] }).catch(() => false);
}

/** Calls back whenever access to some site was taken back. */
export function onAccessRemoved(callback: () => void): void {
  browser.permissions.onRemoved.addListener(callback);
}

/** Calls back whenever access to some site was given. */
export function onAccessAdded(callback: () => void): void {
  browser.permissions.onAdded.addListener(callback);
}

/** Sends a message to every frame of every tab; who does not listen is no failure. */
export async function sendToAllTabs(message: unknown): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(tabs.map(({ id }) => id !== undefined && browser.tabs.sendMessage(id, message)));
}

/**
 * Leaves words in a frame for the script that comes next, in the place where it looks for them. English needs none: it is in
 * the script.
 */
export async function giveWords(
  tab: number,
  frame: number,
  place: 'sidelightWords' | 'sidelightNoteWords',
  words: Words,
): Promise<void> {
  if (words.language === 'en') return;
  await browser.scripting.executeScript({
    target: { tabId: tab, frameIds: [frame] },
    func: (name, given) => {
      // The names are the scripts' (page/card-door.ts, page/notes/notes-door.ts); this runs in the frame, away from everything here.
      (globalThis as { sidelightWords?: Words; sidelightNoteWords?: Words })[name] = given;
    },
    args: [place, words] as const,
  });
}

/** Opens a tab, in the window of the one it is opened from: a source that is followed from a private window stays there. */
export async function openTab(url: string, besideTab: number | undefined): Promise<void> {
  // Firefox for Android has no windows, and refuses an opener.
  const beside = besideTab === undefined || !browser.windows ? null : await browser.tabs.get(besideTab);
  await browser.tabs.create({
    url,
    ...(beside?.id === undefined ? {} : { openerTabId: beside.id, windowId: beside.windowId }),
  });
}

/** In storage.local while everything is being erased; goes with the rest, last of all. */
const ERASING_KEY = 'erasing';

export async function noteErasing(): Promise<void> {
  await browser.storage.local.set({ [ERASING_KEY]: true });
}

export async function isErasing(): Promise<boolean> {
  return ERASING_KEY in (await browser.storage.local.get(ERASING_KEY));
}

/** Empties the extension's storage: settings, index, whatever else is there. */
export async function eraseStorage(): Promise<void> {
  await browser.storage.session?.clear();
  await browser.storage.local.clear();
}

/** Id of the tab the person looks at, or null. */
export async function activeTab(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

/** Tabs whose pages a content script may run in. */
export async function webTabs(): Promise<number[]> {
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*', 'file:///*'] });
  return tabs.flatMap((tab) => (tab.id === undefined || tab.discarded ? [] : [tab.id]));
}

/** After an install (then `isFirst`) or an update of the extension or the browser. */
export function onInstalled(callback: (isFirst: boolean) => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => callback(reason === 'install'));
}

/** Full address of one of the extension's own pages. */
export function ownPage(path: PublicPath): string {
  return browser.runtime.getURL(path);
}

export function onCommand(callback: (command: string) => void): void {
  browser.commands?.onCommand.addListener(callback);
}
