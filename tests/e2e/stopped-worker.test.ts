/** A worker that was stopped is woken by what a card needs of it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MAINLY_CHROMIUM, startBrowser, type TestArticle, type TestBrowser } from '../helpers/browser.ts';
import { stopWorker } from '../helpers/stop-worker.ts';

describe.each(MAINLY_CHROMIUM)('with the worker stopped, in %s', (name) => {
  let browser: TestBrowser;
  let article: TestArticle;
  beforeAll(async () => {
    browser = await startBrowser(name);
    article = await browser.openFolder('assets/demo');
    await article.waitForMarks();
    await article.page.bringToFront();
  });
  afterAll(() => browser?.close());

  const press = (selector: string) =>
    article.page.$eval(`sidelight-card >>> ${selector}`, (button) => (button as HTMLElement).click());

  test('the first card of a page opens', async () => {
    await stopWorker(browser);
    await article.call('openMention', { index: 0, focus: true });
    const { mentions } = await article.report();
    await article.waitForCard(mentions[0]?.entity);
  });

  test('a card leads on to another, and to its tools', async () => {
    const { card } = await article.waitForCard();
    await article.cardTexts('.relations .link');
    await stopWorker(browser);
    await press('.relations .link');
    await article.waitForCardAfter(card.entity);
    await article.cardTexts('.back');
    await article.cardTexts('.actions');
    await stopWorker(browser);
    await press('.actions [data-to="cite"]');
    expect(await article.cardTexts('.tool .button')).toContain('Copy');
  });
});
