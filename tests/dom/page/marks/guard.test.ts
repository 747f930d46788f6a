import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { guardMarks } from '../../../../src/page/marks/guard.ts';

let stop: AbortController;
let hidden = false;

beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
  hidden = false;
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

function setHidden(value: boolean) {
  hidden = value;
  document.dispatchEvent(new Event('visibilitychange'));
}

/** Marks of which something is missing whenever `missing` says so. */
function someMarks(missing: () => boolean) {
  const restore = vi.fn(missing);
  return { restore };
}

test('looks after the marks while the page is shown', () => {
  const marks = someMarks(() => false);
  guardMarks(document, marks, stop.signal);
  vi.advanceTimersByTime(5000);
  expect(marks.restore).toHaveBeenCalledTimes(5);
});

test('gives in to a page that keeps clearing them', () => {
  const marks = someMarks(() => true);
  guardMarks(document, marks, stop.signal, 3);
  vi.advanceTimersByTime(20_000);
  expect(marks.restore).toHaveBeenCalledTimes(3);
  setHidden(true);
  setHidden(false);
  vi.advanceTimersByTime(20_000);
  expect(marks.restore).toHaveBeenCalledTimes(3);
});

test('rests while the page is hidden', () => {
  const marks = someMarks(() => false);
  guardMarks(document, marks, stop.signal);
  setHidden(true);
  vi.advanceTimersByTime(5000);
  expect(marks.restore).not.toHaveBeenCalled();
  setHidden(false);
  vi.advanceTimersByTime(1000);
  expect(marks.restore).toHaveBeenCalledTimes(1);
});

test('ends with the signal', () => {
  const marks = someMarks(() => false);
  guardMarks(document, marks, stop.signal);
  stop.abort();
  vi.advanceTimersByTime(5000);
  setHidden(false);
  vi.advanceTimersByTime(5000);
  expect(marks.restore).not.toHaveBeenCalled();
});
