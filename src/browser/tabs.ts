/** The tab a person looks at, for the extension's own pages: popup and panel. */
import { browser } from 'wxt/browser';

export interface OpenTab {
  readonly id: number;
  /** Null where the extension has no access to the page. */
  readonly host: string | null;
  /** It is in a private window: nothing about its page may be stored. */
  readonly isPrivate: boolean;
}

/**
 * The active tab of this window, or the one that the page's own address names (`?tab=12`: a panel in a tab of its own). A page of
 * ours that was opened as a tab by hand is the active one itself: then it is the page that was looked at last.
 */
export async function shownTab(ownAddress: string): Promise<OpenTab | null> {
  const named = Number(new URL(ownAddress).searchParams.get('tab'));
  const tab = named ? await browser.tabs.get(named).catch(() => undefined) : await activeTab();
  return tab?.id === undefined ? null : { id: tab.id, host: webHost(tab.url), isPrivate: tab.incognito };
}

async function activeTab() {
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  const own = await browser.tabs.getCurrent();
  if (!active || active.id !== own?.id) return active;
  const others = await browser.tabs.query({ currentWindow: true });
  return others
    .filter(({ id, url }) => id !== own?.id && webHost(url) !== null)
    .sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}

/**
 * Calls back when another tab of this window is shown, or another page in the tab that is shown, until the signal aborts.
 * `shown` is the one that was asked for last, which need not be active; null: any may become it.
 */
export function onTabMoved(callback: () => void, signal: AbortSignal, shown: () => number | null): void {
  const updated = (id: number, change: { status?: string; url?: string }, tab: { active: boolean }) => {
    // What loads in the background is no news.
    if (!tab.active && shown() !== null && shown() !== id) return;
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
