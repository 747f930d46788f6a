/**
 * Ten articles without a pointer: every mention is stepped to, its card read by Tab and left by Escape, and the reader is
 * where they were. In Chromium the accessibility tree tells what a screen reader would be given.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, startBrowser, type TestArticle, type TestBrowser, waitFor } from '../helpers/browser.ts';

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
    expect((await article.waitForMarks()).mentions.length).toBeGreaterThan(0);
    await article.page.bringToFront();
    for (let step = 0; step < MOST; step++) {
      // Asked anew each time: a part of the page may have come late.
      const mention = (await article.report()).mentions[step];
      if (!mention) break;
      await article.call('step', { direction: 'next' });
      const { card } = await article.waitForCard(mention.entity);
      expect(await focusOf(article)).toBe('card:dialog');
      if (name === 'chromium')
        await waitFor(
          async () => (await dialogOf(article, card.name)) === `${card.name}, 1 heading of the first level`,
          {
            for: `a dialog named ${card.name} with one heading in the accessibility tree`,
          },
        );
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
async function dialogOf({ page }: TestArticle, name: string): Promise<string> {
  const session = await page.createCDPSession();
  try {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    // The page may have dialogs of its own.
    const dialog = nodes.find(
      (node) => !node.ignored && node.role?.value === 'dialog' && node.name?.value === name,
    );
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
    return `${dialog?.name?.value}, ${headings.length} heading of the first level`;
  } finally {
    await session.detach();
  }
}
