/**
 * Ten articles without a pointer: every mention is stepped to, its card read by Tab and left by Escape, and the reader is
 * where they were. In Chromium the accessibility tree tells what a screen reader would be given.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, startBrowser, type TestArticle, type TestBrowser } from '../helpers/browser.ts';

const ARTICLES = [
  'drop-caps',
  'encyclopaedia',
  'inline-splits',
  'only-a-table',
  'paywall',
  'right-to-left',
  'shadow-dom',
  'strict-policy',
  'tables',
  'transforms',
] as const;
/** Mentions of a page that are gone through. */
const MOST = 6;
/** Stops inside a card that are gone through before it is left. */
const STOPS = 5;

describe.each(BROWSERS)('by keys alone in %s', (name) => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await startBrowser(name);
  });
  afterAll(() => browser?.close());

  test.each(ARTICLES)('%s', async (slug) => {
    const article = await browser.openFolder(`tests/fixtures/pages/${slug}`, 'source.html');
    const { mentions } = await article.waitForMarks();
    expect(mentions.length).toBeGreaterThan(0);
    await article.page.bringToFront();
    for (const mention of mentions.slice(0, MOST)) {
      await article.call('step', { direction: 'next' });
      const { card } = await article.waitForCard(mention.entity);
      expect(await focusOf(article)).toBe('card:dialog');
      if (name === 'chromium') expect(await dialogOf(article)).toEqual({ name: card.name, headings: 1 });
      for (let stop = 0; stop < STOPS; stop++) {
        await article.page.keyboard.press('Tab');
        expect(await focusOf(article)).toMatch(/^card:(a|button|summary|li|div)$/);
      }
      await article.page.keyboard.press('Escape');
      await article.waitForNoCard();
      expect(await focusOf(article)).toBe('page');
    }
    await article.close();
  });
});

/** `card:` and the role or element inside it that has the focus; else `page`. */
function focusOf({ page }: TestArticle): Promise<string> {
  return page.evaluate(() => {
    const active = document.querySelector('sidelight-card')?.shadowRoot?.activeElement;
    return active ? `card:${active.getAttribute('role') ?? active.localName}` : 'page';
  });
}

/** The card as the browser hands it to assistive technology: the dialog's name, and its headings of the first level. */
async function dialogOf({ page }: TestArticle) {
  const session = await page.createCDPSession();
  try {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const dialog = nodes.find((node) => !node.ignored && node.role?.value === 'dialog');
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const inside = (id: string): typeof nodes =>
      (byId.get(id)?.childIds ?? []).flatMap((child) => {
        const node = byId.get(child);
        return node ? [node, ...inside(child)] : [];
      });
    const headings = inside(dialog?.nodeId ?? '').filter(
      (node) =>
        node.role?.value === 'heading' &&
        node.properties?.some((p) => p.name === 'level' && p.value.value === 1),
    );
    return { name: dialog?.name?.value, headings: headings.length };
  } finally {
    await session.detach();
  }
}
