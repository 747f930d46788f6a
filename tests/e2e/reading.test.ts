/** What a reader meets: marks on an article, a card under the pointer, and nothing where there is nothing to say. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, startBrowser, type TestArticle, type TestBrowser } from '../helpers/browser.ts';

const PLAIN_TEXT = 'The village fair drew a large crowd on Sunday, and the weather was kind to it. '.repeat(
  30,
);

describe.each(BROWSERS)('reading in %s', (name) => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await startBrowser(name);
  });
  afterAll(() => browser?.close());

  describe('the demo article', () => {
    let article: TestArticle;
    beforeAll(async () => {
      article = await browser.openFolder('assets/demo');
    });

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
      for (const { entity, index } of first.values()) {
        await article.hover(index);
        const { card } = await article.waitForCard(entity);
        expect(await article.cardText()).toContain(card.name);
        await article.leave();
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
    const article = await browser.openHtml(
      `<title>A fair</title><article><h1>A fair</h1><p>${PLAIN_TEXT}</p></article>`,
    );
    expect((await article.waitForMarks()).mentions).toEqual([]);
    await article.close();
  });

  test('marks a page that was opened while the first import was running', async () => {
    const early = await startBrowser(name, { waitForDataset: false });
    try {
      const article = await early.openFolder('assets/demo');
      expect((await article.waitForMarks()).mentions.length).toBeGreaterThan(0);
    } finally {
      await early.close();
    }
  });

  test('works on a page whose policy forbids everything', async () => {
    const { mentions } = await (await browser.openFolder('assets/demo')).waitForMarks();
    const article = await browser.openFolder('assets/demo', 'index.html', {
      'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'; sandbox",
    });
    expect((await article.waitForMarks()).mentions.length).toBe(mentions.length);
    await article.hover(0);
    await article.waitForCard();
    await article.close();
  });
});
