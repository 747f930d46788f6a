import { describe, expect, it } from 'vitest';
import type { CardLawState } from '../../../../src/core/dataset/card.ts';
import { byJurisdiction, inOrder, statusOn } from '../../../../src/ui/card/law-status.ts';

const state = (name: CardLawState['state'], date: string, jurisdiction?: string): CardLawState => ({
  state: name,
  date,
  sources: [],
  ...(jurisdiction === undefined ? {} : { jurisdiction }),
});

const LAW = [
  state('applies', '2019-08-21'),
  state('adopted', '2018-11-09'),
  state('amended', '2024-05'),
  state('in-force', '2018-11-21'),
  state('draft', '2017'),
];

/** "held, then what was to come", or what cannot be told. */
function told(states: readonly CardLawState[], date: string): string {
  const status = statusOn(states, date);
  if (!status) return 'cannot be told';
  const changed = status.changed ? [status.changed.state] : [];
  return [status.held?.state ?? 'none', ...changed, ...status.coming.map((coming) => coming.state)].join(' ');
}

describe('the status of a law', () => {
  it.each([
    ['before all of it', '2016-01-01', 'none'],
    ['while it was a draft, nothing was fixed', '2018-03-01', 'draft'],
    ['adopted', '2018-11-10', 'adopted in-force applies'],
    ['on the very day', '2018-11-21', 'in-force applies'],
    ['in force, not yet applied', '2019-06-18', 'in-force applies'],
    ['applied', '2020-01-01', 'applies'],
    ['in the month of a change', '2024-05-10', 'cannot be told'],
    ['in the year of a change, the article being as vague', '2018', 'cannot be told'],
    ['after it', '2024-06-01', 'applies amended'],
  ])('%s (%s): %s', (_, date, expected) => {
    expect(told(LAW, date)).toBe(expected);
  });

  it('tells every stage that was fixed, and none that a later change brought', () => {
    const staged = [
      state('in-force', '2024-08-01'),
      state('applies', '2025-02-02'),
      state('applies', '2025-08-02'),
      state('amended', '2026-07-01'),
      state('applies', '2027-12-02'),
    ];
    expect(told(staged, '2025-01-10')).toBe('in-force applies applies');
    expect(told(staged, '2025-03-01')).toBe('applies applies');
    expect(told(staged, '2026-01-01')).toBe('applies');
    expect(told(staged, '2026-08-01')).toBe('applies amended applies');
  });

  it('of a law that was withdrawn holds nothing in store', () => {
    expect(told([state('withdrawn', '2021'), state('applies', '2023')], '2022-01-01')).toBe('withdrawn');
  });

  it('stays what it was when only a part of it falls', () => {
    const struck = [
      state('in-force', '2014-06-23'),
      { ...state('annulled', '2025-06-26'), part: 'article 19' },
    ];
    expect(told(struck, '2025-01-01')).toBe('in-force');
    expect(told(struck, '2026-01-01')).toBe('in-force annulled');
    expect(told([{ ...state('applies', '2019'), part: 'penalties' }], '2020-01-01')).toBe('applies');
  });

  it('lists states in the order in which they came', () => {
    expect(inOrder(LAW).map((each) => each.state)).toEqual([
      'draft',
      'adopted',
      'in-force',
      'applies',
      'amended',
    ]);
  });

  it('is told apart by jurisdiction', () => {
    const groups = byJurisdiction([state('adopted', '2018', 'RS'), state('draft', '2019', 'EU')]);
    expect([...groups].map(([place, states]) => [place, states.length])).toEqual([
      ['RS', 1],
      ['EU', 1],
    ]);
  });
});
