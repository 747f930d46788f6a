/** The library page: find, read, edit, undo, take out and bring in. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeScreenshot } from '../../scripts/lib/screenshot.ts';
import { resize } from '../helpers/at-rest.ts';
import { MAINLY_CHROMIUM, ROOT, startBrowser, type TestBrowser, waitFor } from '../helpers/browser.ts';
import { aFact, aNote, aPassage } from '../helpers/notes.ts';
import { callNotes } from '../helpers/notes-page.ts';

const NOTES = [
  aNote({ facts: [aFact('huawei/nothing-2001', { about: ['huawei'] })] }),
  aNote({
    id: '6f6c1c1e-9f1e-4c39-8a35-0d9b6f0d4a02',
    note: 'Who paid?\n\n<script>alert(1)</script>\n\n[click](javascript:alert(1))',
    tags: ['procurement', 'belgrade'],
    colour: 'blue',
    created: '2026-11-20T10:00:00.000Z',
    passage: aPassage('The contract was signed in December without a tender', { fragment: null }),
    page: {
      ...aNote().page,
      url: 'https://paper.example/contract',
      title: 'A contract without a tender',
      published: '2017-02-10',
    },
  }),
  aNote({
    id: '6f6c1c1e-9f1e-4c39-8a35-0d9b6f0d4a03',
    note: '',
    tags: [],
    colour: 'pink',
    created: '2026-10-02T10:00:00.000Z',
    passage: aPassage('Камере су постављене на хиљаду места у граду'),
    page: {
      ...aNote().page,
      url: 'https://novine.example/kamere',
      title: 'Камере у Београду',
      lang: 'sr',
      publisher: 'Новине',
      published: '2020-05-01',
    },
  }),
];

describe.each(MAINLY_CHROMIUM)('the library in %s', (name) => {
  let browser: TestBrowser;
  let page: Page;
  /** When an undo was last seen to be done; see performance.now. */
  let undone = 0;
  const shot = (what: string) =>
    writeScreenshot(page, join(ROOT, '.output/screenshots', `${name}-library-${what}.png`));
  const texts = (selector: string) =>
    page.$$eval(selector, (found) =>
      found.map((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim()),
    );
  const until = (selector: string, count: number) =>
    waitFor(async () => (await page.$$(selector)).length === count, { for: `${count} of ${selector}` });
  const untilTitles = (...titles: readonly string[]) =>
    waitFor(async () => JSON.stringify(await texts('.row .from b')) === JSON.stringify(titles), {
      for: `the list of ${titles.join(', ')}`,
    });
  const type = async (text: string) => {
    await page.focus('.search-field');
    await page.$eval('.search-field', (field) => (field as HTMLInputElement).select());
    await page.keyboard.type(text);
  };

  beforeAll(async () => {
    browser = await startBrowser(name);
    page = await browser.openExtensionPage('library.html');
  });
  afterAll(() => browser?.close());

  test('teaches how to begin while it is empty', async () => {
    await page.waitForSelector('.first-use', { timeout: 10_000 });
    await shot('first-use');
    expect((await texts('.first-use li')).length).toBe(3);
  });

  test('shows what was saved, while it is open', async () => {
    for (const note of NOTES) await callNotes(browser.sender, 'saveNote', { note });
    await until('.row', 3);
    await page.bringToFront();
    await shot('list');
    // They are counted after the list has come.
    await waitFor(
      async () => {
        const names = await texts('.sidebar .entry .name');
        return ['Huawei', '#belgrade', '#procurement'].every((name) => names.includes(name));
      },
      { for: 'the entities and tags' },
    );
  });

  test('a row says when it was saved, however long the title is', async () => {
    for (const width of [400, 1280]) {
      await resize(page, { width, height: 900 });
      expect(await page.$$eval('.row .from', cutLines), `${width} pixels wide`).toEqual([]);
    }
  });

  const searches: [typed: string, titles: string[]][] = [
    ['tender', ['A contract without a tender']],
    ['contr', ['A contract without a tender']],
    ['kamere', ['Камере у Београду']],
    ['procurement paid', ['A contract without a tender']],
    ['2020-05', ['Камере у Београду']],
    ['contrakt', ['A contract without a tender']],
  ];
  test.each(searches)('finds by “%s”', async (typed, titles) => {
    await type(typed);
    await untilTitles(...titles);
  });

  test('says when nothing is found', async () => {
    await type('zzzzqqq');
    await page.waitForSelector('.empty', { timeout: 10_000 });
    await shot('nothing');
    await type(' ');
    await until('.row', 3);
  });

  test('shows a note with the three voices apart, and runs nothing of it', async () => {
    await page.locator('.row:nth-child(1) .open').click();
    await page.waitForSelector('.detail .note', { timeout: 10_000 });
    await page.keyboard.press('Escape');
    await type('paid');
    await untilTitles('A contract without a tender');
    await page.locator('.row .open').click();
    await page.waitForSelector('.markdown', { timeout: 10_000 });
    const html = await page.$eval('.markdown', (element) => element.innerHTML);
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toMatch(/<script|href="javascript/);
    expect(await texts('.detail h3')).toEqual(['Quotation', 'My words', 'Dataset statements']);
    await shot('note');
  });

  test('says that a cited statement is not in the dataset any more', async () => {
    await type('ministry');
    await untilTitles('Cameras for the square');
    await page.locator('.row .open').click();
    await page.waitForSelector('.moved', { timeout: 10_000 });
    expect((await texts('.moved'))[0]).toContain('No longer in the dataset');
    await shot('moved');
  });

  test('deletes from the keyboard, and brings back', async () => {
    await page.$eval('.search-field', (field) => (field as HTMLInputElement).blur());
    await page.keyboard.press('Delete');
    await waitFor(async () => (await texts('.count-line strong'))[0] === '0 notes', {
      for: 'the note to be gone',
    });
    await page.keyboard.down('Control');
    await page.keyboard.press('z');
    await page.keyboard.up('Control');
    await until('.row', 1);
    await waitFor(async () => (await texts('[role="status"]')).includes('1 note put back.'), {
      for: 'the end of the undo',
    });
    undone = performance.now();
    await type(' ');
    await until('.row', 3);
  });

  test('an entity has a dossier beside the dataset', async () => {
    await page.locator('.sidebar .entry[aria-current]').click();
    await waitFor(async () => (await texts('.sidebar section .entry .name'))[0] === 'Huawei', {
      for: 'the entity of the note that was brought back',
    });
    const entries = await page.$$('.sidebar section .entry');
    await entries[0]?.click();
    await page.waitForSelector('.dossier .moment', { timeout: 10_000 });
    await shot('dossier');
    expect((await texts('.dossier .saved')).length).toBe(3);
    expect((await texts('.dossier .theirs .statement')).length).toBeGreaterThan(3);
  });

  test('an import is shown before it is made, and can be taken back', async () => {
    await page.goto(browser.extensionUrl('library.html#import')).catch(() => undefined);
    await page.waitForSelector('.drop input', { timeout: 10_000 });
    const input = await page.$('.drop input');
    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(
      join(ROOT, 'tests/fixtures/notes/hypothesis.json'),
    );
    await page.waitForSelector('.preview', { timeout: 10_000 });
    await shot('import');
    expect((await texts('.tally li'))[0]).toContain('3 notes new');
    await page.locator('.preview .main').click();
    await waitFor(
      async () => (await texts('[role="status"]')).some((text) => text.includes('3 notes imported')),
      { for: 'the import' },
    );
    const counted = async () => (await texts('.sidebar .entry .count'))[0];
    // There were three before it as well: that they are three again says something once there were six.
    await waitFor(
      async () =>
        (await counted()) === '6' && (await texts('.tools .more')).includes('Undo importing 3 notes'),
      { for: 'the import to be counted' },
    );
    // A second undo within a second of the one before is taken for a press too many.
    await waitFor(() => performance.now() - undone > 1000, { for: 'the undo before to be over' });
    await page.locator('.tools .more').click();
    await waitFor(async () => (await counted()) === '3', { for: 'the import to be taken back' });
  });

  test('teaches how to begin again when everything was deleted, and not how to search', async () => {
    await page.goto(browser.extensionUrl('library.html')).catch(() => undefined);
    await until('.row', 3);
    for (const box of await page.$$('.row input[type="checkbox"]')) await box.click();
    await page.locator('.bulk .danger').click();
    await page.waitForSelector('.first-use', { timeout: 10_000 });
    await page.locator('.tools .more').click();
    await until('.row', 3);
  });

  test('upkeep and export', async () => {
    await page.goto(browser.extensionUrl('library.html#export')).catch(() => undefined);
    await page.waitForSelector('.formats', { timeout: 10_000 });
    await shot('export');
    for (const width of [380, 760, 1280]) {
      await resize(page, { width, height: 900 });
      expect(await page.$$eval('.formats label', offFirstLine), `${width} pixels wide`).toEqual([]);
    }
    await page.goto(browser.extensionUrl('library.html#upkeep')).catch(() => undefined);
    await page.waitForSelector('.tool .drop', { timeout: 10_000 });
    await page
      .locator('.tool .button:not(.danger) ::-p-text(Check now)')
      .click()
      .catch(() => undefined);
    await shot('upkeep');
  });
});

