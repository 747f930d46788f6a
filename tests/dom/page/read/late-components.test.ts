import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type ComponentWatch, watchComponents } from '../../../../src/page/read/late-components.ts';
import { inPage } from '../../../helpers/html.ts';

let stop: AbortController;
const onAttached = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
  onAttached.mockClear();
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

function watch(html: string): { body: HTMLElement; watching: ComponentWatch } {
  const body = inPage(html);
  const watching = watchComponents(document, onAttached, stop.signal);
  // There is no :defined without a browser.
  watching.follow([body], '[late]');
  return { body, watching };
}
const attach = (selector: string) => document.querySelector(selector)?.attachShadow({ mode: 'open' });

test('tells when trees are attached, and stops when all are', () => {
  watch('<x-a late></x-a><div late></div><p>x</p>');
  vi.advanceTimersByTime(1000);
  expect(onAttached).not.toHaveBeenCalled();
  attach('x-a');
  vi.advanceTimersByTime(500);
  expect(onAttached).toHaveBeenCalledTimes(1);
  attach('div');
  vi.advanceTimersByTime(500);
  expect(onAttached).toHaveBeenCalledTimes(2);
  expect(vi.getTimerCount()).toBe(0);
});

test('does not wait for ever', () => {
  watch('<x-a late></x-a>');
  vi.advanceTimersByTime(60_000);
  expect(vi.getTimerCount()).toBe(0);
});

test('elements that come later are looked at as well, for as long', () => {
  const { body, watching } = watch('<x-a late></x-a>');
  vi.advanceTimersByTime(60_000);
  body.innerHTML = '<x-b late></x-b>';
  watching.follow([body], '[late]');
  vi.advanceTimersByTime(3000);
  attach('x-b');
  vi.advanceTimersByTime(500);
  expect(onAttached).toHaveBeenCalledTimes(1);
});

test('one that has left the page is not waited for', () => {
  watch('<x-a late></x-a>');
  document.querySelector('x-a')?.remove();
  vi.advanceTimersByTime(500);
  expect(vi.getTimerCount()).toBe(0);
});

test('starts nothing on a page without components', () => {
  watch('<p>x</p>');
  expect(vi.getTimerCount()).toBe(0);
});

test('ends with the signal', () => {
  watch('<x-a late></x-a>');
  stop.abort();
  expect(vi.getTimerCount()).toBe(0);
});
