/**
 * `npm run pictures`: the pictures of the README and the stores, taken of the built extension on our own demonstration
 * article, so that they stay true. Writes docs/store/*.png.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { type Article, openArticle } from './lib/article.ts';
import { buildExtension } from './lib/build.mjs';
import { ensureBrowser } from './lib/ensure-browser.mjs';
import { callWorker } from './lib/extension-calls.ts';
import { reportFailure } from './lib/failure.mjs';
import { type BrowserWithExtension, launchBrowser } from './lib/launch.ts';
import { withLock } from './lib/lock.mjs';
import { writeScreenshot } from './lib/screenshot.ts';
import { folderSite, serve } from './lib/serve.ts';
import { waitFor } from './lib/wait.ts';
import { fillLibrary } from './pictures/notes.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const PICTURES = join(ROOT, 'docs/store');
/** What both stores take. */
const STORE = { width: 1280, height: 800 };
const PANEL_WIDTH = 400;

try {
  await run();
} catch (error) {
  reportFailure(error);
}

async function run(): Promise<void> {
  const executablePath = ensureBrowser('chromium');
  // The testing build: the only one whose card can be pressed from outside.
  const extension = withLock('build', () => buildExtension('chromium', 'testing'));
  const site = await serve(folderSite(join(ROOT, 'assets/demo')));
  const host = await launchBrowser({ browser: 'chromium', executablePath, extension, headless: true });
  try {
    const sender = await host.openExtensionPage('popup.html');
    await callWorker(sender, 'datasetInfo', null);
    const article = await openArticle(host, { sender, url: `${site.origin}/index.html` });
    await article.page.setViewport(STORE);
    await article.waitForMarks();
    await card(article);
    await panel(host, article);
    await library(host, sender);
    await settings(host);
  } finally {
    await host.browser.close();
    await site.close();
  }
}

/** The words stand high in the window, so that the card has room below them. */
async function card({ page, ...article }: Article): Promise<void> {
  const { mentions } = await article.report();
  const project = Math.max(
    0,
    mentions.findIndex(({ kind }) => kind === 'project'),
  );
  await article.hover(project);
  await article.waitForCard();
  await page.keyboard.press('Escape');
  await article.waitForNoCard();
  await article.leave();
  const place = await page.evaluate(async (words) => {
    const walker = document.createTreeWalker(
      document.querySelector('article') ?? document,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node as Text).data.indexOf(words);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      scrollBy({ top: range.getBoundingClientRect().top - 150, behavior: 'instant' });
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    throw new Error(`the page does not say: ${words}`);
  }, mentions[project]?.text ?? '');
  await page.mouse.move(place.x - 60, place.y - 40);
  await page.mouse.move(place.x, place.y, { steps: 8 });
  await article.waitForCard();
  await picture(page, '1-card.png');
  await page.keyboard.press('Escape');
  await article.waitForNoCard();
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
}

/** The article with the panel beside it, as the browser's own window shows the two. */
async function panel(host: BrowserWithExtension, article: Article): Promise<void> {
  const width = STORE.width - PANEL_WIDTH;
  await article.page.setViewport({ width, height: STORE.height });
  await article.page.bringToFront();
  await article.waitForMarks();
  const left = await article.page.screenshot({ type: 'png', encoding: 'base64' });
  const tab = await tabOf(host, article.page.url());
  const page = await host.openExtensionPage(`sidepanel.html?tab=${tab}`);
  await page.setViewport({ width: PANEL_WIDTH, height: STORE.height });
  await waitFor(() => page.$('.node'), { for: 'the picture of connections' });
  const right = await page.screenshot({ type: 'png', encoding: 'base64' });
  await page.$eval('.node', (node) => node.closest('section')?.scrollIntoView({ behavior: 'instant' }));
  const connections = await page.screenshot({ type: 'png', encoding: 'base64' });
  await page.setViewport(STORE);
  await page.evaluate(sideBySide, left, right, STORE.height);
  await picture(page, '2-panel.png');
  await page.evaluate(sideBySide, left, connections, STORE.height);
  await picture(page, '3-connections.png');
  await page.close();
}

/** Runs in a page of ours, and takes its place. */
async function sideBySide(left: string, right: string, height: number): Promise<void> {
  const images = [left, right].map((data, i) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    const side = i === 0 ? 'left:0' : 'right:0;box-shadow:0 0 0 1px #c3c9ce';
    image.style.cssText = `position:fixed;top:0;height:${height}px;${side}`;
    return image;
  });
  await Promise.all(images.map((image) => image.decode()));
  document.body.replaceChildren(...images);
}

async function library(host: BrowserWithExtension, sender: Page): Promise<void> {
  await fillLibrary(sender);
  const page = await host.openExtensionPage('library.html');
  await page.setViewport(STORE);
  const row = await waitFor(() => page.$('.row'), { for: 'a note in the library' });
  await row.click();
  await waitFor(() => page.$('.detail'), { for: 'the note' });
  await picture(page, '4-library.png');
  await page.close();
}

async function settings(host: BrowserWithExtension): Promise<void> {
  const page = await host.openExtensionPage('options.html');
  await page.setViewport(STORE);
  await waitFor(() => page.$('#opening input'), { for: 'the settings' });
  await picture(page, '5-settings.png');
  await page.close();
}

async function picture(page: Page, name: string): Promise<void> {
  await page.bringToFront();
  await writeScreenshot(page, join(PICTURES, name));
  console.log(`docs/store/${name}`);
}

interface TabsApi {
  readonly tabs: { query(filter: object): Promise<{ id?: number; url?: string }[]> };
}

async function tabOf(host: BrowserWithExtension, url: string): Promise<number> {
  const page = await host.openExtensionPage('popup.html');
  const id = await page.evaluate(async (wanted) => {
    const { chrome } = globalThis as unknown as { chrome: TabsApi };
    return (await chrome.tabs.query({})).find((tab) => tab.url === wanted)?.id;
  }, url);
  await page.close();
  if (id === undefined) throw new Error(`there is no tab with ${url}`);
  return id;
}
