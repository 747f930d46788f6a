/** The first card of a page says the same whichever way it was opened, though a pointer that comes to rest gives time to prepare it. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  MAINLY_CHROMIUM,
  startBrowser,
  type TestArticle,
  type TestBrowser,
  waitFor,
} from '../helpers/browser.ts';

const PAGE = `<!doctype html><html lang="en"><meta property="article:published_time" content="2019-12-02T08:00:00Z">
  <article><h1>Cameras</h1><p>Serbia’s interior ministry has begun putting up cameras made by the Chinese company Huawei at
  hundreds of locations in Belgrade, under a project known as Safe City that officials say will reduce crime.</p>
  <p>The SHARE Foundation asked for the locations of the cameras.</p></article></html>`;

describe.each(MAINLY_CHROMIUM)('the first card in %s', (name) => {
  let browser: TestBrowser;
  let whole: string;
  beforeAll(async () => {
    browser = await startBrowser(name);
    whole = await wholeCard();
  });
  afterAll(() => browser?.close());

  type Open = (article: TestArticle) => Promise<unknown>;
  const byPointer: Open = (article) => article.hover(0);
  const byKey: Open = (article) => article.call('step', { direction: 'next' });

  async function openPage(): Promise<TestArticle> {
    const article = await browser.openHtml(PAGE);
    // Nothing is asked of the page until then: its report would fetch cards ahead.
    await waitFor(() => article.page.evaluate(() => CSS.highlights.size > 0), { for: 'the marks' });
    return article;
  }

  /** What a card says for which nothing has to be fetched any more: opened until it says the same twice. */
  async function wholeCard(): Promise<string> {
    const article = await openPage();
    let text = '';
    await waitFor(
      async () => {
        const before = text;
        await article.call('closeCard', null);
        await article.leave();
        await byPointer(article);
        await article.cardTexts('.actions');
        // What has not come in time comes a moment later.
        await pause(700);
        text = await article.cardText();
        return text === before;
      },
      { for: 'the whole card' },
    );
    await article.close();
    return text;
  }

  test.each([
    ['under the pointer', byPointer],
    ['by key', byKey],
  ])('says %s what it says when everything is at hand', async (_, open) => {
    const article = await openPage();
    await open(article);
    await article.cardTexts('.actions');
    let text = '';
    await waitFor(
      async () => {
        text = await article.cardText();
        return text === whole;
      },
      { for: 'the whole card' },
    ).catch(() => undefined);
    // Here, so that a failure shows the difference.
    expect(text).toBe(whole);
    await article.close();
  });
});
