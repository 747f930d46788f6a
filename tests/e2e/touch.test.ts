/** A card under a finger: it can be scrolled, its buttons and words tapped, and it stays until something outside is tapped. */
import { setTimeout as rest } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { placeOf } from '../../scripts/lib/places.ts';
import { MAINLY_CHROMIUM, startBrowser, type TestArticle, type TestBrowser } from '../helpers/browser.ts';

const PHONE = { width: 360, height: 740, hasTouch: true, isMobile: true };
/** Milliseconds; a card that takes a finger for a pointer that left closes within them. */
const LONG_ENOUGH = 700;

describe.each(MAINLY_CHROMIUM)('under a finger, in %s', (name) => {
  let browser: TestBrowser;
  let article: TestArticle;
  beforeAll(async () => {
    browser = await startBrowser(name, { preferences: { 'dom.w3c_touch_events.enabled': 1 } });
    article = await browser.openFolder('assets/demo');
    // Firefox takes no emulation of a finger from the driver, and needs none.
    await article.page.setViewport(
      name === 'chromium' ? PHONE : { width: PHONE.width, height: PHONE.height },
    );
    await article.waitForMarks();
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    const { card } = await article.report();
    if (card) await article.page.keyboard.press('Escape');
    await article.waitForNoCard();
    const { mentions } = await article.report();
    const place = await placeOf(article.page, mentions, 0);
    if (!place) throw new Error('nothing is marked');
    await article.page.touchscreen.tap(place.x, place.y);
    await article.waitForCard();
    await article.cardTexts('.actions');
  });

  /** The middle of what matches in the card. */
  const middleOf = (selector: string) =>
    article.page.$eval(`sidelight-card >>> ${selector}`, (element) => {
      const box = element.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
  const tap = async (selector: string) => {
    const { x, y } = await middleOf(selector);
    await article.page.touchscreen.tap(x, y);
  };
  const scrolled = () => article.page.$eval('sidelight-card >>> .card', (card) => card.scrollTop);
  const stillOpen = async () => {
    await rest(LONG_ENOUGH);
    return (await article.report()).card !== null;
  };

  test.each(['h1', '.kind', '.summary'])('a tap on its %s leaves it open', async (selector) => {
    await tap(selector);
    expect(await stillOpen()).toBe(true);
  });

  test('a finger scrolls it, and it stays', async () => {
    const { x, y } = await middleOf('.card');
    const { touchscreen } = article.page;
    const finger = await touchscreen.touchStart(x, y);
    for (let moved = 10; moved <= 150; moved += 10) await finger.move(x, y - moved);
    await finger.end();
    expect(await stillOpen()).toBe(true);
    // No driver's finger scrolls anything in Firefox.
    if (name === 'chromium') expect(await scrolled()).toBeGreaterThan(50);
  });

  test('a tap leads to what was known since', async () => {
    await tap('.overview .since');
    expect(await stillOpen()).toBe(true);
    expect(await scrolled()).toBeGreaterThan(50);
  });

  test('a tap unfolds a list', async () => {
    const count = () => article.page.$$eval('sidelight-card >>> .statement', (found) => found.length);
    const before = await count();
    await article.page.$eval('sidelight-card >>> .more', (more) =>
      more.scrollIntoView({ block: 'center', behavior: 'instant' }),
    );
    await tap('.more');
    expect(await stillOpen()).toBe(true);
    expect(await count()).toBeGreaterThan(before);
  });

  test('a tap beside it closes it', async () => {
    await tap('h1');
    const outside = await article.page.$eval('sidelight-card', (card) => {
      const { top, bottom } = card.getBoundingClientRect();
      return top > innerHeight - bottom ? top / 2 : (bottom + innerHeight) / 2;
    });
    await article.page.touchscreen.tap(PHONE.width / 2, outside);
    await article.waitForNoCard();
  });
});
