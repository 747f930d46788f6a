import { expect, test } from 'vitest';
import { announced, announcementIn } from '../../../src/background/announcement.ts';
import { wordsOf } from '../../../src/core/words/languages.ts';

const GERMAN = wordsOf('de', {
  ANNOUNCE: { mentions: { one: '{0} Erwähnung', other: '{0} Erwähnungen' }, found: '{1}, {0}' },
});

test('is said in English, and one is one', () => {
  const words = wordsOf('en');
  expect(announcementIn(words, { what: 'found', mentions: 3, entities: 1 })).toBe(
    'Sidelight: 3 mentions of 1 entity',
  );
  expect(announcementIn(words, { what: 'paused' })).toBe('Sidelight is paused on this page');
});

test('is said in the reader’s language, as far as there are words', () => {
  expect(announcementIn(GERMAN, { what: 'found', mentions: 1, entities: 2 })).toBe('2 entities, 1 Erwähnung');
  expect(announcementIn(GERMAN, { what: 'goesOn' })).toBe('Sidelight goes on');
});

test.each<[string, number[][], number, ReturnType<typeof announced>]>([
  [
    'two names, one of them twice',
    [
      [0, 6, 0, 0, 900],
      [9, 15, 1, 0, 900, 20, 26, 0, 0, 900],
    ],
    2,
    { mentions: 3, entities: 2, sentence: 'Sidelight: 3 mentions of 2 entities' },
  ],
  ['nothing', [], 0, null],
  ['pieces without a name', [[]], 0, null],
])('tells of a whole page: %s', (_, mentions, count, told) => {
  const entities = Array.from({ length: count }, (_, i) => ({
    id: `e${i}`,
    name: 'E',
    kind: 'vendor' as const,
  }));
  const reply = { revision: 1, pieces: [], mentions, entities, reasons: [], names: [] };
  expect(announced(wordsOf('en'), reply)).toEqual(told);
});
