/** What happens to an extension: settings that change, access that is taken away, an update. */
import type { Browser, Page } from 'puppeteer-core';
import type { TestBrowser } from './browser.ts';

/** What is used of the extension's own API: these functions run in its own page. */
interface ExtensionApi {
  readonly storage: { readonly local: { set(values: object): Promise<void> } };
  readonly permissions: { remove(permissions: { origins: string[] }): Promise<boolean> };
  readonly runtime: { reload(): void };
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
  const settings = await browser.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(
    async (extensionId) => {
      const { developerPrivate } = (
        globalThis as unknown as { chrome: { developerPrivate: DeveloperPrivate } }
      ).chrome;
      await developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_CLICK' });
    },
    new URL(extensionUrl('')).host,
  );
  await settings.close();
}

/** The interface of Chromium's own page for extensions. */
interface DeveloperPrivate {
  updateExtensionConfiguration(change: { extensionId: string; hostAccess: 'ON_CLICK' }): Promise<void>;
}

/** Loads the extension anew, which is what an update does. Its own pages close with it. */
export async function reloadExtension({ sender }: TestBrowser): Promise<void> {
  await sender
    .evaluate(() => {
      const { browser, chrome } = globalThis as unknown as Globals;
      // Answers first: the page is gone after it.
      setTimeout(() => (browser ?? chrome)?.runtime.reload(), 50);
    })
    .catch(() => undefined);
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
