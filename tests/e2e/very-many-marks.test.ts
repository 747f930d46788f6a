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

describe.each(MAINLY_CHROMIUM)('very many marks in %s', (name) => {
  let browser: TestBrowser;
  let article: TestArticle;
  beforeAll(async () => {
    browser = await startBrowser(name);
    article = await browser.openHtml(PAGE);
    await waitFor(async () => (await article.report()).mentions.length === COUNT, {
      for: 'all mentions',
      timeout: 60_000,
    });
    await article.page.bringToFront();
  });
  afterAll(() => browser?.close());

  const painted = () =>
    article.page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0));
  const isPainted = (i: number) =>
    article.page.evaluate((id) => {
      for (const highlight of CSS.highlights.values())
        for (const range of highlight as unknown as Iterable<AbstractRange>)
          if (document.getElementById(id)?.contains(range.startContainer)) return true;
      return false;
    }, `p${i}`);
  const scrollTo = (i: number) =>
    article.page.evaluate((id) => document.getElementById(id)?.scrollIntoView({ block: 'center' }), `p${i}`);
  const isPaintedSoon = (i: number) =>
    waitFor(() => isPainted(i), { for: `the mark in paragraph ${i}`, timeout: 5000 });

  test('are painted near the window alone', async () => {
    await isPaintedSoon(0);
    await isPaintedSoon(20);
    await waitFor(async () => (await painted()) < 500, { for: 'the far marks to go' });
    expect(await isPainted(COUNT / 2)).toBe(false);
  });

  test.each([
    ['in the middle', 700],
    ['in a box that scrolls by itself', COUNT / 2 + 150],
    ['inside an element without a box', COUNT - 300],
    ['at the end', COUNT - 1],
    ['at the beginning again', 3],
  ])('are there %s', async (_, i) => {
    await scrollTo(i);
    await isPaintedSoon(i);
    await isPaintedSoon(i - 2);
  });

  test('answer to the pointer, and to a step to a name far away', async () => {
    await article.hover(2);
    await article.waitForCard();
    await article.leave();
    await article.waitForNoCard();
    await article.call('openMention', { index: COUNT - 2, focus: false });
    await article.waitForCard();
    await isPaintedSoon(COUNT - 2);
    await article.page.keyboard.press('Escape');
    await article.waitForNoCard();
  });

  test('follow an edit without leaving the page, whatever was far', async () => {
    await scrollTo(40);
    await isPaintedSoon(40);
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
    await isPaintedSoon(41);
  });

  test('are all there on paper', async () => {
    await article.page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await waitFor(async () => (await painted()) >= COUNT - 1, { for: 'all marks' });
    await article.page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await waitFor(async () => (await painted()) < 500, { for: 'the far marks to go' });
  });
});
