import { describe, expect, it } from 'vitest';
import type { CardStatement } from '../../../../src/core/dataset/card.ts';
import type { Group, PlacedStatement } from '../../../../src/core/dataset/grouping.ts';
import { cameOut, whenOf } from '../../../../src/ui/card/when.ts';
import { aCardStatement } from '../../../helpers/builders.ts';

function placed(statement: Partial<CardStatement>, group: Group = 'since'): PlacedStatement {
  return {
    statement: aCardStatement({ id: 'x/a', ...statement }),
    group,
    thisArticle: false,
    oneSource: false,
    replies: [],
  };
}

describe('when', () => {
  it.each([
    [{ event: '2018-03', known: '2019' }, 'March 2018'],
    [{ event: { from: '2016', to: '2018' } }, '2016 to 2018'],
    [{ asOf: '2019-06', known: '2020' }, 'as of June 2019'],
    [{ known: '2019-06-18' }, 'known 18 June 2019'],
    [{ known: null }, null],
  ])('%j: %s', (statement, words) => {
    expect(whenOf(placed(statement))).toBe(words);
  });

  it.each([
    [
      'what is older than the article and came out after it',
      { event: '2014-12', known: '2025-08-04' },
      'since',
      'known 4 August 2025',
    ],
    ['a state described before it', { asOf: '2019', known: '2025' }, 'since', 'known 2025'],
    ['what happened after it', { event: '2022', known: '2022-05' }, 'since', null],
    ['what was known then', { event: '2014', known: '2015' }, 'then', null],
    ['what has no date but that one', { known: '2025' }, 'since', null],
  ] as const)('%s', (_, statement, group, words) => {
    expect(cameOut(placed(statement, group), '2019-06-18')).toBe(words);
  });

  it('says nothing of that where the article has no date', () => {
    expect(cameOut(placed({ event: '2014', known: '2025' }), null)).toBeNull();
  });
});
