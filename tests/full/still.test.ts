/** A hundred pages made at random: marked, and byte for byte what they were. */
import { describe, expect, test } from 'vitest';
import { pagesSite, serve } from '../../scripts/lib/serve.ts';
import { BROWSERS, startBrowser, waitFor } from '../helpers/browser.ts';
import { makeRandomPage } from '../helpers/random-page.ts';

const PAGES = 100;

describe.each(BROWSERS)('in %s', (name) => {
  test(`${PAGES} pages are marked without a change to their DOM`, { timeout: 300_000 }, async () => {
    const browser = await startBrowser(name);
    const pages = Object.fromEntries(
      Array.from({ length: PAGES }, (_, seed) => [`/${seed}.html`, makeRandomPage(seed)]),
    );
    const site = await serve(pagesSite(pages));
    const changed: string[] = [];
    try {
      const page = await browser.browser.newPage();
      await page.bringToFront();
      await page.evaluateOnNewDocument(() => {
        document.addEventListener('DOMContentLoaded', () => {
          (globalThis as { asParsed?: string }).asParsed = document.documentElement.outerHTML;
        });
      });
      for (const path of Object.keys(pages)) {
        await page.goto(`${site.origin}${path}`, { waitUntil: 'domcontentloaded' });
        await waitFor(() => page.evaluate(() => CSS.highlights.size > 0), {
          for: `marks on ${path}`,
          polling: 30,
        });
        const isStill = await page.evaluate(
          () => (globalThis as { asParsed?: string }).asParsed === document.documentElement.outerHTML,
        );
        if (!isStill) changed.push(path);
      }
    } finally {
      await browser.close();
      await site.close();
    }
    expect(changed).toEqual([]);
  });
});
