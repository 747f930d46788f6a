import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchComponents } from '../../../../src/page/read/late-components.ts';
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

/** A page with components whose definition the test decides: there is no :defined without a browser. */
function aPageWith(...names: string[]): Set<string> {
  const undefinedNames = new Set(names);
  const elements = [...inPage(names.map((name) => `<${name}></${name}>`).join('')).children];
  vi.spyOn(document, 'querySelectorAll').mockReturnValue(elements as unknown as NodeListOf<Element>);
  for (const element of elements) {
    vi.spyOn(element, 'matches').mockImplementation(() => undefinedNames.has(element.localName));
  }
  return undefinedNames;
}

test('tells when components get defined, and stops when all are', () => {
  const waiting = aPageWith('x-a', 'x-b');
  const onDefined = vi.fn();
  watchComponents(document, onDefined, stop.signal);
  vi.advanceTimersByTime(1000);
  expect(onDefined).not.toHaveBeenCalled();
  waiting.delete('x-a');
  vi.advanceTimersByTime(500);
  expect(onDefined).toHaveBeenCalledTimes(1);
  waiting.delete('x-b');
  vi.advanceTimersByTime(500);
  expect(onDefined).toHaveBeenCalledTimes(2);
  expect(vi.getTimerCount()).toBe(0);
});

test('does not wait for ever', () => {
  aPageWith('x-a');
  watchComponents(document, vi.fn(), stop.signal);
  vi.advanceTimersByTime(60_000);
  expect(vi.getTimerCount()).toBe(0);
});

test('starts nothing on a page without components', () => {
  aPageWith();
  watchComponents(document, vi.fn(), stop.signal);
  expect(vi.getTimerCount()).toBe(0);
});

test('ends with the signal', () => {
  aPageWith('x-a');
  watchComponents(document, vi.fn(), stop.signal);
  stop.abort();
  expect(vi.getTimerCount()).toBe(0);
});
