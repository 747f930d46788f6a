/** Where the system sets the colours: marks are lines, what is to look like text does, and the open card's words differ. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser, type TestArticle, type TestBrowser, waitFor } from '../helpers/browser.ts';
import { isPainted } from '../helpers/painted.ts';
import { storeSettings } from '../helpers/settings.ts';

const PAGE = `<!doctype html><article><h1>Cameras</h1><p>Police asked Huawei for an offer, and Hikvision for none.</p>
  <p>Huawei said on Monday that it had made one.</p></article>`;

let browser: TestBrowser;
let article: TestArticle;
beforeAll(async () => {
  browser = await startBrowser('chromium');
  article = await browser.openHtml(PAGE);
  await article.waitForMarks();
});
afterAll(() => browser?.close());

async function force(value: 'active' | 'none'): Promise<void> {
  const session = await article.page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
}
/** How many words there are under each key. */
const painted = () =>
  article.page.evaluate(() => Object.fromEntries([...CSS.highlights].map(([key, { size }]) => [key, size])));
const waitForPaint = (counts: Readonly<Record<string, number>>) =>
  waitFor(async () => JSON.stringify(await painted()) === JSON.stringify(counts), {
    for: JSON.stringify(counts),
  });

test('words that are not to be marked are left alone as long as colours are forced', async () => {
  await force('active');
  await waitForPaint({ 'sidelight-a': 2 });
  await force('none');
  await waitForPaint({ 'sidelight-a': 2, 'sidelight-b': 1 });
  await force('active');
  await waitForPaint({ 'sidelight-a': 2 });
});

test('the words of the open card have a line of their own', async () => {
  await article.call('openMention', { index: 0, focus: true });
  await article.waitForCard('huawei');
  await article.screenshot('forced-colors');
  expect(await isPainted(article.page, 'sidelight-d')).toBe(true);
  await article.page.keyboard.press('Escape');
  await article.waitForNoCard();
});

test('without marks nothing is painted', async () => {
  await storeSettings(browser.sender, { marked: 'none' });
  await waitForPaint({});
});
