/**
 * A private window: cards work there, sources stay there, and nothing that is done in it is stored. Chromium only: the
 * driver cannot let an extension into Firefox's private windows.
 */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { callPage, callWorker } from '../../scripts/lib/extension-calls.ts';
import { pagesSite, serve } from '../../scripts/lib/serve.ts';
import { startBrowser, waitFor } from '../helpers/browser.ts';
import { allowPrivateWindows, browserOf, markedTexts, openPrivateWindow } from '../helpers/lifecycle.ts';

const ARTICLE =
  '<title>t</title><article><h1>A tender</h1><p>The ministry asked Huawei and Hikvision for an offer.</p></article>';

test('a private window has marks and cards, and leaves no trace', async () => {
  const browser = await startBrowser('chromium');
  const site = await serve(pagesSite({ '/': ARTICLE }));
  try {
    const sender = await allowPrivateWindows(browser);
    await callWorker(sender, 'datasetInfo', null);
    const before = await allStored(sender);
    const tab = await openPrivateWindow(sender, `${site.origin}/`);
    const page = await waitFor(
      async () => (await browserOf(browser).pages()).find((one) => one.url().startsWith(site.origin)),
      { for: 'the private page' },
    );
    await waitFor(async () => (await markedTexts(page)).length === 2, { for: 'the marks', timeout: 20_000 });
    await callPage(sender, tab, 'openMention', { index: 0, focus: true });
    // Where the worker takes its time, the card is open before its content has come.
    await waitFor(async () => (await callPage(sender, tab, 'report', null)).card?.name === 'Huawei', {
      for: 'the card of Huawei',
    });

    await page.waitForSelector('sidelight-card >>> a[href^="http"]', { timeout: 10_000 });
    await page.$$eval('sidelight-card >>> a[href^="http"]', (links) => (links[0] as HTMLElement).click());
    await waitFor(async () => (await privateTabs(sender)) === 2, { for: 'the source in the private window' });

    const popup = await browser.openExtensionPage(`popup.html?tab=${tab}`);
    await waitFor(
      async () => (await popup.$eval('main', (main) => main.textContent)).includes('Private window'),
      { for: 'the popup’s word' },
    );
    expect(await popup.$$('[role="switch"]')).toHaveLength(1);
    const after = await allStored(sender);
    expect(after).toEqual(before);
    expect(after).not.toContain(site.origin);
  } finally {
    await browser.close();
    await site.close();
  }
});

interface Api {
  readonly storage: { readonly local: { get(keys: null): Promise<unknown> } };
  readonly tabs: { query(filter: object): Promise<{ readonly incognito: boolean }[]> };
}

/** What the extension's storage holds; and, of its databases, their names. */
function allStored(sender: Page): Promise<string> {
  return sender.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: Api };
    const names = (await indexedDB.databases()).map(({ name }) => name).sort();
    return JSON.stringify([await chrome.storage.local.get(null), names]);
  });
}

function privateTabs(sender: Page): Promise<number> {
  return sender.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: Api };
    return (await chrome.tabs.query({})).filter(({ incognito }) => incognito).length;
  });
}
