import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ENDED } from '../../../../src/core/signals/ended.ts';
import { type Glance, startGlance } from '../../../../src/page/scout/glance.ts';
import { inPage } from '../../../helpers/html.ts';

const SENTENCE = 'The council met and said nothing of the bridge.';
const ARTICLE = `<article><h1>A story</h1><p>${SENTENCE.repeat(20)}</p></article>`;
const TEASER = `<div><h2><a href="/a-story">A story</a></h2><p>${SENTENCE}</p></div>`;
const FRONT = TEASER.repeat(6);

let end: AbortController;
let hidden = false;
let connected = true;
const startScout = vi.fn(async (_isSelected: () => boolean) => undefined);
const leave = vi.fn(() => end.abort(ENDED));

beforeEach(() => {
  vi.useFakeTimers();
  end = new AbortController();
  [hidden, connected] = [false, true];
  startScout.mockReset();
  leave.mockClear();
  // happy-dom takes every element for one that is not defined.
  const find = document.querySelector.bind(document);
  vi.spyOn(document, 'querySelector').mockImplementation((selector: string) =>
    selector === ':not(:defined)'
      ? ([...document.querySelectorAll('*')].find(({ localName }) => localName.includes('-')) ?? null)
      : find(selector),
  );
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
});
afterEach(() => {
  end.abort(ENDED);
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function glance(html: string): Glance {
  inPage(html);
  return startGlance({ document, startScout, isConnected: () => connected, leave, signal: end.signal });
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const show = (isHidden: boolean) => {
  hidden = isHidden;
  document.dispatchEvent(new Event('visibilitychange'));
};

describe('a glance', () => {
  const kinds: [string, string, number][] = [
    ['an article', ARTICLE, 1],
    [
      'a log-in page with a sentence, which the scout knows better',
      `<p>${SENTENCE}</p><input type="password">`,
      1,
    ],
    ['a table that may be of facts', '<main><h1>Votes</h1><table><tr><td>A<td>12</table></main>', 1],
    ['a page made of components', '<news-page></news-page>', 1],
    ['a front page', FRONT, 0],
    ['a form', '<form><input type="password"><button>Log in</button></form>', 0],
    ['an advertisement', '<a href="https://shop.example/"><img alt="Buy"></a>', 0],
    ['nothing', '', 0],
  ];
  test.each(kinds)('at %s', async (_, html, calls) => {
    glance(html);
    await pass(30_000);
    expect(startScout).toHaveBeenCalledTimes(calls);
  });

  test('looks again when the page is filled', async () => {
    glance('<div id="app"></div>');
    await pass(30_000);
    (document.querySelector('#app') as HTMLElement).innerHTML = ARTICLE;
    await pass(1000);
    expect(startScout).toHaveBeenCalledTimes(1);
  });

  test('looks again when a text is exchanged for a sentence, and not for a clock', async () => {
    glance('<p>…</p>');
    await pass(30_000);
    const text = document.querySelector('p')?.firstChild as Text;
    const looked = vi.spyOn(document, 'querySelectorAll');
    text.data = '12:30:05';
    await pass(1000);
    expect(looked).not.toHaveBeenCalled();
    text.data = SENTENCE;
    await pass(1000);
    expect(startScout).toHaveBeenCalledTimes(1);
  });

  test('waits in a hidden tab', async () => {
    hidden = true;
    glance(ARTICLE);
    await pass(30_000);
    expect(startScout).not.toHaveBeenCalled();
    show(false);
    expect(startScout).toHaveBeenCalledTimes(1);
  });

  test('watches nothing in a tab that was hidden', async () => {
    glance(FRONT);
    show(true);
    document.body.innerHTML = ARTICLE;
    await pass(30_000);
    expect(startScout).not.toHaveBeenCalled();
    show(false);
    expect(startScout).toHaveBeenCalledTimes(1);
  });

  test('that fails says nothing in the page, and looks again', async () => {
    const told = vi.spyOn(console, 'debug').mockImplementation(() => undefined);
    const find = vi.spyOn(document, 'querySelectorAll').mockImplementation(() => {
      throw new Error('odd page');
    });
    glance('<div id="app"></div>');
    expect(told).toHaveBeenCalledTimes(1);
    find.mockRestore();
    (document.querySelector('#app') as HTMLElement).innerHTML = ARTICLE;
    await pass(1000);
    expect(startScout).toHaveBeenCalledTimes(1);
  });

  test('asks again for a scout that could not be had, and at last not any more', async () => {
    startScout.mockRejectedValue(new Error('no'));
    glance(ARTICLE);
    await pass(60_000);
    expect(startScout).toHaveBeenCalledTimes(4);
    startScout.mockResolvedValue(undefined);
    document.body.append(document.createElement('p'));
    await pass(1000);
    expect(startScout).toHaveBeenCalledTimes(5);
  });

  test('goes on watching a page that was settled when a scout could not be had', async () => {
    startScout.mockRejectedValue(new Error('no'));
    await glance(FRONT)
      .bringScout()
      .catch(() => undefined);
    document.getSelection()?.selectAllChildren(document.body);
    document.dispatchEvent(new Event('pointerup'));
    await pass(30_000);
    document.getSelection()?.removeAllRanges();
    startScout.mockReset();
    document.body.innerHTML = ARTICLE;
    await pass(1000);
    expect(startScout).toHaveBeenCalledTimes(1);
  });

  test('asks once while the page goes on changing', async () => {
    startScout.mockReturnValue(new Promise(() => undefined));
    glance(ARTICLE);
    for (let i = 0; i < 20; i++) {
      document.body.append(document.createElement('p'));
      await pass(200);
    }
    expect(startScout).toHaveBeenCalledTimes(1);
  });

  test('starts the scout on any page for whoever asks', async () => {
    await glance(FRONT).bringScout();
    expect(startScout).toHaveBeenCalledTimes(1);
  });

  test('starts the scout when words are selected, and says so', () => {
    glance(FRONT);
    document.dispatchEvent(new Event('pointerup'));
    expect(startScout).not.toHaveBeenCalled();
    document.getSelection()?.selectAllChildren(document.body);
    document.dispatchEvent(new Event('pointerup'));
    expect(startScout.mock.calls.map(([isSelected]) => isSelected())).toEqual([true]);
    document.getSelection()?.removeAllRanges();
  });

  test.each([
    ['a page that has become an article', ARTICLE],
    ['one that is settled', `${FRONT}<p>12:30:05 now</p>`],
  ])('leaves %s when the extension is gone, and does nothing after that', async (_, html) => {
    glance(FRONT);
    connected = false;
    document.body.innerHTML = html;
    await pass(1000);
    expect(leave).toHaveBeenCalledTimes(1);
    connected = true;
    document.body.innerHTML = ARTICLE;
    show(false);
    await pass(30_000);
    expect(startScout).not.toHaveBeenCalled();
  });
});
