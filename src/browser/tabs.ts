/** The tab a person looks at, for the extension's own pages: popup and panel. */
import { browser } from 'wxt/browser';

export interface OpenTab {
  readonly id: number;
  /** Null where the extension has no access to the page. */
  readonly host: string | null;
  /** It is in a private window: nothing about its page may be stored. */
  readonly isPrivate: boolean;
}

/** The active tab of this window, or the one that the page's own address names (`?tab=12`: a panel in a tab of its own). */
export async function shownTab(ownAddress: string): Promise<OpenTab | null> {
  const named = Number(new URL(ownAddress).searchParams.get('tab'));
  const tab = named
    ? await browser.tabs.get(named).catch(() => undefined)
    : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  return tab?.id === undefined ? null : { id: tab.id, host: webHost(tab.url), isPrivate: tab.incognito };
}

/** Calls back when another tab of this window is shown, or another page in a tab, until the signal aborts. */
export function onTabMoved(callback: () => void, signal: AbortSignal): void {
  const updated = (_: number, change: { status?: string; url?: string }) => {
    if (change.url !== undefined || change.status === 'complete') callback();
  };
  browser.tabs.onActivated.addListener(callback);
  browser.tabs.onUpdated.addListener(updated);
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(callback);
    browser.tabs.onUpdated.removeListener(updated);
  });
}

function webHost(url: string | undefined): string | null {
  return url !== undefined && /^https?:/.test(url) ? new URL(url).hostname : null;
}
