/** Notes of a page on a small screen and a large one: what is opened last is what is seen. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { resize } from '../helpers/at-rest.ts';
import { MAINLY_CHROMIUM, startBrowser, type TestArticle, type TestBrowser } from '../helpers/browser.ts';
import { aNote, aPassage } from '../helpers/notes.ts';
import { callNotes } from '../helpers/notes-page.ts';

const SENTENCE = 'The council met again and nothing was decided on the matter of the bridge. ';
const PAGE = `<!doctype html><meta name="viewport" content="width=device-width"><article><h1>Cameras</h1>
  <p>${SENTENCE.repeat(6)}</p><p>Officials said that 800 cameras had been installed.</p><p>${SENTENCE.repeat(40)}</p></article>`;
const SCREENS = [
  { about: 'a phone', width: 360, height: 740 },
  { about: 'a desk', width: 1280, height: 900 },
];
const PASSAGES = ['800 cameras had been installed', 'These words are not there', 'Nor are these any more'];

describe.each(MAINLY_CHROMIUM)('the list of notes in %s', (name) => {
  let browser: TestBrowser;
  let article: TestArticle;
  beforeAll(async () => {
    browser = await startBrowser(name);
    article = await browser.openHtml(PAGE);
    const { page } = aNote();
    for (const [i, text] of PASSAGES.entries()) {
      const note = aNote({
        id: `6f6c1c1e-9f1e-4c39-8a35-0d9b6f0d4b0${i}`,
        page: { ...page, url: article.page.url() },
        passage: aPassage(text),
      });
      await callNotes(browser.sender, 'saveNote', { note });
    }
    await article.page.reload();
    await article.page.waitForSelector('sidelight-notes >>> .tab', { timeout: 20_000 });
  });
  afterAll(() => browser?.close());
  afterEach(() => article.page.keyboard.press('Escape'));

  const press = (selector: string) => article.page.locator(`sidelight-notes >>> ${selector}`).click();
  /** What of it lies under something else, at five of its points. */
  const covered = (selector: string) =>
    article.page.$eval(`sidelight-notes >>> ${selector}`, (element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const root = element.getRootNode() as ShadowRoot;
      const points = [
        [left + 12, top + 12],
        [right - 12, top + 12],
        [(left + right) / 2, (top + bottom) / 2],
        [left + 12, bottom - 12],
        [right - 12, bottom - 12],
      ] as const;
      return points.filter(([x, y]) => !element.contains(root.elementFromPoint(x, y)));
    });

  test.each(SCREENS)('gives way to the note that is chosen in it, on $about', async ({ about, ...size }) => {
    await resize(article.page, size);
    for (const nth of PASSAGES.keys()) {
      await press('.tab');
      await press(`.list li:nth-child(${nth + 1}) button.quote`);
      await article.page.waitForSelector('sidelight-notes >>> .panel textarea', { timeout: 10_000 });
      if (nth === 0) await article.screenshot(`notes-list-${about.replace(' ', '-')}`);
      expect(await covered('.panel .box')).toEqual([]);
    }
  });

  test.each(SCREENS)('takes the place of the note that is open, on $about', async ({ about: _, ...size }) => {
    await resize(article.page, size);
    await press('.tab');
    await press('.list li:nth-child(1) button.quote');
    await article.page.waitForSelector('sidelight-notes >>> .panel textarea', { timeout: 10_000 });
    // On a phone the note may lie over the tab.
    await article.page.$eval('sidelight-notes >>> .tab', (tab) => (tab as HTMLElement).click());
    await article.page.waitForSelector('sidelight-notes >>> .list', { timeout: 10_000 });
    expect(await covered('.list')).toEqual([]);
    await press('.tab');
  });
});
