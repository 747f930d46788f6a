/** What happens to an extension: settings that change, access that is taken away, an update. */
import type { Browser, Page } from 'puppeteer-core';
import { extensionFolder } from '../../scripts/lib/build.mjs';
import { geckoId } from '../../scripts/lib/launch.ts';
import { type TestBrowser, waitFor } from './browser.ts';

/** What is used of the extension's own API: these functions run in its own page. */
interface ExtensionApi {
  readonly storage: { readonly local: { set(values: object): Promise<void> } };
  readonly permissions: { remove(permissions: { origins: string[] }): Promise<boolean> };
  readonly runtime: { reload(): void };
  readonly windows: {
    create(window: {
      url: string;
      incognito: boolean;
    }): Promise<{ readonly tabs?: { readonly id?: number }[] }>;
  };
}
type Globals = { readonly browser?: ExtensionApi; readonly chrome?: ExtensionApi };

export function browserOf({ browser }: TestBrowser): Browser {
  return browser;
}

export async function setSettings(
  { sender }: TestBrowser,
  settings: Readonly<Record<string, unknown>>,
): Promise<void> {
  await sender.evaluate((changed) => {
    const { browser, chrome } = globalThis as unknown as Globals;
    return (browser ?? chrome)?.storage.local.set({ settings: changed });
  }, settings);
}

/** Takes the access to web pages away, as the reader does it in the browser's own settings. */
export async function revokeAccess({ name, sender, browser, extensionUrl }: TestBrowser): Promise<void> {
  if (name === 'firefox') {
    await sender.evaluate(async () => {
      const { browser: api } = globalThis as unknown as Globals;
      await api?.permissions.remove({ origins: ['http://*/*', 'https://*/*'] });
    });
    return;
  }
  await onExtensionsPage(
    browser,
    (extensionId) => {
      const { developerPrivate } = (globalThis as unknown as { chrome: ChromiumsOwn }).chrome;
      return developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_CLICK' });
    },
    new URL(extensionUrl('')).host,
  );
}

/** The interface of Chromium's own page for extensions. */
interface ChromiumsOwn {
  readonly developerPrivate: {
    updateExtensionConfiguration(
      change: { extensionId: string } & ({ hostAccess: 'ON_CLICK' } | { incognitoAccess: boolean }),
    ): Promise<void>;
    updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
  };
}

async function onExtensionsPage<A>(
  browser: Browser,
  act: (argument: A) => Promise<void>,
  argument: A,
): Promise<void> {
  const page = await browser.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(act as (argument: unknown) => Promise<void>, argument);
  await page.close();
}

/**
 * Loads the extension anew, which is what an update does. Its own pages close with it, `sender` among them.
 *
 * Chromium disables a folder that is loaded anew outside of its developer mode ("unsupportedDeveloperExtension"), whatever
 * the driver was allowed at first: then no version at all would be there, so the mode is switched on.
 */
export async function reloadExtension({ name, browser, sender }: TestBrowser): Promise<void> {
  if (name === 'chromium')
    await onExtensionsPage(
      browser,
      (inDeveloperMode) => {
        const { developerPrivate } = (globalThis as unknown as { chrome: ChromiumsOwn }).chrome;
        return developerPrivate.updateProfileConfiguration({ inDeveloperMode });
      },
      true,
    );
  await sender
    .evaluate(() => {
      const { browser, chrome } = globalThis as unknown as Globals;
      // Answers first: the page is gone after it.
      setTimeout(() => (browser ?? chrome)?.runtime.reload(), 50);
    })
    .catch(() => undefined);
  // Until then it goes on serving pages, and what it marks must not be taken for the new one's.
  const isGone = () =>
    sender
      .evaluate(() => true)
      .then(
        () => false,
        () => true,
      );
  await waitFor(isGone, { for: 'the old version to go' });
}

/** Takes the extension away; resolves with the way to install it again. */
export async function removeExtension({
  name,
  browser,
  extensionUrl,
}: TestBrowser): Promise<() => Promise<void>> {
  const folder = extensionFolder(name, 'testing');
  const id = name === 'firefox' ? geckoId(folder) : new URL(extensionUrl('')).host;
  await browser.uninstallExtension(id);
  return async () => void (await browser.installExtension(folder));
}

/**
 * Lets the extension into Chromium's private windows, as the reader does it in the browser's own settings. The browser
 * loads it anew for that: resolves with a page to send from.
 */
export async function allowPrivateWindows({
  browser,
  extensionUrl,
  openExtensionPage,
}: TestBrowser): Promise<Page> {
  await onExtensionsPage(
    browser,
    async (extensionId) => {
      const { developerPrivate } = (globalThis as unknown as { chrome: ChromiumsOwn }).chrome;
      await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
    },
    new URL(extensionUrl('')).host,
  );
  return waitFor(() => openExtensionPage('popup.html'), { for: 'the extension to be back' });
}

/** Opens an address in a private window; resolves with its tab. */
export async function openPrivateWindow(sender: Page, url: string): Promise<number> {
  const tab = await sender.evaluate(async (address) => {
    const { browser, chrome } = globalThis as unknown as Globals;
    const opened = await (browser ?? chrome)?.windows.create({ url: address, incognito: true });
    return opened?.tabs?.[0]?.id;
  }, url);
  if (tab === undefined) throw new Error('no private window was opened');
  return tab;
}

/** Text of all our marks in the main frame. */
export function markedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    for (const [key, highlight] of CSS.highlights as unknown as Iterable<[string, Iterable<AbstractRange>]>) {
      if (!key.startsWith('sidelight-')) continue;
      for (const { startContainer, startOffset, endOffset } of highlight)
        texts.push((startContainer as Text).data?.slice(startOffset, endOffset) ?? '');
    }
    return texts;
  });
}
