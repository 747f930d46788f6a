/** What a reader meets: marks on an article, a card under the pointer, and nothing where there is nothing to say. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  BROWSERS,
  IS_LONG_RUN,
  startBrowser,
  type TestArticle,
  type TestBrowser,
} from '../helpers/browser.ts';

const PLAIN_TEXT = 'The village fair drew a large crowd on Sunday, and the weather was kind to it. '.repeat(
  30,
);

describe.each(BROWSERS)('reading in %s', (name) => {
  let browser: TestBrowser;
  let article: TestArticle;
  beforeAll(async () => {
    // The article is opened while the extension is still busy with its first import, as a page is after an install.
    browser = await startBrowser(name, { waitForDataset: false });
    article = await browser.openFolder('assets/demo');
  });
  afterAll(() => browser?.close());

  describe('the demo article, opened while the first import is running,', () => {
    test('is marked, and every mark has sourced statements behind it', async () => {
      const { state, articleDate, mentions } = await article.waitForMarks();
      expect([state, articleDate]).toEqual(['done', expect.any(String)]);
      expect(mentions.length).toBeGreaterThan(0);
      expect(mentions.filter(({ statements }) => !statements)).toEqual([]);
    });

    test('opens the card of an entity of each kind under the pointer, and closes it when the pointer leaves', async () => {
      const { mentions } = await article.waitForMarks();
      const first = new Map(
        mentions.map(({ kind, entity }, index) => [kind, { entity, index }] as const).reverse(),
      );
      for (const [nth, { entity, index }] of [...first.values()].entries()) {
        // The pointer does not care what kind a name is of: in the quick run it takes its time over one.
        const byPointer = nth === 0 || IS_LONG_RUN;
        if (byPointer) await article.hover(index);
        else await article.call('openMention', { index, focus: false });
        const { card } = await article.waitForCard(entity);
        expect(await article.cardText()).toContain(card.name);
        if (byPointer) await article.leave();
        else await article.call('closeCard', null);
        await article.waitForNoCard();
      }
    });

    test('links every source that the card shows to a web address', async () => {
      await article.hover(0);
      await article.waitForCard();
      await article.screenshot('card');
      const links = await article.page.$$eval('sidelight-card >>> a[href]', (found) =>
        found.map((link) => link.getAttribute('href') ?? ''),
      );
      expect(links.length).toBeGreaterThan(0);
      expect(links.filter((href) => !/^https?:\/\//.test(href))).toEqual([]);
    });

    test('closes the card at Escape', async () => {
      await article.leave();
      await article.waitForNoCard();
      await article.hover(0);
      await article.waitForCard();
      await article.page.keyboard.press('Escape');
      await article.waitForNoCard();
    });
  });

  test('marks nothing in a text that names nobody', async () => {
    const plain = await browser.openHtml(
      `<title>A fair</title><article><h1>A fair</h1><p>${PLAIN_TEXT}</p></article>`,
    );
    expect((await plain.waitForMarks()).mentions).toEqual([]);
    await plain.close();
  });

  test('works on a page whose policy forbids everything', async () => {
    const { mentions } = await article.report();
    const guarded = await browser.openFolder('assets/demo', 'index.html', {
      'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'; sandbox",
    });
    expect((await guarded.waitForMarks()).mentions.length).toBe(mentions.length);
    await guarded.hover(0);
    await guarded.waitForCard();
    await guarded.close();
  });
});
