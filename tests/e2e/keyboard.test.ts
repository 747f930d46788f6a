/** The card from the keyboard: step to a mention, read inside, go on to a related card and back, leave and be where one was. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, startBrowser, type TestArticle, type TestBrowser } from '../helpers/browser.ts';

const PAGE = `<article><h1>Cameras</h1><p><a id="before" href="#x">A link.</a> Huawei supplied the Safe City project in
Belgrade, Serbia, and the police use it.</p><p>Hikvision did not.</p>
<p><a id="after" href="#y">Another link.</a></p></article>`;

describe.each(BROWSERS)('from the keyboard in %s', (name) => {
  let browser: TestBrowser;
  let article: TestArticle;
  beforeAll(async () => {
    browser = await startBrowser(name);
    article = await browser.openHtml(PAGE);
    await article.waitForMarks();
    await article.page.bringToFront();
    await article.page.focus('#before');
  });
  afterAll(() => browser?.close());

  const focused = () =>
    article.page.evaluate(() => {
      const card = document.querySelector('sidelight-card')?.shadowRoot?.activeElement;
      return card
        ? `card:${card.getAttribute('role') ?? card.textContent}`
        : (document.activeElement?.id ?? '');
    });

  test('stepping opens one card after the other, with the focus inside', async () => {
    await article.call('step', { direction: 'next' });
    await article.waitForCard('huawei');
    expect(await focused()).toBe('card:dialog');
    await article.call('step', { direction: 'next' });
    await article.waitForCard('safe-city-belgrade');
    await article.call('step', { direction: 'previous' });
    await article.waitForCard('huawei');
    expect(await article.page.$$eval('sidelight-card', (cards) => cards.length)).toBe(1);
  });

  test('Tab moves inside the card, a relation leads on, Back leads back', async () => {
    await article.call('openMention', { index: 1, focus: true });
    await article.waitForCard('safe-city-belgrade');
    await article.page.keyboard.press('Tab');
    expect(await focused()).toContain('card:');
    await article.cardTexts('.relations .link');
    await article.page.$eval('sidelight-card >>> .relations .link', (link) => (link as HTMLElement).click());
    await article.waitForCardAfter('safe-city-belgrade');
    await article.page.$eval('sidelight-card >>> .back', (button) => (button as HTMLElement).click());
    await article.waitForCard('safe-city-belgrade');
  });

  test('Escape closes the card and gives the focus back', async () => {
    await article.page.keyboard.press('Escape');
    await article.waitForNoCard();
    expect(await focused()).toBe('before');
  });

  test('without a focus to give back, Tab goes on from the words', async () => {
    await article.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await article.call('openMention', { index: 2, focus: true });
    await article.waitForCard('hikvision');
    await article.page.keyboard.press('Escape');
    await article.waitForNoCard();
    await article.page.keyboard.press('Tab');
    expect(await focused()).toBe('after');
  });

  test('Tab past the end of the card leaves it for what follows the place where one was', async () => {
    await article.page.focus('#before');
    await article.call('openMention', { index: 0, focus: true });
    await article.waitForCard('huawei');
    await article.cardTexts('.actions');
    await article.page.$$eval('sidelight-card >>> button, sidelight-card >>> a[href]', (stops) =>
      (stops.at(-1) as HTMLElement).focus(),
    );
    await article.page.keyboard.press('Tab');
    await article.waitForNoCard();
    expect(await focused()).toBe('after');
    await article.page.focus('#after');
    await article.call('openMention', { index: 0, focus: true });
    await article.waitForCard('huawei');
    await article.page.keyboard.down('Shift');
    await article.page.keyboard.press('Tab');
    await article.page.keyboard.up('Shift');
    await article.waitForNoCard();
    expect(await focused()).toBe('before');
  });

  test('asking for a mention that is not there is answered, not ignored', async () => {
    await expect(article.call('openMention', { index: 99, focus: false })).rejects.toThrow(/no mention 99/);
  });
});
