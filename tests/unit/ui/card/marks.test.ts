import { describe, expect, it } from 'vitest';
import type { CardStatement } from '../../../../src/core/dataset/card.ts';
import type { PlacedStatement } from '../../../../src/core/dataset/grouping.ts';
import { marksOf } from '../../../../src/ui/card/marks.ts';
import { aCardStatement } from '../../../helpers/builders.ts';

function words(statement: Partial<CardStatement>, placed: Partial<PlacedStatement> = {}): string[] {
  const all = {
    statement: aCardStatement({ id: 'x/a', ...statement }),
    group: 'then',
    thisArticle: false,
    oneSource: false,
    replies: [],
    ...placed,
  } as const;
  return marksOf(all).map(({ text, caution }) => (caution ? `${text}!` : text));
}

describe('marks', () => {
  it.each([
    ['where it comes from', {}, {}, ['reporting']],
    ['that it rests on one source', {}, { oneSource: true }, ['reporting', 'one source']],
    ['that it rests on this article', {}, { thisArticle: true }, ['† this article only!', 'reporting']],
    [
      'cautions first',
      { allegation: true, standing: 'disputed', basis: 'leak' },
      { oneSource: true },
      ['allegation!', 'disputed!', 'leaked document', 'one source'],
    ],
    ['that it was taken back', { standing: 'retracted' }, {}, ['retracted!', 'reporting']],
    [
      'what a figure counts',
      { amount: { value: 1000, qualifier: 'about', unit: 'cameras', property: 'planned' } },
      {},
      ['planned: about 1,000 cameras', 'reporting'],
    ],
    [
      'an exact figure',
      { amount: { value: 47, qualifier: 'exactly', unit: 'cameras', property: 'installed' } },
      {},
      ['installed: 47 cameras', 'reporting'],
    ],
  ] satisfies [string, Partial<CardStatement>, Partial<PlacedStatement>, string[]][])(
    'say %s',
    (_, statement, placed, expected) => {
      expect(words(statement, placed)).toEqual(expected);
    },
  );
});
