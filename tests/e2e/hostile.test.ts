/** A page that does not mean well: it makes up events and messages, and looks for traces. */
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, startBrowser, type TestArticle, type TestBrowser } from '../helpers/browser.ts';

const PAGE = `<!doctype html><title>t</title><article><h1>A tender</h1><p id="p">The ministry asked Huawei for an offer.</p></article>
<script>
window.heard = [];
for (const type of ['click', 'keydown', 'pointerdown', 'focusin', 'message', 'sidelight'])
  addEventListener(type, (event) => window.heard.push(type + ':' + (event.target.localName ?? 'window')));
// (A page that listens while capturing learns that something in the card was pressed, as it can see the card's box; not what.)
// Events over the name, as a hand would make them, and messages as the extension might send them.
window.forge = () => {
  const text = p.firstChild; const range = new Range(); const at = text.data.indexOf('Huawei');
  range.setStart(text, at); range.setEnd(text, at + 6); const box = range.getBoundingClientRect();
  const place = { clientX: box.x + 5, clientY: box.y + 5, bubbles: true, cancelable: true, button: 0, pointerType: 'mouse' };
  for (const target of [document, p]) {
    target.dispatchEvent(new PointerEvent('pointermove', place)); target.dispatchEvent(new PointerEvent('pointerover', place));
    target.dispatchEvent(new PointerEvent('pointerdown', place)); target.dispatchEvent(new PointerEvent('click', place)); target.dispatchEvent(new MouseEvent('click', place));
  }
  for (const name of ['openMention', 'step', 'report', 'annotate']) {
    const call = { sidelight: 'call', name, argument: { index: 0, focus: true, direction: 'next' } };
    postMessage(call, '*'); document.dispatchEvent(new CustomEvent('sidelight', { detail: call }));
  }
};
</script>`;

/** An element's internals hand out its shadow root, closed or not, if it was attached to an element of this class. */
const OWN_CLASS = `<!doctype html><title>t</title><article><h1>A tender</h1><p>The ministry asked Huawei for an offer.</p></article>
<script>
window.made = [];
for (const name of ['sidelight-card', 'sidelight-notes', 'sidelight-notice'])
  customElements.define(name, class extends HTMLElement {
    constructor() { super(); made.push({ name, internals: this.attachInternals() }); }
  });
</script>`;

describe.each(BROWSERS)('a hostile page in %s', (name) => {
  let browser: TestBrowser;
  let article: TestArticle;
  beforeAll(async () => {
    browser = await startBrowser(name);
    article = await browser.openHtml(PAGE);
    await article.waitForMarks();
  });
  afterAll(() => browser?.close());

  test('opens no card by events and messages of its own', async () => {
    await article.page.evaluate('for (let i = 0; i < 5; i++) forge()');
    await setTimeout(1200);
    expect((await article.report()).card).toBeNull();
  });

  test('finds nothing of ours among its globals', async () => {
    const found = await article.page.evaluate(() =>
      Object.getOwnPropertyNames(globalThis).filter((key) => /sidelight|scout|mentions/i.test(key)),
    );
    expect(found).toEqual([]);
  });

  // What settings and docs/privacy.md own up to: these two cannot be hidden from a page.
  test('can tell that a card is open, and beside which name', async () => {
    const seen = () =>
      article.page.evaluate(() => ({
        card: document.querySelector('sidelight-card') !== null,
        words: [...(CSS.highlights.get('sidelight-d') ?? [])].map(
          ({ startContainer, startOffset, endOffset }) =>
            startContainer.textContent?.slice(startOffset, endOffset),
        ),
      }));
    expect(await seen()).toEqual({ card: false, words: [] });
    await article.hover(0);
    await article.waitForCard();
    expect(await seen()).toEqual({ card: true, words: ['Huawei'] });
    await article.leave();
    await article.waitForNoCard();
  });

  test('gets at no card by being the class of its element', async () => {
    const { page, ...other } = await browser.openHtml(OWN_CLASS);
    await other.waitForMarks();
    await other.hover(0);
    await other.waitForCard();
    // That the card is among what was made tells that the class was there to be used.
    const made = await page.evaluate(
      'made.map(({ name, internals }) => [name, internals.shadowRoot === null])',
    );
    expect(made).toEqual([['sidelight-card', true]]);
    await other.close();
  });

  test('hears nothing of what happens in a card', async () => {
    await article.hover(0);
    await article.waitForCard();
    await article.page.evaluate('heard.length = 0');
    await article.clickInCard('h2');
    await article.page.keyboard.press('Tab');
    const heard = (await article.page.evaluate('heard')) as string[];
    expect(heard.filter((event) => event.startsWith('click') || event.startsWith('focusin'))).toEqual([]);
  });
});
