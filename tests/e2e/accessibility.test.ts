/** The card against the rules of axe-core (WCAG 2.2 A and AA) in every state, light and dark, in both browsers. */
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atRest } from '../helpers/at-rest.ts';
import { MAINLY_CHROMIUM, startBrowser, type TestArticle, type TestBrowser } from '../helpers/browser.ts';

const VIEWS = MAINLY_CHROMIUM.flatMap((name) =>
  (['light', 'dark'] as const).map((scheme) => ({ name, scheme })),
);

describe.each(VIEWS)('accessibility of the card in $name, $scheme', ({ name, scheme }) => {
  let browser: TestBrowser;
  let article: TestArticle;
  beforeAll(async () => {
    // Firefox takes no emulation from the driver: what pages see of the scheme is a preference there (0 is dark).
    browser = await startBrowser(name, {
      preferences: { 'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1 },
    });
    article = await browser.openFolder('assets/demo');
    await article.waitForMarks();
    await article.page.bringToFront();
    if (name === 'chromium')
      await article.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await article.page.evaluate(axe.source);
  });
  afterAll(() => browser?.close());

  async function violations(): Promise<string[]> {
    // A card that still fades in has less contrast than it will have.
    await atRest(article.page);
    return article.page.evaluate(async () => {
      const { axe: run } = globalThis as unknown as { axe: typeof axe };
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const results = await run.run('sidelight-card', {
        runOnly: { type: 'tag', values: tags },
        // A card is no part of the page's outline: its heading and landmarks are its own, inside a dialog.
        rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
      });
      return results.violations.map((v) => `${v.id}: ${v.nodes.map((node) => node.html).join(' ')}`);
    });
  }
  const open = async (kind: string) => {
    const { mentions } = await article.report();
    const index = mentions.findIndex((mention) => mention.kind === kind);
    await article.call('openMention', { index, focus: true });
    await article.waitForCard(mentions[index]?.entity);
    await article.cardTexts('.actions');
  };
  const press = (selector: string) =>
    article.page.$$eval(`sidelight-card >>> ${selector}`, (found) => {
      for (const button of found) (button as HTMLElement).click();
    });

  test.each(['project', 'law', 'vendor'])(
    'finds nothing in the card of a %s, with its lists unfolded',
    async (kind) => {
      await open(kind);
      await press('.more');
      expect(await violations()).toEqual([]);
    },
  );

  test('finds nothing in a card that another one led to, pinned', async () => {
    await open('project');
    await press('.pin');
    await press('.relations .link');
    await article.cardTexts('.back');
    await article.cardTexts('.actions');
    expect(await violations()).toEqual([]);
    await article.page.keyboard.press('Escape');
  });

  test.each(['cite', 'why', 'report', 'not-this'])('finds nothing in the tool %s', async (tool) => {
    await open('project');
    await press(`.actions [data-to="${tool}"]`);
    await article.cardTexts('.tool > div > *');
    if (tool === 'not-this') await article.cardTexts('.tool .button');
    expect(await violations()).toEqual([]);
    // Ruled out at last: the page is read anew by it.
  });
});
