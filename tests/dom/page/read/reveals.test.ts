import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchReveals } from '../../../../src/page/read/reveals.ts';
import { inPage } from '../../../helpers/html.ts';

let stop: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

test.each(['click', 'keyup', 'toggle', 'transitionend', 'animationend'])(
  'after %s it is asked again',
  (event) => {
    const onReveal = vi.fn();
    watchReveals(document, onReveal, stop.signal);
    // toggle does not bubble: the listener captures.
    inPage('<details>x</details>').firstElementChild?.dispatchEvent(new Event(event));
    expect(onReveal).not.toHaveBeenCalled();
    vi.advanceTimersByTime(250);
    expect(onReveal).toHaveBeenCalledTimes(1);
  },
);

test('many events are one question', () => {
  const onReveal = vi.fn();
  watchReveals(document, onReveal, stop.signal);
  for (let i = 0; i < 30; i++) document.body.dispatchEvent(new Event('transitionend', { bubbles: true }));
  vi.advanceTimersByTime(2000);
  expect(onReveal).toHaveBeenCalledTimes(1);
});

test('a page that never stops moving is asked all the same', () => {
  const onReveal = vi.fn();
  watchReveals(document, onReveal, stop.signal);
  for (let i = 0; i < 20; i++) {
    document.body.dispatchEvent(new Event('animationend', { bubbles: true }));
    vi.advanceTimersByTime(100);
  }
  expect(onReveal.mock.calls.length).toBeGreaterThan(3);
  expect(onReveal.mock.calls.length).toBeLessThanOrEqual(8);
});

test('ends with the signal, whatever is due', () => {
  const onReveal = vi.fn();
  watchReveals(document, onReveal, stop.signal);
  document.body.click();
  stop.abort();
  document.body.click();
  vi.advanceTimersByTime(2000);
  expect(onReveal).not.toHaveBeenCalled();
});
