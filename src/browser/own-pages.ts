/** Opening the extension's own pages, and asking for access to web pages. */
import { browser } from 'wxt/browser';

/** What the two browsers call their side panel; only one of them is there. */
interface SidePanels {
  readonly sidePanel?: { open(options: { windowId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
}

const WEB = { origins: ['http://*/*', 'https://*/*'] };

/**
 * Opens the side panel beside the tab; where the browser has none, in a tab of its own. Has to be called in the very click,
 * before anything is awaited: `windowId` is asked for beforehand.
 */
export async function openPanel(windowId: number, tab: number): Promise<void> {
  // The types know Chrome's interface alone.
  const { sidePanel, sidebarAction } = browser as unknown as SidePanels;
  if (sidebarAction) await sidebarAction.open();
  else if (sidePanel) await sidePanel.open({ windowId });
  else await browser.tabs.create({ url: `/sidepanel.html?tab=${tab}` });
}

/** The window that asks; -1 where there are none, in Firefox for Android. */
export async function ownWindow(): Promise<number> {
  return (await browser.windows?.getCurrent())?.id ?? -1;
}

export async function openSettings(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** False where the reader has not allowed the extension to read pages: Firefox asks for it apart from the install. */
export async function mayReadPages(): Promise<boolean> {
  return browser.permissions.contains(WEB);
}

/** Asks the reader for it. Has to be called in a click. */
export async function askToReadPages(): Promise<boolean> {
  return browser.permissions.request(WEB);
}

/** YYYY-MM-DD, as the reader's clock has it. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}
