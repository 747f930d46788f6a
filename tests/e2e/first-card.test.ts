/** The first card of a page says the same whichever way it was opened, though a pointer that comes to rest gives time to prepare it. */
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
  beforeAll(async () => {
    browser = await startBrowser(name);
  });
  afterAll(() => browser?.close());

  async function firstCard(open: (article: TestArticle) => Promise<unknown>): Promise<string> {
    const article = await browser.openHtml(PAGE);
    // Nothing is asked of the page until then: its report would fetch cards ahead.
    await waitFor(() => article.page.evaluate(() => CSS.highlights.size > 0), { for: 'the marks' });
    await open(article);
    await article.cardTexts('.actions');
    // What has not come in time comes a moment later.
    let text = '';
    const isSettled = async () => {
      const before = text;
      text = await article.cardText();
      return text === before;
    };
    await waitFor(isSettled, { for: 'the whole card', polling: 700 });
    await article.close();
    return text;
  }

  test('is the same by key as under the pointer', async () => {
    const pointed = await firstCard((article) => article.hover(0));
    const stepped = await firstCard((article) => article.call('step', { direction: 'next' }));
    expect(stepped).toBe(pointed);
  });
});
