/**
 * Firefox with the window, the finger, the coarse pointer and the interfaces of a phone (Firefox for Android itself is no
 * browser a test can start here): nothing is wider than the screen, a tap opens a card that lies within it, and nothing needs
 * what is not there.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeScreenshot } from '../../scripts/lib/screenshot.ts';
import { ROOT, startBrowser, type TestArticle, type TestBrowser, waitFor } from '../helpers/browser.ts';
import { twoNotes } from '../helpers/notes.ts';
import { callNotes } from '../helpers/notes-page.ts';
import { MISSING_ON_PHONES, phonePackage } from '../helpers/phone-package.ts';

const PHONE = { width: 360, height: 740 };

const PREFERENCES = {
  'dom.w3c_touch_events.enabled': 1,
  // A coarse pointer that cannot hover, and no other.
  'ui.primaryPointerCapabilities': 1,
  'ui.allPointerCapabilities': 1,
};

const NOTES = twoNotes({
  note: 'Who paid? See https://paper.example/a/very/long/address/without/any/place/where/it/could/be/broken',
});

/** Own pages, and what has to be on them before they are measured. */
const OWN_PAGES: readonly [path: string, ready: string][] = [
  ['popup.html', 'footer'],
  ['options.html', '#data button'],
  ['welcome.html', '.try kbd, .try [role="status"]'],
  ['library.html', '.row'],
  ['library.html#entity=huawei', '.dossier'],
  ['library.html#import', '.tool'],
  ['library.html#export', '.tool'],
  ['library.html#upkeep', '.tool'],
  ['sidepanel.html', 'main'],
];

/** Runs in the page: what sticks out to the right, as `tag.class`; shadow trees of ours included. */
function tooWide(): string[] {
  const found: string[] = [];
  if (document.documentElement.scrollWidth > innerWidth)
    found.push(`the page: ${document.documentElement.scrollWidth} of ${innerWidth}`);
  const roots = [...document.querySelectorAll('sidelight-card, sidelight-notes')].map((e) => e.shadowRoot);
  for (const element of roots.flatMap((root) => [...(root?.querySelectorAll('*') ?? [])])) {
    const box = element.getBoundingClientRect();
    if (box.width > 0 && (box.right > innerWidth + 0.5 || box.left < -0.5))
      found.push(`${element.localName}.${element.className}: ${box.left} to ${box.right}`);
  }
  return found;
}

describe('on the screen of a phone, in firefox', () => {
  let browser: TestBrowser;
  let article: TestArticle;
  let extension: string;
  beforeAll(async () => {
    extension = phonePackage();
    browser = await startBrowser('firefox', { preferences: PREFERENCES, extension });
    for (const note of NOTES) await callNotes(browser.sender, 'saveNote', { note });
    article = await browser.openFolder('assets/demo');
    await article.page.setViewport(PHONE);
    await article.waitForMarks();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(extension, { recursive: true, force: true });
  });

  const shot = (page: Page, name: string) =>
    writeScreenshot(page, join(ROOT, '.output/screenshots', `phone-${name}.png`));

  test('it is a phone as far as pages can tell', async () => {
    expect(
      await article.page.evaluate(() => [
        innerWidth,
        matchMedia('(hover: none) and (pointer: coarse)').matches,
        'TouchEvent' in window,
      ]),
    ).toEqual([PHONE.width, true, true]);
    expect(
      await browser.sender.evaluate((names) => {
        const { browser: api } = globalThis as unknown as { browser: Record<string, unknown> };
        return names.filter((name) => api[name] !== undefined);
      }, MISSING_ON_PHONES),
    ).toEqual([]);
  });

  test('a tap opens a card that lies within the screen, its tools too', async () => {
    const { mentions } = await article.report();
    const { entity } = mentions.find(({ kind }) => kind === 'project') ?? {};
    const place = await article.page.evaluate(() => {
      const [range] = CSS.highlights.get('sidelight-a') ?? [];
      const live = document.createRange();
      if (!range) throw new Error('nothing is marked');
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      live.startContainer.parentElement?.scrollIntoView({ block: 'center' });
      const box = live.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
    await article.page.touchscreen.tap(place.x, place.y);
    await article.waitForCard();
    await article.cardTexts('.actions');
    await shot(article.page, 'card');
    expect(await article.page.evaluate(tooWide)).toEqual([]);
    await article.call('openMention', {
      index: mentions.findIndex((mention) => mention.entity === entity),
      focus: true,
    });
    await article.waitForCard(entity);
    await article.cardTexts('.actions');
    for (const tool of ['cite', 'why', 'report']) {
      await article.page.$eval(`sidelight-card >>> .actions [data-to="${tool}"]`, (button) =>
        (button as HTMLElement).click(),
      );
      await article.cardTexts('.tool > div > *');
      await shot(article.page, `tool-${tool}`);
      expect(await article.page.evaluate(tooWide)).toEqual([]);
      await article.page.$eval('sidelight-card >>> .back', (button) => (button as HTMLElement).click());
      await article.cardTexts('.actions');
    }
  });

  test('a source opens from a page whose links cannot', async () => {
    const url = new URL('/source', article.page.url()).href;
    await browser.callWorker('openSource', { url });
    await waitFor(async () => (await browser.browser.pages()).some((page) => page.url() === url), {
      for: 'the tab of the source',
    });
  });

  test('the library says nothing of backups that nobody writes', async () => {
    const page = await browser.openExtensionPage('library.html#upkeep');
    await waitFor(() => page.$('.tool'), { for: 'the upkeep' });
    expect(await page.$$('.tool select')).toEqual([]);
    await page.close();
  });

  test.each(OWN_PAGES)('%s is no wider than the screen', async (path, ready) => {
    const page = await browser.openExtensionPage(path);
    await page.setViewport(PHONE);
    await waitFor(() => page.$(ready), { for: ready });
    await shot(page, path.replace(/\W+/g, '-'));
    expect(await page.evaluate(tooWide)).toEqual([]);
    await page.close();
  });
});