/** Lines that are cut though their title is one of a newspaper. Runs in the page. */
function cutLines(lines: readonly Element[]): string[] {
  return lines.flatMap((line) => {
    // A copy of it: the page's own texts are its own.
    const copy = line.cloneNode(true) as Element;
    const title = copy.querySelector('b');
    if (!title) return ['no title'];
    title.textContent = 'Belgrade installs Huawei cameras that recognise faces';
    line.after(copy);
    const isCut = copy.scrollHeight > copy.clientHeight;
    copy.remove();
    return isCut ? [copy.textContent ?? ''] : [];
  });
}

/** Formats whose button does not stand beside the first line of its label. Runs in the page; every word is made to wrap. */
function offFirstLine(labels: readonly Element[]): string[] {
  return labels.flatMap((label) => {
    const [button, name] = [label.querySelector('input'), label.querySelector('b')];
    if (!button || !name) return ['no button'];
    name.textContent = 'A name that is so long that it goes over several lines';
    const range = document.createRange();
    range.selectNodeContents(name);
    const line = range.getClientRects()[0];
    const box = button.getBoundingClientRect();
    const middle = (rect: { top: number; bottom: number }) => (rect.top + rect.bottom) / 2;
    return line && Math.abs(middle(box) - middle(line)) <= 1.5 ? [] : [label.textContent ?? ''];
  });
}

test('the fixture is what Hypothesis exports', () => {
  const file = JSON.parse(readFileSync(join(ROOT, 'tests/fixtures/notes/hypothesis.json'), 'utf8'));
  expect(file.annotations).toHaveLength(5);
});
