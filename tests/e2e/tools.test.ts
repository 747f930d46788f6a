/** What a reader does with a card: cite it, ask why, rule it out, report a mistake, pin it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  MAINLY_CHROMIUM,
  startBrowser,
  type TestArticle,
  type TestBrowser,
  waitFor,
} from '../helpers/browser.ts';
import { readStoredSettings } from '../helpers/settings.ts';

describe.each(MAINLY_CHROMIUM)('the card’s tools in %s', (name) => {
  let browser: TestBrowser;
  let article: TestArticle;
  let index: number;
  beforeAll(async () => {
    browser = await startBrowser(name);
    article = await browser.openFolder('assets/demo');
    const { mentions } = await article.waitForMarks();
    index = mentions.findIndex(({ entity }) => entity === 'safe-city-belgrade');
    await article.page.bringToFront();
  });
  beforeEach(async () => {
    await article.call('closeCard', null);
    await article.call('openMention', { index, focus: true });
    await article.waitForCard('safe-city-belgrade');
    // What is below the fold comes a moment after the rest.
    await article.cardTexts('.actions');
  });
  afterAll(() => browser?.close());

  const press = (selector: string) =>
    article.page.$eval(`sidelight-card >>> ${selector}`, (button) => {
      (button as HTMLElement).focus();
      (button as HTMLElement).click();
    });
  const value = (selector: string) =>
    article.page.$eval(`sidelight-card >>> ${selector}`, (field) => (field as HTMLTextAreaElement).value);
  const focused = () =>
    article.page.evaluate(() => {
      const active = document.querySelector('sidelight-card')?.shadowRoot?.activeElement;
      return active?.getAttribute('data-to') ?? active?.getAttribute('role') ?? active?.localName ?? '';
    });

  test('cite: a statement’s sources in four forms, and back to where one was', async () => {
    const link = await article.page.$eval('sidelight-card >>> .then .statement .cite', (button) =>
      button.getAttribute('data-to'),
    );
    await press('.then .statement .cite');
    const [plain] = [await article.cardTexts('.text-field'), await value('.text-field')].slice(1);
    expect(plain).toMatch(/https?:\/\/.*Found through Sidelight dataset, version \d{4}\.\d\d\.\d\d/);
    await press('.choice:nth-of-type(3) input');
    await waitFor(async () => /^@online\{/.test(await value('.text-field')), { for: 'BibTeX' });
    await press('.choice:nth-of-type(4) input');
    await waitFor(async () => JSON.parse(await value('.text-field')).at(-1).type === 'dataset', {
      for: 'CSL-JSON',
    });
    await press('.back');
    await article.cardTexts('.then .statement .cite');
    expect(link).toMatch(/^cite [a-z0-9-]+\/[a-z0-9-]+$/);
    expect(await focused()).toBe(link);
  });

  test('why: the matched name, what speaks for it, and what else it could have been', async () => {
    await press('[data-to="why"]');
    const reasons = await article.cardTexts('.reasons li');
    expect(reasons[0]).toMatch(/is a name on record/);
    expect(reasons.length).toBeGreaterThan(1);
  });

  test('not this one here: gone from the page at once, and back with one press', async () => {
    const count = async () =>
      (await article.report()).mentions.filter(({ entity }) => entity === 'safe-city-belgrade').length;
    const before = await count();
    await press('[data-to="not-this"]');
    await article.cardTexts('.tool .button');
    await waitFor(async () => (await count()) < before, { for: 'the marks to go' });
    const { suppressed } = await readStoredSettings(browser.sender);
    expect(suppressed).toMatchObject([{ entity: 'safe-city-belgrade', host: '127.0.0.1' }]);
    await press('.tool .button');
    await waitFor(async () => (await count()) === before, { for: 'the marks to come back' });
    expect((await readStoredSettings(browser.sender)).suppressed).toEqual([]);
  });

  test('report: a file that names the page only when the reader says so', async () => {
    await press('[data-to="report"]');
    await article.cardTexts('.field');
    await press('.field textarea');
    await article.page.keyboard.type('It was 47.');
    const file = async () => JSON.parse(await value('details textarea'));
    expect(await file()).toEqual({
      kind: 'sidelight-correction',
      entity: 'safe-city-belgrade',
      statement: null,
      text: null,
      datasetVersion: expect.any(String),
      proposedChange: 'It was 47.',
      source: null,
    });
    await press('.tool .choice input');
    await waitFor(async () => (await file()).page === article.page.url(), { for: 'the page in it' });
  });

  test('a pinned card stays through scrolling and clicks beside it, and Escape closes it', async () => {
    await press('.pin');
    const place = () =>
      article.page.$eval('sidelight-card', (card) => {
        const { left, top } = card.getBoundingClientRect();
        return { left, top };
      });
    await article.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await article.page.mouse.click(5, 5);
    const before = await place();
    expect((await article.report()).card?.entity).toBe('safe-city-belgrade');
    await article.page.$eval('sidelight-card >>> .pin', (pin) => (pin as HTMLElement).focus());
    await article.page.keyboard.press('ArrowDown');
    await article.page.keyboard.press('ArrowUp');
    await article.page.keyboard.press('ArrowUp');
    expect((await place()).top).toBeLessThanOrEqual(before.top);
    await article.page.keyboard.press('Escape');
    await article.waitForNoCard();
  });

  test('a card that is dragged stays where it was put, and the next card opens there', async () => {
    const bar = await article.page.$eval(
      'sidelight-card >>> .kind',
      (line) => line.getBoundingClientRect().toJSON() as DOMRect,
    );
    await article.page.mouse.move(bar.x + 20, bar.y + 8);
    await article.page.mouse.down();
    await article.page.mouse.move(60, 40, { steps: 8 });
    await article.page.mouse.up();
    const left = () => article.page.$eval('sidelight-card', (card) => card.getBoundingClientRect().left);
    const put = await left();
    await article.call('step', { direction: 'next' });
    await waitFor(async () => (await article.report()).card?.entity !== 'safe-city-belgrade', {
      for: 'the next card',
    });
    expect(await left()).toBe(put);
    expect(await article.page.$$eval('sidelight-card', (cards) => cards.length)).toBe(1);
    await article.page.keyboard.press('Escape');
    await article.waitForNoCard();
  });
});
