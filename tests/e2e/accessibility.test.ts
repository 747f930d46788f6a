/** The card against the rules of axe-core (WCAG 2.2 A and AA), light and dark, with its states. */
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser, type TestArticle, type TestBrowser } from '../helpers/browser.ts';

describe('accessibility of the card', () => {
  let browser: TestBrowser;
  let article: TestArticle;
  beforeAll(async () => {
    browser = await startBrowser('chromium');
    article = await browser.openFolder('assets/demo');
    await article.waitForMarks();
    await article.page.bringToFront();
    await article.page.evaluate(axe.source);
  });
  afterAll(() => browser?.close());

  async function violations(): Promise<string[]> {
    return article.page.evaluate(async () => {
      const { axe: run } = globalThis as unknown as { axe: typeof axe };
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
      const results = await run.run('sidelight-card', { runOnly: { type: 'tag', values: tags } });
      return results.violations.map((v) => `${v.id}: ${v.nodes.map((node) => node.html).join(' ')}`);
    });
  }

  test.each(['light', 'dark'])('finds nothing in %s, for a project, a law and a company', async (scheme) => {
    await article.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    const { mentions } = await article.report();
    for (const kind of ['project', 'law', 'vendor']) {
      const index = mentions.findIndex((mention) => mention.kind === kind);
      await article.call('openMention', { index, focus: true });
      await article.waitForCard(mentions[index]?.entity);
      expect(await violations()).toEqual([]);
    }
  });
});
