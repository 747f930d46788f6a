/** The extension comes, changes and goes under pages that are open. */
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, MAINLY_CHROMIUM, startBrowser, type TestBrowser, waitFor } from '../helpers/browser.ts';
import {
  browserOf,
  markedTexts,
  reloadExtension,
  removeExtension,
  revokeAccess,
  setSettings,
} from '../helpers/lifecycle.ts';

const ARTICLE =
  '<title>t</title><article><h1>A tender</h1><p>The ministry asked Huawei and Hikvision for an offer.</p></article>';
const LOG_IN = '<title>t</title><form><p>Huawei account</p><input type="password"></form>';

describe.each(BROWSERS)('in %s', (name) => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await startBrowser(name);
  });
  afterAll(() => browser?.close());

  test('a site is switched off and on again while its page is open', async () => {
    const article = await browser.openHtml(ARTICLE);
    await article.waitForMarks();
    const host = new URL(article.page.url()).hostname;
    await setSettings(browser, { sites: { [host]: 'off' } });
    await waitFor(async () => (await markedTexts(article.page)).length === 0, { for: 'the marks to go' });
    expect((await article.report()).state).toBe('off');
    await setSettings(browser, {});
    await waitFor(async () => (await markedTexts(article.page)).length === 2, {
      for: 'the marks to come back',
    });
    await article.close();
  });

  test('a page that was opened while its site was off is served when it is switched on', async () => {
    await setSettings(browser, { enabled: false });
    const article = await browser.openHtml(ARTICLE);
    await waitFor(async () => (await article.report()).state === 'off', { for: 'the page to be left alone' });
    expect(await markedTexts(article.page)).toEqual([]);
    await setSettings(browser, { enabled: true });
    await waitFor(async () => (await markedTexts(article.page)).length === 2, { for: 'the marks' });
    await article.close();
  });

  // The reading script that one document has asked for may arrive in the next.
  test('a page that is reloaded while it is being read is read all the same', async () => {
    const article = await browser.openHtml(ARTICLE);
    for (let i = 0; i < 12; i++) {
      await article.page.reload({ waitUntil: 'domcontentloaded' });
      await setTimeout(i * 8);
      await article.page.reload({ waitUntil: 'domcontentloaded' });
      await waitFor(async () => (await markedTexts(article.page)).length === 2, { for: `marks, time ${i}` });
    }
    await article.close();
  });

  test('a page that is no article is marked when the reader asks for it', async () => {
    const article = await browser.openHtml(LOG_IN);
    await waitFor(async () => (await article.report()).state === 'no-article', { for: 'the verdict' });
    await article.call('annotate', null);
    await waitFor(async () => (await markedTexts(article.page)).includes('Huawei'), { for: 'the mark' });
    await article.close();
  });
});

describe('the extension goes', () => {
  test.each(MAINLY_CHROMIUM.flatMap((name) => [false, true].map((withCard) => ({ name, withCard }))))(
    'in $name its access is taken away (a card open: $withCard): marks go, and a notice says so',
    async ({ name, withCard }) => {
      const browser = await startBrowser(name);
      try {
        const article = await browser.openHtml(ARTICLE);
        await article.waitForMarks();
        // Its words are marked otherwise, which must not bring the marks back when it closes.
        if (withCard) {
          await article.hover(0);
          await article.waitForCard();
        }
        const errors: string[] = [];
        article.page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
        await revokeAccess(browser);
        await article.page.bringToFront();
        await waitFor(async () => (await markedTexts(article.page)).length === 0, { for: 'the marks to go' });
        await article.page.waitForSelector('sidelight-notice', { timeout: 5000 });
        expect(errors).toEqual([]);
      } finally {
        await browser.close();
      }
    },
  );

  test.each(BROWSERS)('in %s it is loaded anew: the open page is served by the new one', async (name) => {
    const browser = await startBrowser(name);
    try {
      const article = await browser.openHtml(ARTICLE);
      await article.waitForMarks();
      const before = await article.page.content();
      await reloadExtension(browser);
      // Old marks may stand there until the new script sweeps them: what counts is that marks stay, and follow edits again.
      await waitFor(
        async () => {
          await article.page.bringToFront();
          await article.page.evaluate(() => {
            const text = document.querySelector('p')?.lastChild as Text;
            text.data = 'In the end Dahua got it.';
          });
          return (await markedTexts(article.page)).includes('Dahua');
        },
        { for: 'the new version to mark the page', timeout: 60_000, polling: 1500 },
      );
      expect(await article.page.$('sidelight-notice')).toBeNull();
      expect((await article.page.content()).length).toBeLessThanOrEqual(before.length);
    } finally {
      await browser.close();
    }
  });

  // In Firefox only in the long run: what is different there has been tried by the test before.
  test.each(MAINLY_CHROMIUM)('in %s it is installed: pages that are open are served', async (name) => {
    const browser = await startBrowser(name);
    try {
      const article = await browser.openHtml(ARTICLE);
      await article.waitForMarks();
      const install = await removeExtension(browser);
      const other = await browserOf(browser).newPage();
      await other.goto(article.page.url());
      await install();
      for (const page of [other, article.page]) {
        await waitFor(
          async () => {
            // After an install the first-run page comes to the front at some moment, and nothing is marked behind it.
            await page.bringToFront();
            await page.evaluate(() => {
              const text = document.querySelector('p')?.lastChild as Text;
              text.data = 'In the end Dahua got it.';
            });
            return (await markedTexts(page)).includes('Dahua');
          },
          { for: 'the page to be marked', timeout: 40_000, polling: 1500 },
        );
        // The version that went may have left its notice: the new one takes it away.
        await waitFor(async () => (await page.$('sidelight-notice')) === null, {
          for: 'no notice of the version before',
        });
      }
    } finally {
      await browser.close();
    }
  });

  test('in Chromium it is removed: marks go, a notice offers a reload, the console stays clean', async () => {
    const browser = await startBrowser('chromium');
    try {
      const article = await browser.openHtml(ARTICLE);
      await article.waitForMarks();
      const errors: string[] = [];
      article.page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      article.page.on('pageerror', (error) => errors.push(String(error)));
      await browserOf(browser).uninstallExtension(new URL(browser.extensionUrl('')).host);
      await waitFor(async () => (await markedTexts(article.page)).length === 0, { for: 'the marks to go' });
      await article.page.waitForSelector('sidelight-notice', { timeout: 8000 });
      await article.screenshot('notice');
      await article.page.evaluate(() => document.querySelector('article')?.append('Huawei again'));
      await article.page.mouse.move(200, 200, { steps: 5 });
      expect(errors).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
