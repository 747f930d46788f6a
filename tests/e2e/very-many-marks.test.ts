/** A page with thousands of names: only those near the window are painted, wherever the reader goes; all answer to the pointer. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  MAINLY_CHROMIUM,
  startBrowser,
  type TestArticle,
  type TestBrowser,
  waitFor,
} from '../helpers/browser.ts';

const COUNT = 3000;
const NAMES = ['Huawei', 'Hikvision', 'Cellebrite'];
const paragraph = (i: number) =>
  `<p id="p${i}">On day ${i} of the hearing the council asked ${NAMES[i % 3]} for its offer, and the clerk wrote it down.</p>`;
const PARAGRAPHS = Array.from({ length: COUNT }, (_, i) => paragraph(i));
const PAGE = `<style>p{line-height:1.6}</style><article><h1>Minutes</h1>${PARAGRAPHS.slice(0, COUNT / 2).join('')}
<div id="box" style="height:300px;overflow:auto">${PARAGRAPHS.slice(COUNT / 2, COUNT / 2 + 200).join('')}</div>
<div style="display:contents">${PARAGRAPHS.slice(COUNT / 2 + 200).join('')}</div></article>`;

const english = (i: number) =>
  `On day ${i} of the hearing the council asked ${NAMES[i % 3]} for its offer, and the clerk wrote down what was said of it.`;
const arabic = (i: number) =>
  `في اليوم ${i} من الجلسة طلب المجلس من شركة هواوي عرضها لنظام الكاميرات في المدينة، وكتب الكاتب كل ما قيل فيها من كلام.`;
const chinese = (i: number) =>
  `听证会第${i}天，市议会要求华为提交城市摄像头系统的报价，书记员将会上的发言逐一记录在案，议员们随后讨论了预算安排、工期以及数据保存的期限，并决定下周继续审议，届时邀请警方代表到场说明情况。`;

/** What is painted on a page, and where. */
const lookAt = ({ page }: TestArticle) => {
  const isPainted = (i: number) =>
    page.evaluate((id) => {
      for (const highlight of CSS.highlights.values())
        for (const range of highlight as unknown as Iterable<AbstractRange>)
          if (document.getElementById(id)?.contains(range.startContainer)) return true;
      return false;
    }, `p${i}`);
  return {
    isPainted,
    painted: () => page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0)),
    scrollTo: (i: number) =>
      page.evaluate((id) => document.getElementById(id)?.scrollIntoView({ block: 'center' }), `p${i}`),
    isPaintedSoon: (i: number) =>
      waitFor(() => isPainted(i), { for: `the mark in paragraph ${i}`, timeout: 5000 }),
  };
};

async function openMany(browser: TestBrowser, html: string, count = COUNT): Promise<TestArticle> {
  const article = await browser.openHtml(html);
  await waitFor(async () => (await article.report()).mentions.length === count, {
    for: 'all mentions',
    timeout: 60_000,
  });
  await article.page.bringToFront();
  return article;
}

describe.each(MAINLY_CHROMIUM)('very many marks in %s', (name) => {
  let browser: TestBrowser;
  let article: TestArticle;
  let here: ReturnType<typeof lookAt>;
  beforeAll(async () => {
    browser = await startBrowser(name);
    article = await openMany(browser, PAGE);
    here = lookAt(article);
  });
  afterAll(() => browser?.close());

  test('are painted near the window alone', async () => {
    await here.isPaintedSoon(0);
    await here.isPaintedSoon(20);
    await waitFor(async () => (await here.painted()) < 500, { for: 'the far marks to go' });
    expect(await here.isPainted(COUNT / 2)).toBe(false);
  });

  test.each([
    ['in the middle', 700],
    ['in a box that scrolls by itself', COUNT / 2 + 150],
    ['inside an element without a box', COUNT - 300],
    ['at the end', COUNT - 1],
    ['at the beginning again', 3],
  ])('are there %s', async (_, i) => {
    await here.scrollTo(i);
    await here.isPaintedSoon(i);
    await here.isPaintedSoon(i - 2);
  });

  test('answer to the pointer, and to a step to a name far away', async () => {
    await article.hover(2);
    await article.waitForCard();
    await article.leave();
    await article.waitForNoCard();
    await article.call('openMention', { index: COUNT - 2, focus: false });
    await article.waitForCard();
    await here.isPaintedSoon(COUNT - 2);
    await article.page.keyboard.press('Escape');
    await article.waitForNoCard();
  });

  test('follow an edit without leaving the page, whatever was far', async () => {
    await here.scrollTo(40);
    await here.isPaintedSoon(40);
    // Looked at in every frame: what is not changed must not flicker.
    const flickered = article.page.evaluate(async () => {
      const isMarked = () => {
        for (const highlight of CSS.highlights.values())
          for (const range of highlight as unknown as Iterable<AbstractRange>)
            if (document.getElementById('p40')?.contains(range.startContainer)) return true;
        return false;
      };
      let missing = 0;
      for (let frame = 0; frame < 60; frame++) {
        if (frame === 5) document.getElementById('p41')?.append(' Palantir was asked as well.');
        if (frame === 25) document.getElementById('p39')?.remove();
        await new Promise((done) => requestAnimationFrame(done));
        if (!isMarked()) missing++;
      }
      return missing;
    });
    expect(await flickered).toBe(0);
    await here.isPaintedSoon(41);
  });

  test('are all there on paper', async () => {
    await article.page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await waitFor(async () => (await here.painted()) >= COUNT - 1, { for: 'all marks' });
    await article.page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await waitFor(async () => (await here.painted()) < 500, { for: 'the far marks to go' });
  });

  test.each([
    ['from right to left', 'dir="rtl" lang="ar"', '', arabic],
    ['in columns side by side', 'lang="en"', 'article{height:80vh;columns:20em;column-fill:auto}', english],
    ['from top to bottom, columns to the left', 'lang="zh"', 'html{writing-mode:vertical-rl}', chinese],
  ])('are found near the window in text that runs %s', async (_, attributes, style, words) => {
    const paragraphs = Array.from({ length: COUNT }, (_, i) => `<p id="p${i}">${words(i)}</p>`).join('');
    const html = `<!doctype html><html ${attributes}><meta charset="utf-8"><title>Minutes</title><style>${style}</style><article><h1>${words(0)}</h1>${paragraphs}</article>`;
    const other = await openMany(browser, html, COUNT + 1);
    const there = lookAt(other);
    for (const i of [2, 1400, COUNT - 2, 700]) {
      await there.scrollTo(i);
      await there.isPaintedSoon(i);
      await waitFor(async () => (await there.painted()) < COUNT / 2, { for: 'the far marks to go' });
    }
    await other.page.close();
  });
});
