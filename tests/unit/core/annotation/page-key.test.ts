import { expect, test } from 'vitest';
import { addHints, hasHint } from '../../../../src/core/annotation/hint.ts';
import { pageKey, pageKeys } from '../../../../src/core/annotation/page-key.ts';

const SAME: [a: string, b: string][] = [
  ['https://www.news.example/a', 'http://news.example/a/'],
  ['https://news.example/a?utm_source=x&id=3', 'https://news.example/a?id=3#part'],
  ['https://news.example/a?b=2&a=1', 'https://m.news.example/a?a=1&b=2'],
  ['https://news.example/a/amp/', 'https://amp.news.example/a'],
  ['https://news.example/a#:~:text=x', 'https://news.example/a'],
  ['https://news.example:443/a/index.html', 'https://news.example/a'],
];
test.each(SAME)('%s is %s', (a, b) => {
  expect(pageKey(a)).toBe(pageKey(b));
});

const OTHER: [a: string, b: string][] = [
  ['https://news.example/a', 'https://news.example/b'],
  ['https://news.example/a?id=3', 'https://news.example/a?id=4'],
  ['https://app.example/#/a', 'https://app.example/#/b'],
  ['https://news.example/A', 'https://news.example/a'],
];
test.each(OTHER)('%s is not %s', (a, b) => {
  expect(pageKey(a)).not.toBe(pageKey(b));
});

test('a canonical address that names only the site is none of the page’s', () => {
  expect(pageKeys(['https://news.example/a/b', 'https://news.example/', null])).toEqual(['news.example/a/b']);
});

test('hints know the pages they were told, and others hardly ever', () => {
  const pages = Array.from({ length: 2000 }, (_, i) => `news.example/${i}`);
  const hints = addHints('', pages);
  expect(pages.every((page) => hasHint(hints, [page]))).toBe(true);
  const others = Array.from({ length: 2000 }, (_, i) => `other.example/${i}`);
  expect(others.filter((page) => hasHint(hints, [page])).length).toBeLessThan(3);
  expect(addHints(hints, pages)).toBe(hints);
});
