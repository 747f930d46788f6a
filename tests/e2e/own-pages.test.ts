/** The extension's own pages in a real browser: panel beside a page, the page that teaches, settings that take effect. */
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atRest, resize } from '../helpers/at-rest.ts';
import {
  MAINLY_CHROMIUM,
  startBrowser,
  type TestArticle,
  type TestBrowser,
  waitFor,
} from '../helpers/browser.ts';

const PAGES = ['popup.html', 'sidepanel.html', 'options.html', 'welcome.html'];

/** Runs in the extension's page. */
async function tabOf(address: string): Promise<number | undefined> {
  interface Api {
    readonly tabs: { query(filter: object): Promise<{ id?: number; url?: string }[]> };
  }
  const { browser, chrome } = globalThis as { browser?: Api; chrome?: Api };
  const tabs = (await (browser ?? chrome)?.tabs.query({})) ?? [];
  return tabs.find(({ url }) => url?.startsWith(address))?.id;
}

/** Runs in the page: the middle of a marked name. */
function placeOfMark(): { x: number; y: number } | null {
  for (const highlight of CSS.highlights.values())
    for (const range of highlight as unknown as Iterable<AbstractRange>) {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      const box = live.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
  return null;
}

const texts = (page: Page, selector: string) =>
  page.$$eval(selector, (found) => found.map((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim()));

describe.each(MAINLY_CHROMIUM)('the extension’s own pages in %s', (name) => {
  let browser: TestBrowser;
  let article: TestArticle;
  let tab: number;
  beforeAll(async () => {
    browser = await startBrowser(name);
    article = await browser.openFolder('assets/demo');
    await article.waitForMarks();
    tab = await waitFor(() => browser.sender.evaluate(tabOf, article.page.url()), {
      for: 'the article’s tab',
    });
  });
  afterAll(() => browser?.close());

  const open = (path: string) => browser.openExtensionPage(`${path}?tab=${tab}`);

  test('the panel lists what the article names, and shows a mention with its card', async () => {
    const { mentions } = await article.report();
    const panel = await open('sidepanel.html');
    const names = await waitFor(
      async () => {
        const found = await texts(panel, '.entities .name');
        return found.length > 0 && found.sort();
      },
      { for: 'the panel’s list' },
    );
    expect(names).toEqual([...new Set(mentions.map((mention) => mention.name))].sort());
    await waitFor(async () => (await texts(panel, '.node')).length > 1, { for: 'the picture' });
    await panel.$$eval('.jumps button', (buttons) => (buttons[1] as HTMLElement | undefined)?.click());
    expect((await article.waitForCard()).card.entity).toBeTruthy();
    await article.call('closeCard', null);
    await panel.close();
  });

  test('the panel finds the way between two names, each step with its source', async () => {
    const panel = await open('sidepanel.html');
    await waitFor(async () => (await texts(panel, 'option')).length > 2, { for: 'the names to choose from' });
    const [from, to] = await panel.$$('select');
    await from?.select('hiljade-kamera');
    await to?.select('huawei');
    const steps = await waitFor(
      async () => {
        const found = await texts(panel, '.steps > li');
        return found.length > 0 && found;
      },
      { for: 'the way' },
    );
    const sources = await panel.$$eval('.steps > li', (found) =>
      found.map((step) => step.querySelectorAll('a[href^="http"]').length),
    );
    expect(sources).toHaveLength(steps.length);
    expect(Math.min(...sources)).toBeGreaterThan(0);
    await panel.close();
  });

  test('the page after the install teaches with a real card', async () => {
    const opened = await waitFor(() => browser.sender.evaluate(tabOf, browser.extensionUrl('welcome.html')), {
      for: 'the page that is opened by the install',
    });
    expect(opened).toBeGreaterThan(0);
    const welcome = await open('welcome.html');
    await welcome.bringToFront();
    // The sentence above the article changes when the dataset is ready, and the words move: the pointer follows them.
    let at = { x: 0, y: 0 };
    const title = await waitFor(
      async () => {
        const place = (await welcome.evaluate(placeOfMark)) ?? at;
        if (place.x !== at.x || place.y !== at.y) {
          await welcome.mouse.move(5, 5);
          await welcome.mouse.move(place.x, place.y, { steps: 5 });
          at = place;
        }
        return (await texts(welcome, 'sidelight-card >>> h1'))[0];
      },
      { for: 'the card' },
    );
    expect(title).toMatch(/Safe City|Huawei|SHARE/);
    await welcome.close();
  });

  test('another language is spoken at once: by the settings, and by the next card', async () => {
    const settings = await open('options.html');
    const select = await settings.waitForSelector('#language select');
    await select?.select('de');
    await waitFor(async () => (await texts(settings, 'h1'))[0] === 'Einstellungen', {
      for: 'German settings',
    });
    expect(await settings.evaluate(() => document.documentElement.lang)).toBe('de');
    await article.page.bringToFront();
    // The page hears of it a moment later, and a card that is open by then keeps its language.
    await waitFor(
      async () => {
        await article.call('closeCard', null);
        await article.leave();
        await article.hover(0);
        await article.waitForCard();
        await article.cardTexts('.actions');
        return (await article.cardText()).includes('Bekannt am 21. März 2022');
      },
      { for: 'a German card' },
    );
    await article.call('closeCard', null);
    await (await settings.$('#language select'))?.select('auto');
    // Stored before the page goes, or the next test finds German words.
    await waitFor(async () => (await settings.evaluate(() => document.documentElement.lang)) !== 'de', {
      for: 'the language to be the browser’s again',
    });
    await settings.close();
  });

  test('erasing everything leaves the extension as after its install', async () => {
    const settings = await open('options.html');
    await settings.waitForSelector('#data button');
    await settings.$eval('#opening [value="click"]', (radio) => (radio as HTMLElement).click());
    for (const words of ['Erase everything…', 'Erase everything now'])
      await waitFor(
        () =>
          settings.evaluate((wanted) => {
            const button = [...document.querySelectorAll<HTMLElement>('#data button')].find((each) =>
              each.textContent?.includes(wanted),
            );
            button?.click();
            return button !== undefined;
          }, words),
        { for: words },
      );
    await waitFor(async () => (await texts(settings, '#data [role="status"]')).join().includes('erased'), {
      for: 'the end of erasing',
      timeout: 30_000,
    });
    expect(
      await settings.$eval('#opening [value="hover"]', (radio) => (radio as HTMLInputElement).checked),
    ).toBe(true);
    expect((await browser.callWorker('datasetInfo', null)).entities).toBeGreaterThan(0);
    expect((await article.waitForMarks()).mentions.length).toBeGreaterThan(0);
    await settings.close();
  });

  test.runIf(name === 'chromium')(
    'have nothing that axe finds, light and dark, narrow and wide',
    async () => {
      const found: string[] = [];
      for (const path of PAGES) {
        const page = await open(path);
        await waitFor(async () => (await texts(page, 'footer')).join() !== '', { for: path });
        if (path === 'sidepanel.html') {
          await waitFor(async () => (await texts(page, '.node')).length > 1, { for: 'the picture' });
          await page.$eval('.node', (node) => node.dispatchEvent(new MouseEvent('click', { bubbles: true })));
        }
        await page.evaluate(axe.source);
        for (const [scheme, width] of [
          ['light', 1100],
          ['dark', 320],
        ] as const) {
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          await resize(page, { width, height: 700 });
          await atRest(page);
          found.push(...(await violations(page)).map((violation) => `${path}, ${scheme}: ${violation}`));
          let over = 0;
          // What a script lays out takes its new width a moment later.
          await waitFor(
            async () => {
              over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
              return over <= 0;
            },
            { for: `${path} to fit`, timeout: 3000 },
          ).catch(() => undefined);
          if (over > 0) found.push(`${path} is ${over} pixels wider than ${width}`);
        }
        await page.close();
      }
      expect(found).toEqual([]);
    },
  );

  test.runIf(name === 'chromium')(
    'every kind of button can be read under the pointer, light and dark',
    async () => {
      const found: string[] = [];
      for (const path of [...PAGES, 'library.html', 'library.html#export', 'library.html#upkeep']) {
        const page = await browser.openExtensionPage(path);
        await page.bringToFront();
        await waitFor(async () => (await page.$$(BUTTON)).length > 0 || path === 'welcome.html', {
          for: path,
        });
        await page.$$eval('details', (all) => {
          for (const details of all) details.open = true;
        });
        await page.evaluate(axe.source);
        for (const scheme of ['light', 'dark'] as const) {
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          const seen = new Set<string>();
          for (const button of await page.$$(BUTTON)) {
            const kind = await button.evaluate(
              (element) => `${element.tagName} ${element.className} ${element.closest('section')?.id}`,
            );
            if (seen.has(kind) || !(await button.isVisible())) continue;
            seen.add(kind);
            await button.hover();
            await atRest(page);
            const faults = await button.evaluate(contrastFaults);
            found.push(...faults.map((fault) => `${path}, ${scheme}: ${fault}`));
          }
        }
        await page.close();
      }
      expect(found).toEqual([]);
    },
  );
});

const BUTTON = 'button:enabled';

/** Runs in the page. */
async function contrastFaults(element: Element): Promise<string[]> {
  const { axe: run } = globalThis as unknown as { axe: typeof axe };
  const results = await run.run(element, { runOnly: { type: 'rule', values: ['color-contrast'] } });
  return results.violations.flatMap((violation) => violation.nodes.map((node) => node.html));
}

function violations(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as { axe: typeof axe };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const results = await run.run(document, { runOnly: { type: 'tag', values: tags } });
    return results.violations.map((v) => `${v.id}: ${v.nodes.map((node) => node.html).join(' ')}`);
  });
}
