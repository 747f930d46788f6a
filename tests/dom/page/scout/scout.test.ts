import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../src/core/settings/settings.ts';
import { type Scout, startScout } from '../../../../src/page/scout/scout.ts';
import { inPage } from '../../../helpers/html.ts';

const ARTICLE = `<article><h1>A story</h1><p>${'The council met and said nothing of the bridge. '.repeat(20)}</p></article>`;
const FORM = '<form><input type="password"><button>Log in</button></form>';

let stop: AbortController;
let hidden = false;
let connected = true;
const callReader = vi.fn(async () => undefined);
const leave = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
  [hidden, connected] = [false, true];
  callReader.mockReset();
  leave.mockReset();
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

function scout(html: string, settings: Partial<typeof DEFAULT_SETTINGS> = {}): Scout {
  inPage(html);
  return startScout({
    document,
    settings: { ...DEFAULT_SETTINGS, ...settings },
    callReader,
    isConnected: () => connected,
    leave,
    signal: stop.signal,
  });
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('the scout', () => {
  test('calls the reader to an article, once', async () => {
    scout(ARTICLE);
    await pass(100);
    document.body.append(document.createElement('p'));
    await pass(5000);
    expect(callReader).toHaveBeenCalledTimes(1);
  });

  test('calls nobody to a page that is none', async () => {
    expect(scout(FORM).phase()).toBe('no-article');
    await pass(5000);
    expect(callReader).not.toHaveBeenCalled();
  });

  test('looks again when the page is filled', async () => {
    scout('<div id="app"></div>');
    await pass(1000);
    (document.querySelector('#app') as HTMLElement).innerHTML = ARTICLE;
    await pass(1000);
    expect(callReader).toHaveBeenCalledTimes(1);
  });

  test('looks again when a text is exchanged for a sentence, and not for a clock', async () => {
    scout('<article><h1>A story</h1><p>…</p></article>');
    // Pages with next to nothing on them are looked at some times more by themselves.
    await pass(60_000);
    const text = document.querySelector('p')?.firstChild as Text;
    const judged = vi.spyOn(document, 'querySelectorAll');
    text.data = '12:30:05';
    await pass(1000);
    expect(judged).not.toHaveBeenCalled();
    text.data = 'The council met and said nothing of the bridge.';
    await pass(1000);
    expect(callReader).toHaveBeenCalledTimes(1);
  });

  test('looks some times more at a page with next to nothing on it: a plain element may be given a shadow tree', async () => {
    scout('<div id="app"></div>');
    const judged = vi.spyOn(document, 'querySelectorAll');
    await pass(3000);
    const app = document.querySelector('#app')?.attachShadow({ mode: 'open' }) as ShadowRoot;
    app.innerHTML = ARTICLE;
    await pass(3000);
    expect(callReader).toHaveBeenCalledTimes(1);
    judged.mockClear();
    await pass(60_000);
    expect(judged).not.toHaveBeenCalled();
  });

  test('does not go on looking at a page that stays empty', async () => {
    scout('<div id="app"></div>');
    await pass(60_000);
    const judged = vi.spyOn(document, 'querySelectorAll').mockClear();
    await pass(60_000);
    expect(judged).not.toHaveBeenCalled();
    expect(callReader).not.toHaveBeenCalled();
  });

  test('looks again when an open shadow tree is filled, also one inside another', async () => {
    scout('<x-app></x-app>');
    const app = document.querySelector('x-app')?.attachShadow({ mode: 'open' }) as ShadowRoot;
    app.innerHTML = '<x-page></x-page>';
    const page = app.querySelector('x-page')?.attachShadow({ mode: 'open' }) as ShadowRoot;
    // Attaching is no mutation; this is.
    document.body.append(document.createElement('div'));
    await pass(1000);
    expect(callReader).not.toHaveBeenCalled();
    page.innerHTML = ARTICLE;
    await pass(1000);
    expect(callReader).toHaveBeenCalledTimes(1);
  });

  test('looks again when what was hidden is shown', async () => {
    scout(`<div id="app" hidden>${ARTICLE}</div>`);
    await pass(1000);
    expect(callReader).not.toHaveBeenCalled();
    document.querySelector('#app')?.removeAttribute('hidden');
    await pass(1000);
    expect(callReader).toHaveBeenCalledTimes(1);
  });

  test('does nothing in a hidden tab, and looks once it is shown', async () => {
    hidden = true;
    scout(ARTICLE);
    document.body.append(document.createElement('p'));
    await pass(5000);
    expect(callReader).not.toHaveBeenCalled();
    hidden = false;
    document.dispatchEvent(new Event('visibilitychange'));
    await pass(0);
    expect(callReader).toHaveBeenCalledTimes(1);
  });

  test('does nothing on a site that the reader has switched off, until it is switched on', async () => {
    const off = scout(ARTICLE, { sites: { [location.hostname]: 'off' } });
    await pass(1000);
    expect([off.phase(), callReader.mock.calls.length]).toEqual(['off', 0]);
    off.settingsChanged(DEFAULT_SETTINGS);
    await pass(0);
    expect(callReader).toHaveBeenCalledTimes(1);
  });

  test('calls the reader to any page of a site where the reader has asked for that', async () => {
    scout(FORM, { sites: { [location.hostname]: 'always' } });
    await pass(0);
    expect(callReader).toHaveBeenCalledTimes(1);
  });

  test('calls again a few times when nobody answers', async () => {
    callReader.mockRejectedValue(new Error('asleep'));
    scout(ARTICLE);
    await pass(60_000);
    expect(callReader).toHaveBeenCalledTimes(4);
  });

  test('watches a page that is no article, and not one that the reader of pages was called to', async () => {
    const observe = vi.spyOn(MutationObserver.prototype, 'observe');
    scout(ARTICLE);
    await pass(1000);
    expect(observe).not.toHaveBeenCalled();
    stop.abort();
    stop = new AbortController();
    scout(FORM);
    expect(observe).toHaveBeenCalled();
    observe.mockRestore();
  });

  test('watches an article again once nobody has come, and calls when it changes', async () => {
    callReader.mockRejectedValue(new Error('asleep'));
    scout(ARTICLE);
    await pass(60_000);
    callReader.mockReset();
    document.body.append(document.createElement('p'));
    await pass(1000);
    expect(callReader).toHaveBeenCalledTimes(1);
  });

  test('looks again at a site that was switched off and on, when it is filled', async () => {
    const off = scout('<div id="app"></div>', { enabled: false });
    off.settingsChanged(DEFAULT_SETTINGS);
    (document.querySelector('#app') as HTMLElement).innerHTML = ARTICLE;
    await pass(1000);
    expect(callReader).toHaveBeenCalledTimes(1);
  });

  test('leaves when the extension is gone', async () => {
    scout(FORM);
    connected = false;
    document.body.append(document.createElement('p'));
    await pass(1000);
    expect(leave).toHaveBeenCalled();
    expect(callReader).not.toHaveBeenCalled();
  });

  test('looks no more after its end', async () => {
    scout(FORM);
    stop.abort();
    inPage(ARTICLE);
    document.dispatchEvent(new Event('visibilitychange'));
    await pass(5000);
    expect(callReader).not.toHaveBeenCalled();
  });
});
