import { expect, test } from 'vitest';
import { ageInWords } from '../../../../src/ui/pages/dataset-line.tsx';

test.each([
  ['2026.11.24', 'en', '4 days ago'],
  ['2026.11.28.2', 'en', 'today'],
  ['2026.05.01', 'de', 'vor 6 Monaten'],
  ['2027.01.01', 'en', null],
  ['next', 'en', null],
])('version %s on 28 November 2026 in %s: %s', (version, locale, words) => {
  expect(ageInWords(version, '2026-11-28', locale)).toBe(words);
});
