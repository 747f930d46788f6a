/** Pages that enlarge or shrink themselves: what is ours keeps its own size and stands beside the words. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MAINLY_CHROMIUM, startBrowser, type TestArticle, type TestBrowser } from '../helpers/browser.ts';
import { selectWords } from '../helpers/notes-page.ts';
import { isUncovered } from '../helpers/painted.ts';

const SENTENCE = 'The council met again and nothing was decided on the matter of the bridge. ';
const ARTICLE = `<style>article{max-width:500px;margin-inline-start:200px}</style><article><h1>Cameras</h1>
  <p>${SENTENCE.repeat(4)}</p><p>Police asked Huawei for an offer.</p><p>${SENTENCE.repeat(40)}</p></article>`;

const LOOKS: readonly [about: string, html: string][] = [
  ['by a root that is zoomed', '<!doctype html><style>html{zoom:1.4}</style>'],
  ['by a root that is shrunk', '<!doctype html><style>html{zoom:.7}</style>'],
  ['by a root that is zoomed, without a doctype', '<style>html{zoom:1.4}</style>'],
  ['by a body that is zoomed', '<!doctype html><style>body{zoom:1.4}</style>'],
  ['by both', '<!doctype html><style>html{zoom:1.2}body{zoom:1.2}</style>'],
  [
    'by a root that is scaled',
    '<!doctype html><style>html{transform:scale(1.2);transform-origin:0 0}</style>',
  ],
  ['by letters of three times the size', '<!doctype html><style>html{font-size:300%}</style>'],
  [
    'after which it has the last word about our size',
    '<!doctype html><style>html{zoom:1.4}sidelight-card,sidelight-notes{zoom:3!important;--zoom:3!important}</style>',
  ],
];

describe.each(MAINLY_CHROMIUM)('a page enlarged, in %s', (name) => {
  let browser: TestBrowser;
  let usual: { readonly width: number; readonly height: number };
  beforeAll(async () => {
    browser = await startBrowser(name);
    const article = await opened(`<!doctype html>${ARTICLE}`);
    usual = await sizeOf(article, 'sidelight-card >>> .bar');
    await article.close();
  });
  afterAll(() => browser?.close());

  /** With the card open beside the name. */
  async function opened(html: string): Promise<TestArticle> {
    const article = await browser.openHtml(html);
    await article.waitForMarks();
    await article.hover(0);
    await article.waitForCard('huawei');
    await article.cardTexts('.actions');
    return article;
  }
  const sizeOf = (article: TestArticle, selector: string) =>
    article.page.$eval(selector, (element) => {
      const { width, height } = element.getBoundingClientRect();
      return { width: Math.round(width), height: Math.round(height) };
    });
  const isInWindow = (article: TestArticle, selector: string) =>
    article.page.$eval(selector, (element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    });
  /** Pixels between the words and what stands beside them, above or below. */
  const gap = (article: TestArticle, selector: string) =>
    article.page.$eval(selector, (element) => {
      const [range] = CSS.highlights.get('sidelight-d') ?? CSS.highlights.get('sidelight-a') ?? [];
      const live = document.createRange();
      if (!range) throw new Error('nothing is marked');
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      const words = live.getBoundingClientRect();
      const { top, bottom } = element.getBoundingClientRect();
      return Math.max(top - words.bottom, words.top - bottom);
    });

  test.each(LOOKS)('%s, has the card beside the name', async (_, look) => {
    const article = await opened(look + ARTICLE);
    const box = 'sidelight-card >>> .mount';
    expect(await sizeOf(article, 'sidelight-card >>> .bar')).toEqual(usual);
    expect(await isInWindow(article, box)).toBe(true);
    expect(await isUncovered(article.page, 'sidelight-d', box)).toBe(true);
    expect(await gap(article, box)).toBeLessThan(12);
    await article.close();
  });

  test.each(LOOKS)('%s, has the button beside what is selected, and its note', async (_, look) => {
    const article = await browser.openHtml(look + ARTICLE);
    await article.waitForMarks();
    await selectWords(article.page, 'Huawei');
    const button = await article.page.waitForSelector('sidelight-notes >>> .offer-button', {
      timeout: 10_000,
    });
    expect(await isInWindow(article, 'sidelight-notes >>> .offer-button')).toBe(true);
    expect(await gap(article, 'sidelight-notes >>> .offer-button')).toBeLessThan(16);
    await button?.evaluate((element) => (element as HTMLElement).click());
    await article.page.waitForSelector('sidelight-notes >>> textarea', { timeout: 10_000 });
    expect(await sizeOf(article, 'sidelight-notes >>> .panel .box')).toMatchObject({ width: 360 });
    expect(await isInWindow(article, 'sidelight-notes >>> .panel .box')).toBe(true);
    expect(await isUncovered(article.page, 'sidelight-n1', 'sidelight-notes >>> .panel .box')).toBe(true);
    expect(await isInWindow(article, 'sidelight-notes >>> .tab')).toBe(true);
    await article.close();
  });
});
