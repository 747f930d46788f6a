/**
 * Either browser with the testing build in it (`npm test` makes it; its shadow roots are open). A test file starts one
 * browser and opens pages in it:
 *
 *     describe.each(BROWSERS)('in %s', (name) => {
 *       let browser: TestBrowser;
 *       beforeAll(async () => { browser = await startBrowser(name); });
 *       afterAll(() => browser.close());
 *       test('…', async () => {
 *         const article = await browser.openHtml('<article>…</article>');
 *         await article.waitForMarks();
 *         await article.hover(0);
 *         await article.waitForCard();
 *         expect(await article.cardTexts('h2')).toEqual(['…']);
 *       });
 *     });
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type Article, openArticle } from '../../scripts/lib/article.ts';
import { type BrowserName, findBrowser } from '../../scripts/lib/browsers.mjs';
import { extensionFolder } from '../../scripts/lib/build.mjs';
import { callWorker } from '../../scripts/lib/extension-calls.ts';
import { type BrowserWithExtension, type LaunchOptions, launchBrowser } from '../../scripts/lib/launch.ts';
import { writeScreenshot } from '../../scripts/lib/screenshot.ts';
import {
  type Answer,
  folderSite,
  type PageServer,
  pagesSite,
  type Site,
  serve,
} from '../../scripts/lib/serve.ts';
import { waitFor } from '../../scripts/lib/wait.ts';
import type { PageReport } from '../../src/messages/to-page.ts';
import type { ToWorker } from '../../src/messages/to-worker.ts';

export { waitFor };

export const BROWSERS = ['chromium', 'firefox'] as const satisfies readonly BrowserName[];

/** Whether this is the long run: `npm run test:full`. */
export const IS_LONG_RUN = process.env.SIDELIGHT_FULL === '1';

/**
 * Both in the long run (`npm run test:full`), Chromium in the quick one: for tests whose Firefox half has never told anything
 * that the others do not tell, and which take their time.
 */
export const MAINLY_CHROMIUM: readonly BrowserName[] = IS_LONG_RUN ? BROWSERS : ['chromium'];

export const ROOT = resolve(import.meta.dirname, '../..');

export interface TestBrowser extends BrowserWithExtension {
  /** The extension's own page that messages are sent from. */
  readonly sender: Page;
  /** Serves `html` at `/` (with `headers`, such as a content security policy) and opens it. */
  openHtml(html: string, headers?: Readonly<Record<string, string>>): Promise<TestArticle>;
  /** Serves several pages (`/frame.html` → HTML, or a whole answer) and opens one of them. */
  openPages(pages: Readonly<Record<string, string | Answer>>, path?: string): Promise<TestArticle>;
  /** Serves a folder (its path from the repository's root) and opens one of its files. */
  openFolder(folder: string, file?: string, headers?: Readonly<Record<string, string>>): Promise<TestArticle>;
  /** Serves pages that are made when they are asked for, and opens one. */
  openSite(site: Site, path?: string): Promise<TestArticle>;
  /** Opens an address in a new tab. */
  openAddress(url: string): Promise<TestArticle>;
  /** Calls a message of the worker's protocol from the extension's own page. Rejects with the failure's words. */
  callWorker<K extends keyof ToWorker>(
    name: K,
    argument: Parameters<ToWorker[K]>[0],
  ): Promise<ReturnType<ToWorker[K]>>;
  close(): Promise<void>;
}

export interface TestArticle extends Article {
  /** Waits until something inside the card matches, and returns the text of all that does. */
  cardTexts(selector: string): Promise<string[]>;
  /**
   * Resolves once the open card has led on from `entity` to another one. Until that has come the report names the old one,
   * also behind a notice that the new one is on its way.
   */
  waitForCardAfter(entity: string): Promise<NonNullable<PageReport['card']>>;
  /** All that the card shows, as text. */
  cardText(): Promise<string>;
  /** Clicks on the first match inside the card, with the real mouse. */
  clickInCard(selector: string): Promise<void>;
  /** Writes `.output/screenshots/BROWSER-NAME.png` and returns its path. */
  screenshot(name: string): Promise<string>;
}

export interface StartBrowserOptions extends Pick<LaunchOptions, 'preferences' | 'args'> {
  /** False: pages can be opened while the extension is still busy with its first import. */
  readonly waitForDataset?: boolean;
  /** Another package than the testing build as it is. */
  readonly extension?: string;
}

export async function startBrowser(
  name: BrowserName,
  {
    waitForDataset = true,
    extension = extensionFolder(name, 'testing'),
    ...options
  }: StartBrowserOptions = {},
): Promise<TestBrowser> {
  const executablePath = findBrowser(name);
  if (!executablePath) throw new Error(`there is no ${name} on this machine: run npm run setup`);
  if (!existsSync(extension)) throw new Error(`${extension} is not built: run the tests with npm test`);
  const host = await launchBrowser({ browser: name, executablePath, extension, headless: true, ...options });
  const sender = await host.openExtensionPage('popup.html');
  if (waitForDataset) await callWorker(sender, 'datasetInfo', null);
  const servers: PageServer[] = [];
  const open = async (site: Site, path: string) => {
    const server = await serve(site);
    servers.push(server);
    return withCard(await openArticle(host, { sender, url: `${server.origin}${path}` }), name);
  };
  return {
    ...host,
    sender,
    openHtml: (html, headers = {}) => open(pagesSite({ '/': { body: html, headers } }), '/'),
    openPages: (pages, path = '/') => open(pagesSite(pages), path),
    openSite: (site, path = '/') => open(site, path),
    openAddress: async (url) => withCard(await openArticle(host, { sender, url }), name),
    openFolder: (folder, file = 'index.html', headers = {}) =>
      open(folderSite(join(ROOT, folder), headers), `/${file}`),
    callWorker: (message, argument) => callWorker(sender, message, argument),
    close: async () => {
      await host.browser.close();
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}

const CARD = 'sidelight-card';

function withCard(article: Article, browser: BrowserName): TestArticle {
  const { page } = article;
  return {
    ...article,
    cardTexts: async (selector) => {
      await page.waitForSelector(`${CARD} >>> ${selector}`, { timeout: 10_000 });
      return page.$$eval(`${CARD} >>> ${selector}`, (found) =>
        found.map((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim()),
      );
    },
    waitForCardAfter: (entity) =>
      waitFor(
        async () => {
          const { card } = await article.report();
          return card !== null && card.entity !== entity && card;
        },
        { for: `another card than that of ${entity}` },
      ),
    cardText: () =>
      page.$eval(CARD, (card) => {
        const parts = [...(card.shadowRoot?.children ?? [])].filter((part) => part.localName !== 'style');
        // biome-ignore lint/performance/useDomNodeTextContent: what is seen, with a line for each block, is what is asked for.
        return parts.map((part) => (part as HTMLElement).innerText).join('\n');
      }),
    clickInCard: (selector) => page.locator(`${CARD} >>> ${selector}`).setTimeout(10_000).click(),
    screenshot: async (name) => {
      const path = join(ROOT, '.output/screenshots', `${browser}-${name}.png`);
      await writeScreenshot(page, path);
      return path;
    },
  };
}
