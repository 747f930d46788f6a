/** The promise of docs/privacy.md: whatever is read, and whatever the reader does with it, the extension requests nothing. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BrowserName } from '../../scripts/lib/browsers.mjs';
import { startBrowser, type TestBrowser, waitFor } from './browser.ts';
import { makeRandomPage } from './random-page.ts';
import { type RecordingProxy, startRecordingProxy } from './recording-proxy.ts';

/** A card is opened on every so many pages. */
const CARD_ON_EACH = 5;
const OWN_PAGES = ['popup.html', 'options.html', 'sidepanel.html', 'library.html', 'welcome.html'];

/** What the browsers ask their makers for, although they are told not to. */
const BROWSERS_OWN = [
  /^https:\/\/(?:update\.googleapis|accounts\.google|content-autofill\.googleapis)\.com\/$/,
  /^http:\/\/clients2\.google\.com\/time\//,
  /^http:\/\/update\.googleapis\.com\/service\/update2\//,
  /^https:\/\/(?:[\w-]+\.)*(?:mozilla\.(?:com|net|org)|firefox\.com)\/$/,
  /^http:\/\/detectportal\.firefox\.com\//,
];

export function testRequests(name: BrowserName, count: number): void {
  const addresses = Array.from(
    { length: count },
    (_, seed) => `http://paper-${seed % 7}.example/${seed}.html`,
  );
  let proxy: RecordingProxy;
  let browser: TestBrowser;
  beforeAll(async () => {
    proxy = await startRecordingProxy(
      new Map([
        ...addresses.flatMap((address, seed) => {
          const page = makeRandomPage(seed);
          return [[address, page] as const, [`${address}?card`, page] as const];
        }),
        ['http://control.example/', 'seen'],
      ]),
    );
    browser = await startBrowser(name, { args: proxy.args, preferences: proxy.preferences });
  });
  afterAll(async () => {
    await browser?.close();
    await proxy?.close();
  });

  test(`${count} pages are read, cards and all our pages opened, and nobody is asked for anything`, {
    timeout: 60_000 + count * 5_000,
  }, async () => {
    const page = await browser.browser.newPage();
    for (const [seed, address] of addresses.entries()) {
      await page.bringToFront();
      await page.goto(address, { waitUntil: 'domcontentloaded' });
      await waitFor(() => page.evaluate(() => CSS.highlights.size > 0), {
        for: `marks on ${address}`,
        polling: 30,
      });
      if (seed % CARD_ON_EACH !== 0) continue;
      const article = await browser.openAddress(`${address}?card`);
      await article.waitForMarks();
      await article.hover(0);
      await article.waitForCard();
      await article.close();
    }
    for (const path of OWN_PAGES) await (await browser.openExtensionPage(path)).close();

    const allowed = new Set(
      addresses.flatMap((address) => [address, `${address}?card`, new URL('/favicon.ico', address).href]),
    );
    const others = proxy.requests.filter(
      ({ url }) => !allowed.has(url) && !BROWSERS_OWN.some((own) => own.test(url)),
    );
    expect(others.map(({ method, url }) => `${method} ${url}`)).toEqual([]);
    // The page itself was asked for once: nothing fetched it again to read it.
    const pages = proxy.requests.filter(({ url }) => addresses.includes(url));
    expect(pages.map(({ url }) => url)).toEqual(addresses);
  });

  test('the recorder would have seen a request of the extension', async () => {
    await browser.sender.evaluate(() => fetch('http://control.example/').catch(() => undefined));
    // Firefox makes https of it, by its policy for extension pages.
    await waitFor(() => proxy.requests.some(({ url }) => /^https?:\/\/control\.example\/$/.test(url)), {
      for: 'the request',
    });
  });
}
