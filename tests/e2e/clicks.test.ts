/** Clicks and taps: a click on a name opens its card at once, a link stays a link, a finger's first tap shows the card. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, startBrowser, type TestArticle, type TestBrowser, waitFor } from '../helpers/browser.ts';

const PAGE = `<article><h1>Cameras</h1><p>Police bought cameras from Huawei last year, the council said on Monday.</p>
<p>A competitor, <a id="link" href="#followed">Hikvision</a>, was not asked for an offer, the council said.</p>
<div style="height:3000px"></div></article>`;

describe.each(BROWSERS)('clicks in %s', (name) => {
  let browser: TestBrowser;
  let article: TestArticle;
  beforeAll(async () => {
    browser = await startBrowser(name);
    article = await browser.openHtml(PAGE);
    await article.waitForMarks();
    await article.page.bringToFront();
  });
  afterAll(() => browser?.close());

  /** The middle of the words' first line. */
  const placeOf = (words: string) =>
    article.page.evaluate((wanted) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const box = range.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
      throw new Error(`${wanted} is not on the page`);
    }, words);

  /** The browser goes there a moment after the click. */
  const followed = ({ page }: TestArticle) =>
    waitFor(async () => (await page.evaluate(() => location.hash)) === '#followed', {
      for: 'the link to be followed',
    });

  test('a click on a name opens its card, without waiting', async () => {
    const { x, y } = await placeOf('Huawei');
    await article.page.mouse.click(x, y);
    await article.waitForCard('huawei');
  });

  test('a click beside the card closes it', async () => {
    await article.page.mouse.click(600, 5);
    await article.waitForNoCard();
  });

  test('a click on a linked name follows the link', async () => {
    const { x, y } = await placeOf('Hikvision');
    await article.page.mouse.click(x, y);
    await followed(article);
  });

  test('the card closes when its words are scrolled away', async () => {
    await article.call('openMention', { index: 0, focus: false });
    await article.waitForCard('huawei');
    await article.page.evaluate(() => scrollTo(0, 2500));
    await article.waitForNoCard();
  });

  // In Firefox, the second tap was not followed once on a busy machine, in a run of everything, and never alone: why is not known.
  test('the first tap on a linked name shows the card, the second follows the link', {
    retry: 1,
  }, async () => {
    const touched = await browser.openHtml(PAGE);
    await touched.page.setViewport({
      width: 400,
      height: 700,
      ...(name === 'chromium' ? { hasTouch: true, isMobile: true } : {}),
    });
    await touched.waitForMarks();
    await touched.page.bringToFront();
    await touched.page.tap('#link');
    await touched.waitForCard('hikvision');
    expect(await touched.page.evaluate(() => location.hash)).toBe('');
    await touched.page.tap('#link');
    await followed(touched);
  });
});
