/** Pages that are no article, hold nothing, too much, or are broken: nothing marked or marked late, never an error on the page. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resize } from '../helpers/at-rest.ts';
import {
  MAINLY_CHROMIUM,
  startBrowser,
  type TestArticle,
  type TestBrowser,
  waitFor,
} from '../helpers/browser.ts';

const FRONT_PAGE = `<main><h1>Today</h1>${Array.from({ length: 30 }, (_, i) => `<h2><a href="/${i}">Huawei story ${i}</a></h2>`).join('')}</main>`;
const LONG_PARAGRAPH = `<p>${'The council met again and nothing was decided on the matter of the bridge. '.repeat(140)}</p>`;
const TEN_MEGABYTES = `<article><h1>Minutes</h1><p>Huawei was named first.</p>${LONG_PARAGRAPH.repeat(900)}<p>Hikvision was named last.</p></article>`;

const nothing: [string, string][] = [
  ['without a word', ''],
  ['with nothing but scripts and styles', '<style>p{}</style><script>var Huawei = 1;</script>'],
  ['that lists other stories', FRONT_PAGE],
  [
    'that asks for a password',
    '<form><label>Huawei account <input type="password"></label><button>Log in</button></form>',
  ],
];

const marked: [string, string, string[]][] = [
  [
    'with broken markup',
    '<article><p>Police asked Huawei <b>and <i>Hikvision</b> for an offer</i> on Monday.<p><table><tr><td>Dahua<td>was not asked.</article></div></span>',
    ['Huawei', 'Hikvision', 'Dahua'],
  ],
  ['of ten megabytes', TEN_MEGABYTES, ['Huawei', 'Hikvision']],
];

/** Four windows high, with a name in the middle of the first. `<!doctype html>` in front of it, and it is in standards mode. */
const HIGH_PAGE = `<style>article{max-width:600px}</style><article><h1>Cameras</h1>${LONG_PARAGRAPH.slice(0, 1200)}</p><p>Police asked Huawei.</p>${LONG_PARAGRAPH.repeat(3)}</article>`;

describe.each(MAINLY_CHROMIUM)('odd pages in %s', (name) => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await startBrowser(name);
  });
  afterAll(() => browser?.close());

  async function open(html: string): Promise<{ article: TestArticle; errors: string[] }> {
    const article = await browser.openHtml(html);
    const errors: string[] = [];
    article.page.on('pageerror', (error) => errors.push(String(error)));
    return { article, errors };
  }

  test.each(nothing)('marks nothing on a page %s', async (_, html) => {
    const { article, errors } = await open(html);
    const { mentions } = await article.waitForMarks();
    expect(mentions).toEqual([]);
    expect(errors).toEqual([]);
    await article.close();
  });

  test.each(marked)('marks a page %s', async (_, html, names) => {
    const { article, errors } = await open(html);
    const { mentions } = await article.waitForMarks();
    expect(mentions.map((mention) => mention.text).sort()).toEqual([...names].sort());
    expect(errors).toEqual([]);
    await article.close();
  });

  test('stops reading a long page when the reader says so, and goes on when asked', async () => {
    // On a busy machine the wish can come when everything has been read: then it is tried with the next page.
    const stopped = async () => {
      for (let attempt = 0; attempt < 5; attempt++) {
        const { article } = await open(TEN_MEGABYTES.repeat(2));
        const isMarked = () => article.page.evaluate(() => CSS.highlights.size > 0);
        await waitFor(isMarked, { for: 'the first marks', polling: 10 });
        await article.call('stopReading', null);
        const report = await article.report();
        expect(report.state).toBe('done');
        if (report.stopped) return article;
        await article.close();
      }
      throw new Error('no page was read slowly enough to be stopped');
    };
    const article = await stopped();
    const names = async () => (await article.report()).mentions.map(({ text }) => text);
    expect(await names()).toEqual(['Huawei']);
    // A page that changes meanwhile is not read anew.
    await article.page.evaluate(() => document.querySelector('article')?.append('Hikvision was there.'));
    await new Promise((done) => setTimeout(done, 3000));
    expect(await names()).toEqual(['Huawei']);
    await article.call('annotate', null);
    const report = await article.waitForMarks();
    expect(report).toMatchObject({ state: 'done', stopped: false });
    expect(report.mentions.map(({ text }) => text)).toContain('Hikvision');
    await article.close();
  });

  test('opens cards on a page with a ticker that scrolls by itself', async () => {
    const { article } = await open(
      `<div id="ticker" style="height:2em;overflow:auto"><div style="height:200000px">Latest</div></div>
       <article><h1>Cameras</h1><p>Police asked Huawei for an offer, the council said on Monday.</p>${LONG_PARAGRAPH}</article>
       <script>setInterval(() => { ticker.scrollTop += 1 }, 30)</script>`,
    );
    await article.waitForMarks();
    await article.hover(0);
    await article.waitForCard('huawei');
    await article.close();
  });

  test.each([
    ['without a doctype', HIGH_PAGE],
    [
      'without a doctype, whose body scrolls',
      `<style>html,body{height:100%;overflow:auto}</style>${HIGH_PAGE}`,
    ],
    ['with a doctype', `<!doctype html>${HIGH_PAGE}`],
  ])('keeps the card inside the window on a page %s', async (_, html) => {
    const { article } = await open(html);
    await article.waitForMarks();
    await article.hover(0);
    await article.waitForCard();
    await article.cardTexts('.actions');
    const whereTheCardIs = () =>
      article.page.$eval('sidelight-card >>> .card', (card) => {
        const { top, bottom } = card.getBoundingClientRect();
        return { isBelowTop: top >= 0, isAboveBottom: bottom <= innerHeight, isHigh: bottom - top > 200 };
      });
    expect(await whereTheCardIs()).toEqual({ isBelowTop: true, isAboveBottom: true, isHigh: true });
    await article.clickInCard('.pin');
    await resize(article.page, { width: 800, height: 500 });
    await waitFor(async () => (await whereTheCardIs()).isAboveBottom, { for: 'the pinned card to fit' });
    await article.close();
  });
});
