/** Most pages are settled by a glance; what more there is begins when it is wanted. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { waitFor } from '../../scripts/lib/wait.ts';
import { BROWSERS, startBrowser, type TestArticle, type TestBrowser } from '../helpers/browser.ts';
import { markedTexts, revokeAccess, setSettings } from '../helpers/lifecycle.ts';
import { callNotes, selectWords } from '../helpers/notes-page.ts';
import { isPainted } from '../helpers/painted.ts';

const SENTENCE = 'The ministry asked Huawei for an offer on Monday.';
const card = (n: number) => `<div><h2><a href="/story-${n}">Story ${n}</a></h2><p>${SENTENCE}</p></div>`;
/** The browser asks for a picture of its own accord where a page names none. */
const HEAD = '<!doctype html><title>t</title><link rel="icon" href="data:,">';
const FRONT = `${HEAD}<main>${[1, 2, 3, 4, 5, 6].map(card).join('')}</main>`;
const STORY = `<article><h1>A tender</h1><p>${SENTENCE}</p><p>${SENTENCE.replace('Huawei', 'Hikvision')}</p></article>`;

describe.each(BROWSERS)('a glance in %s', (name) => {
  let browser: TestBrowser;
  let front: TestArticle;
  beforeAll(async () => {
    browser = await startBrowser(name);
  });
  afterEach(async () => {
    await front.close();
    await setSettings(browser, {});
  });
  afterAll(() => browser?.close());

  test('settles a front page alone, until somebody asks', async () => {
    front = await browser.openHtml(FRONT);
    expect(await markedTexts(front.page)).toEqual([]);
    expect((await front.report()).state).toBe('no-article');
    await front.call('annotate', null);
    await waitFor(async () => (await markedTexts(front.page)).includes('Huawei'), { for: 'the marks' });
  });

  test('sees a story that comes later, and its route that changes back', async () => {
    front = await browser.openHtml(FRONT);
    await front.page.evaluate((html) => {
      history.pushState(null, '', '/story-1');
      document.body.innerHTML = html;
    }, STORY);
    await waitFor(async () => (await markedTexts(front.page)).length === 2, { for: 'the marks' });
    await front.page.evaluate((html) => {
      history.pushState(null, '', '/');
      document.body.innerHTML = html;
    }, FRONT);
    await waitFor(async () => (await markedTexts(front.page)).length === 0, { for: 'the marks to go' });
  });

  test('is not enough on a site that is to be read whatever it looks like: a page that is open, and one that is opened', async () => {
    front = await browser.openHtml(FRONT);
    await setSettings(browser, { sites: { [new URL(front.page.url()).hostname]: 'always' } });
    await waitFor(async () => (await markedTexts(front.page)).length > 0, { for: 'marks on the page' });
    await front.page.reload();
    await waitFor(async () => (await markedTexts(front.page)).length > 0, { for: 'marks after a reload' });
    await setSettings(browser, {});
    await waitFor(async () => (await markedTexts(front.page)).length === 0, { for: 'the marks to go' });
  });

  test('is not enough once notes are kept, which may be on a front page', async () => {
    front = await browser.openHtml(FRONT);
    const url = front.page.url();
    await selectWords(front.page, 'asked Huawei for an offer');
    await front.page.locator('sidelight-notes >>> .offer-button').setTimeout(10_000).click();
    await waitFor(
      async () => (await callNotes(browser.sender, 'notesOnPage', { urls: [url] })).length === 1,
      { for: 'the note to be kept' },
    );
    await front.page.reload();
    await waitFor(() => isPainted(front.page, 'sidelight-n1'), { for: 'the note on the page' });
  });

  test('brings nothing to a page that may not be read any more, and is silent in its console', async () => {
    front = await browser.openHtml(FRONT);
    const said: string[] = [];
    front.page.on('console', (message) => said.push(message.text()));
    front.page.on('pageerror', (error) => said.push(String(error)));
    await revokeAccess(browser);
    await front.page.evaluate((html) => {
      document.body.innerHTML = html;
    }, STORY);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await markedTexts(front.page)).toEqual([]);
    expect(said.filter((text) => !text.startsWith('sidelight: '))).toEqual([]);
  });
});
