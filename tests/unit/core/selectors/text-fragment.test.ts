import { expect, test } from 'vitest';
import { describeTextFragment, matchTextFragment } from '../../../../src/core/selectors/text-fragment.ts';

const PAGE = `The city bought cameras in May.

Police said that the city bought cameras in May for 100 places, and that more would follow in the autumn of the same year.

监控摄像头在五月安装。市政府说，更多的摄像头将在秋天安装。`;

const CASES: [about: string, words: string, nth: number, fragment: string | null][] = [
  ['words that stand once', '100 places', 0, 'text=100%20places'],
  ['the first of two', 'cameras in May', 0, 'text=cameras%20in%20May'],
  [
    'the second of two, by what follows',
    'the city bought cameras in May',
    1,
    'text=Police%20said%20that-,the%20city%20bought%20cameras%20in%20May,-for%20100%20places%2C',
  ],
  ['half a word', 'amera', 0, null],
  ['Chinese', '五月', 0, 'text=%E4%BA%94%E6%9C%88'],
];
test.each(CASES)('%s', (_, words, nth, fragment) => {
  let at = PAGE.toLowerCase().indexOf(words.toLowerCase());
  for (let i = 0; i < nth; i++) at = PAGE.toLowerCase().indexOf(words.toLowerCase(), at + 1);
  const found = describeTextFragment(PAGE, { start: at, end: at + words.length });
  expect(found).toBe(fragment);
  if (found) expect(matchTextFragment(PAGE, found)?.toLowerCase()).toBe(words.toLowerCase());
});

test('a long passage is named by its ends, and leads to the whole of it', () => {
  const words = PAGE.slice(PAGE.indexOf('Police'), PAGE.indexOf('year.') + 5);
  const long = `${words} ${'And so on and on it goes here. '.repeat(6)}Until the end.`;
  const page = `Before.\n\n${long}\n\nAfter.`;
  const start = page.indexOf(long);
  const fragment = describeTextFragment(page, { start, end: start + long.length });
  expect(fragment).toMatch(/^text=Police[^,]*,[^,]+$/);
  expect(matchTextFragment(page, fragment ?? '')).toBe(long);
});

test('what is no directive leads nowhere', () => {
  for (const fragment of ['', 'text=', 'text=%', 'text=not%20there'])
    expect(matchTextFragment(PAGE, fragment)).toBeNull();
});
