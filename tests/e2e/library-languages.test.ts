/** The library and the notes on pages in other languages: spoken, changed while open, and nothing too long for its place. */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeScreenshot } from '../../scripts/lib/screenshot.ts';
import type { InterfaceLanguage } from '../../src/core/words/languages.ts';
import { resize } from '../helpers/at-rest.ts';
import {
  MAINLY_CHROMIUM,
  ROOT,
  startBrowser,
  type TestArticle,
  type TestBrowser,
  waitFor,
} from '../helpers/browser.ts';
import { twoNotes } from '../helpers/notes.ts';
import { callNotes, noteTexts, selectWords } from '../helpers/notes-page.ts';
import { storeSettings } from '../helpers/settings.ts';

const PAGE = `<!doctype html><html lang="en"><head><title>Cameras</title></head><body><article><h1>Cameras</h1>
<p>Officials said that 800 cameras of Huawei had been installed at 100 places since the spring.</p></article></body></html>`;

const NOTES = twoNotes();

const TITLES: readonly [InterfaceLanguage, string][] = [
  ['de', 'Sidelight – Sammlung'],
  ['ru', 'Библиотека Sidelight'],
];
const WIDTHS = [1280, 400];
/** Views, and what only that one shows once all of it is there. */
const VIEWS: readonly [view: string, ready: string][] = [
  ['notes', '.row'],
  ['entity=huawei', '.dossier'],
  ['import', '.tool > .drop'],
  ['export', '.formats'],
  // Of its five parts the one about room comes last: the browser is asked for it.
  ['upkeep', '.tool > section:nth-of-type(5)'],
];

describe.each(MAINLY_CHROMIUM)('the library’s languages in %s', (name) => {
  let browser: TestBrowser;
  let page: Page;
  let article: TestArticle;

  beforeAll(async () => {
    browser = await startBrowser(name);
    for (const note of NOTES) await callNotes(browser.sender, 'saveNote', { note });
    await storeSettings(browser.sender, { language: 'de' });
    page = await browser.openExtensionPage('library.html');
    await page.waitForSelector('.row', { timeout: 10_000 });
  });
  afterAll(() => browser?.close());

  const show = async (view: string, ready: string) => {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, view);
    await page.waitForSelector(ready, { timeout: 10_000 });
  };

  test('another language is spoken at once, in what is open', async () => {
    const text = () => page.$eval('.count-line strong', (line) => line.textContent);
    await waitFor(async () => (await text()) === '2 Notizen', { for: 'German' });
    expect(await page.title()).toBe('Sidelight – Sammlung');
    await storeSettings(browser.sender, { language: 'ru' });
    await waitFor(async () => (await text()) === '2 заметки', { for: 'Russian' });
    expect([await page.title(), await page.$eval('html', (html) => html.lang)]).toEqual([
      'Библиотека Sidelight',
      'ru',
    ]);
    expect(await page.$eval('.row .from', (from) => from.textContent)).toMatch(/сохранено: \d+ \p{L}+ 2026/u);
  });

  describe.each(TITLES)('in %s', (language, title) => {
    test.each(WIDTHS)('%i pixels are enough', async (width) => {
      await storeSettings(browser.sender, { language });
      await waitFor(async () => (await page.title()) === title, { for: title });
      await resize(page, { width, height: 900 });
      const found: string[] = [];
      const look = async (what: string) => {
        await writeScreenshot(
          page,
          join(ROOT, '.output/screenshots', `${name}-library-${language}-${width}-${what.split('=')[0]}.png`),
        );
        for (const fault of await page.evaluate(tooLong)) found.push(`${what}: ${fault}`);
      };
      for (const [view, ready] of VIEWS) {
        await show(view, ready);
        await look(view);
      }
      await show('notes', '.row');
      await page.locator('.row .tick').click();
      await page.waitForSelector('.bulk', { timeout: 10_000 });
      await page.locator('.row:nth-child(2) .open').click();
      await page.waitForSelector('.detail .note', { timeout: 10_000 });
      await look('detail');
      // On a narrow window the note lies over the list.
      await page.locator('.detail .quiet').click();
      await page.locator('.row .tick').click();
      await page.keyboard.press('?');
      await page.waitForSelector('.key-help', { timeout: 10_000 });
      await look('keys');
      await page.keyboard.press('Escape');
      expect(found).toEqual([]);
    });
  });

  test('a note on a page is offered, opened and counted in the reader’s language', async () => {
    await storeSettings(browser.sender, { language: 'de' });
    article = await browser.openHtml(PAGE);
    await article.waitForMarks();
    await selectWords(article.page, '800 cameras of Huawei');
    expect(await noteTexts(article.page, '.offer-button')).toEqual(['Speichern']);
    await article.page.locator('sidelight-notes >>> .offer-button').click();
    expect((await noteTexts(article.page, '.field > span'))[0]).toBe('Ihre Notiz');
    await article.screenshot('note-de');
    await waitFor(async () => (await noteTexts(article.page, '.tab'))[0] === '1 Notiz', {
      for: 'the corner',
    });
    await storeSettings(browser.sender, { language: 'ru' });
    await waitFor(async () => (await noteTexts(article.page, '.tab'))[0] === '1 заметка', { for: 'Russian' });
    expect(
      await article.page.$eval('sidelight-notes >>> .corner', (corner) => (corner as HTMLElement).lang),
    ).toBe('ru');
  });
});

/** In the page: what stands out of its box, of its neighbours' row, or of the window. */
function tooLong(): string[] {
  const faults: string[] = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width)
    faults.push(`the page is ${document.documentElement.scrollWidth} wide`);
  for (const element of document.querySelectorAll<HTMLElement>(
    'button, select, label, summary, input, h2, h3, p, dt, dd',
  )) {
    const box = element.getBoundingClientRect();
    if (box.width === 0) continue;
    const words = `${element.tagName} “${(element.textContent ?? '').slice(0, 40)}”`;
    if (box.right > width + 1 || box.left < -1) faults.push(`${words} leaves the window`);
    if (element instanceof HTMLInputElement && element.placeholder && !element.matches('.search-field')) {
      const style = getComputedStyle(element);
      const pen = document.createElement('canvas').getContext('2d');
      if (!pen) throw new Error('nothing to measure with');
      pen.font = `${style.fontSize} ${style.fontFamily}`;
      const room = element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      if (pen.measureText(element.placeholder).width > room) faults.push(`“${element.placeholder}” is cut`);
    }
    // Text that is cut with an ellipsis on purpose is somebody's own: names, tags, passages.
    const cut =
      getComputedStyle(element).textOverflow === 'ellipsis' || element.querySelector('.name, .quote, .own');
    if (!cut && element.tagName === 'BUTTON' && element.scrollWidth > element.clientWidth + 1)
      faults.push(`${words} is wider than its box`);
  }
  return faults;
}
