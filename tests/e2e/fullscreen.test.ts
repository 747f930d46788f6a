/** Words in an element that fills the screen: everything outside it is dead then, so that their card has to live in it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser, type TestBrowser, waitFor } from '../helpers/browser.ts';

const HTML = `<!doctype html><article><h1>Cameras</h1><p><button>Larger</button></p>
  <div id="all" style="background:#fff"><p>Police asked Huawei for an offer, the council said on Monday.</p></div>
  <p>Nothing was decided on the matter of the bridge.</p></article>
  <script>document.querySelector('button').onclick = () => all.requestFullscreen()</script>`;

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser('chromium');
});
afterAll(() => browser?.close());

test('a card over what fills the screen can be used', async () => {
  const article = await browser.openHtml(HTML);
  await article.waitForMarks();
  await article.page.click('button');
  await waitFor(() => article.page.evaluate(() => document.fullscreenElement !== null), {
    for: 'the whole screen',
  });
  await article.hover(0);
  await article.waitForCard('huawei');
  await article.cardTexts('.actions');
  await article.clickInCard('.pin');
  expect(await article.cardTexts('.pin[aria-pressed="true"]')).toHaveLength(1);
  await article.page.evaluate(() => document.exitFullscreen());
  await article.clickInCard('.close');
  await article.waitForNoCard();
});
