import { describe, expect, it } from 'vitest';
import { overdueDays, type Reviewed } from '../../../../src/core/dataset/review.ts';

const record = (over: Partial<Reviewed>): Reviewed => ({
  kind: 'vendor',
  reviewed: '2026-01-01',
  relations: [],
  ...over,
});

describe('a review is due', () => {
  const periods: [what: string, over: Partial<Reviewed>, lastDay: string, dayAfter: string][] = [
    ['a sanction after 30 days', { kind: 'sanction' }, '2026-01-31', '2026-02-01'],
    ['a law after 90', { kind: 'law' }, '2026-04-01', '2026-04-02'],
    ['a ruling after 90', { kind: 'ruling' }, '2026-04-01', '2026-04-02'],
    ['an instrument after 90', { kind: 'instrument' }, '2026-04-01', '2026-04-02'],
    ['what is owned after 180', { relations: [{ type: 'owned-by' }] }, '2026-06-30', '2026-07-01'],
    ['what was bought after 180', { relations: [{ type: 'acquired-by' }] }, '2026-06-30', '2026-07-01'],
    [
      'an owner after a year: what it owns is reviewed with that',
      { relations: [{ type: 'owned-by', inverse: true }] },
      '2027-01-01',
      '2027-01-02',
    ],
    ['the rest after a year', {}, '2027-01-01', '2027-01-02'],
    [
      'the rest after a year, of which only the year is known',
      { reviewed: '2026' },
      '2027-01-01',
      '2027-01-02',
    ],
  ];
  it.each(periods)('%s', (_, over, lastDay, dayAfter) => {
    expect(overdueDays(record(over), lastDay)).toBe(0);
    expect(overdueDays(record(over), dayAfter)).toBe(1);
  });

  it('never by what is no date', () => {
    expect(overdueDays(record({ reviewed: 'soon' }), '2030-01-01') > 0).toBe(false);
  });
});
