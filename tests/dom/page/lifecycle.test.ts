import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { wordsOf } from '../../../src/core/words/languages.ts';
import { sweep, watchConnection } from '../../../src/page/lifecycle.ts';
import { showNotice } from '../../../src/page/notice.ts';
import { NOTICE, speakNotice } from '../../../src/page/words.ts';
import { inPage } from '../../helpers/html.ts';

let stop: AbortController;
let connected = true;
let hidden = false;
let highlights: Map<string, unknown>;

beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
  [connected, hidden] = [true, false];
  highlights = new Map();
  vi.stubGlobal('CSS', { highlights });
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
});
afterEach(() => {
  stop.abort();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('the connection', () => {
  test('is noticed to be lost, once, and whether another version has come', async () => {
    const lost: boolean[] = [];
    watchConnection(document, {
      isConnected: () => connected,
      onLost: ({ inTime }) => void inTime.then((yes) => lost.push(yes)),
      signal: stop.signal,
    });
    await pass(10_000);
    expect(lost).toEqual([]);
    connected = false;
    await pass(1000);
    highlights.set('sidelight-a', {});
    await pass(20_000);
    expect(lost).toEqual([true]);
  });

  test('may be taken over late: nobody is told any longer that it is lost', async () => {
    watchConnection(document, {
      isConnected: () => connected,
      onLost: ({ inTime, late }) =>
        void inTime.then((yes) => {
          if (!yes) void late.then(showNotice(document, NOTICE.stopped));
        }),
      signal: stop.signal,
    });
    const notices = () => document.querySelectorAll('sidelight-notice').length;
    connected = false;
    await pass(1000 + 3000);
    expect(notices()).toBe(1);
    await pass(5000);
    expect(notices()).toBe(1);
    highlights.set('sidelight-b', {});
    await pass(1000);
    expect(notices()).toBe(0);
  });

  test('is not looked at in a hidden tab, but at once when it is shown', async () => {
    const onLost = vi.fn();
    watchConnection(document, { isConnected: () => connected, onLost, signal: stop.signal });
    hidden = true;
    document.dispatchEvent(new Event('visibilitychange'));
    connected = false;
    await pass(10_000);
    expect(onLost).not.toHaveBeenCalled();
    hidden = false;
    document.dispatchEvent(new Event('visibilitychange'));
    expect(onLost).toHaveBeenCalledTimes(1);
  });
});

test('what a version before has left is swept away, and nothing else', () => {
  inPage('<p>text</p><sidelight-card></sidelight-card><other-card></other-card>');
  for (const key of ['sidelight-a', 'sidelight-b', 'search']) highlights.set(key, {});
  sweep(document);
  expect([...highlights.keys()]).toEqual(['search']);
  expect(document.body.innerHTML).toBe('<p>text</p><other-card></other-card>');
});

describe('the notice', () => {
  test('is shown once, outside the body, and goes by itself', async () => {
    inPage('<p>text</p>');
    showNotice(document, 'It has stopped.');
    showNotice(document, 'It has stopped.');
    expect(document.querySelectorAll('sidelight-notice')).toHaveLength(1);
    expect(document.body.innerHTML).toBe('<p>text</p>');
    await pass(20_000);
    expect(document.querySelector('sidelight-notice')).toBeNull();
  });

  test('is not shown in a hidden tab', () => {
    hidden = true;
    showNotice(document, 'It has stopped.');
    expect(document.querySelector('sidelight-notice')).toBeNull();
  });

  test('is in the reader’s language once it has been told, and in English again', async () => {
    vi.stubEnv('MODE', 'testing');
    const shown = () => {
      const box = document.querySelector('sidelight-notice')?.shadowRoot?.querySelector('div');
      return [box?.lang, ...[...(box?.querySelectorAll('button') ?? [])].map((button) => button.textContent)];
    };
    speakNotice(wordsOf('de', { NOTICE: { reload: 'Neu laden' } }));
    showNotice(document, NOTICE.stopped);
    expect(shown()).toEqual(['de', 'Neu laden', 'Close']);
    await pass(20_000);
    speakNotice(wordsOf('en'));
    showNotice(document, NOTICE.stopped);
    expect(shown()).toEqual(['en', 'Reload', 'Close']);
    await pass(20_000);
  });
});
