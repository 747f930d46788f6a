/** The page obeys the reader's settings at once, without a reload. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { placeOf } from '../../scripts/lib/places.ts';
import type { Settings } from '../../src/core/settings/settings.ts';
import {
  MAINLY_CHROMIUM,
  startBrowser,
  type TestArticle,
  type TestBrowser,
  waitFor,
} from '../helpers/browser.ts';
import { storeSettings } from '../helpers/settings.ts';

const PAGE = `<article><h1>Cameras</h1><p>Police bought cameras from Huawei last year. Huawei did not answer, and neither did
Hikvision, which makes cameras too.</p><h2>Later</h2><p>In May Huawei said that it only supplied the cameras.</p></article>`;
const NOW = { prepare: 0, show: 0, grace: 0 };

describe.each(MAINLY_CHROMIUM)('settings in %s', (name) => {
  let browser: TestBrowser;
  let article: TestArticle;
  const set = (settings: Partial<Settings>) => storeSettings(browser.sender, settings);

  beforeAll(async () => {
    browser = await startBrowser(name);
    article = await browser.openHtml(PAGE);
    await article.waitForMarks();
    await article.page.bringToFront();
  });
  afterEach(async () => {
    await article.call('closeCard', null);
    await article.page.mouse.move(700, 590);
  });
  afterAll(() => browser?.close());

  test('every shortcut that the extension asks for is free in the browser', async () => {
    const commands = await browser.sender.evaluate(async () => {
      interface Api {
        readonly commands: { getAll(): Promise<{ name?: string; shortcut?: string }[]> };
      }
      const { browser, chrome } = globalThis as { browser?: Api; chrome?: Api };
      return (await (browser ?? chrome)?.commands.getAll()) ?? [];
    });
    const own = commands.filter((command) => command.name !== '_execute_action');
    expect(own.map((command) => command.name).sort()).toEqual([
      'next-mention',
      'pause',
      'previous-mention',
      'save-selection',
    ]);
    expect(own.filter((command) => !command.shortcut)).toEqual([]);
  });

  /** Marked words by the last letter of their highlight's key, as anybody on the page can see them. */
  const marks = () =>
    article.page.evaluate(() => {
      const found: Record<string, number> = {};
      CSS.highlights.forEach((highlight, key) => {
        if (!/^sidelight-[a-z]$/.test(key)) throw new Error(`${key} says something`);
        found[key.at(-1) ?? ''] = highlight.size;
      });
      return found;
    });
  const shows = (expected: Record<string, number>) =>
    waitFor(async () => inOrder(await marks()) === inOrder(expected), {
      for: `the marks ${JSON.stringify(expected)}`,
    });

  /** Stores settings and resolves once the page obeys: with them the marks get a look that they did not have before. */
  const obeyed = async (settings: Partial<Settings>, expected: Record<string, number>) => {
    expect(inOrder(await marks())).not.toBe(inOrder(expected));
    await set(settings);
    await shows(expected);
  };

  test('by default the first mention in each section is marked, and the others are there without a look', async () => {
    await shows({ a: 3, b: 1 });
  });

  test.each<[string, Partial<Settings>, Record<string, number>]>([
    ['all of them', { marked: 'all' }, { a: 4 }],
    ['none of them', { marked: 'none' }, { b: 4 }],
    ['with a tint', { markStyle: 'tint' }, { c: 3, b: 1 }],
    ['one in a hundred words', { marked: 'all', densityCap: 1 }, { a: 1, b: 3 }],
    ['nothing when it is off', { enabled: false }, {}],
    [
      'not what the reader has ruled out here',
      { suppressed: [{ alias: 'Huawei', entity: 'huawei', host: '127.0.0.1', on: '2026-11-28' }] },
      { a: 1 },
    ],
    // Not after another row with the same marks: they would say nothing.
    ['nothing on a site where it is off', { sites: { '127.0.0.1': 'off' } }, {}],
    ['as before when all that is taken back', {}, { a: 3, b: 1 }],
  ])('marks %s', async (_, settings, expected) => {
    await set(settings);
    await shows(expected);
    expect((await article.report()).state).toBe(Object.keys(expected).length === 0 ? 'off' : 'done');
  });

  test('a mention without a visible mark answers to the pointer like the others', async () => {
    await obeyed({ marked: 'none', timing: NOW }, { b: 4 });
    await article.hover(1);
    await article.waitForCard('huawei');
  });

  test('in the click mode resting opens nothing, a click does', async () => {
    await obeyed({ openBy: 'click', timing: NOW, markStyle: 'tint' }, { c: 3, b: 1 });
    await article.hover(0);
    await pause(300);
    expect((await article.report()).card).toBeNull();
    await article.page.mouse.down();
    await article.page.mouse.up();
    await article.waitForCard('huawei');
  });

  test('in the key mode the card comes as the key goes down, and stays when it goes up', async () => {
    await obeyed(
      { openBy: 'key', holdKey: 'Shift', timing: { ...NOW, grace: 300 }, marked: 'all' },
      { a: 4 },
    );
    await article.hover(0);
    await pause(300);
    expect((await article.report()).card).toBeNull();
    await article.page.keyboard.down('Shift');
    await article.waitForCard('huawei');
    await article.page.keyboard.up('Shift');
    expect((await article.report()).card?.entity).toBe('huawei');
  });

  /** Moves the pointer from the first mention into its card. */
  const goIntoCard = async () => {
    const from = await placeOf(article.page, (await article.report()).mentions, 0);
    const box = await article.page.$eval(
      'sidelight-card',
      (card) => card.getBoundingClientRect().toJSON() as DOMRect,
    );
    if (!from) throw new Error('nothing is marked');
    const to = { x: box.x + box.width - 30, y: box.y + 40 };
    const steps = 25;
    const moves: Promise<void>[] = [];
    for (let step = 1; step <= steps; step++) {
      const part = step / steps;
      // Not awaited: a hand does not wait for the page.
      moves.push(article.page.mouse.move(between(from.x, to.x, part), between(from.y, to.y, part)));
      await pause(10);
    }
    await Promise.all(moves);
  };

  test('without a grace time the card can still be reached', async () => {
    await obeyed({ timing: NOW, markStyle: 'tint' }, { c: 3, b: 1 });
    // A hand that stops on its way loses the card, and on a busy machine the driver does.
    await waitFor(
      async () => {
        await article.call('closeCard', null);
        await article.leave();
        await article.hover(0);
        await article.waitForCard('huawei');
        await goIntoCard();
        await pause(300);
        return (await article.report()).card?.entity === 'huawei';
      },
      { for: 'the card to stay' },
    );
  });

  test('paused, the page shows no mark and opens no card; then it goes on', async () => {
    await obeyed({ timing: NOW, marked: 'all' }, { a: 4 });
    await article.call('pause', null);
    await shows({ b: 4 });
    await article.hover(0);
    await article.page.mouse.down();
    await article.page.mouse.up();
    await pause(300);
    expect((await article.report()).card).toBeNull();
    await article.call('pause', null);
    await shows({ a: 4 });
    await article.page.mouse.move(700, 590);
    await article.hover(0);
    await article.waitForCard('huawei');
  });

  test('a page that is no article is read where the reader insists', async () => {
    const plain = await browser.openHtml(
      '<ul><li><a href="/x">Huawei cameras</a></li><li><a href="/y">More</a></li></ul>',
    );
    await set({});
    expect((await plain.waitForMarks()).state).toBe('no-article');
    await set({ sites: { '127.0.0.1': 'always' } });
    await waitFor(async () => (await plain.report()).mentions.length === 1, { for: 'the mark' });
    await set({});
    await plain.close();
  });
});

function between(from: number, to: number, part: number): number {
  return from + (to - from) * part;
}

function inOrder(counts: Record<string, number>): string {
  return JSON.stringify(Object.entries(counts).sort());
}
