import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupStatements } from '../../../../src/core/dataset/grouping.ts';
import { timelineOf } from '../../../../src/core/dataset/timeline.ts';
import { aCardStatement, aSource } from '../../../helpers/builders.ts';
import { aCard } from '../../ui/a-card.ts';

function timeline(published: readonly (string | null)[], date: string, event = '2018') {
  const statements = published.map((day, i) =>
    aCardStatement({ id: `s/${i}`, known: day, event, sources: [aSource({ published: day })] }),
  );
  return timelineOf(groupStatements(aCard({ statements }), { date, urls: [], titles: [] }), date);
}

describe('the timeline', () => {
  it('puts what was known before the article and what has come out since behind it', () => {
    const picture = timeline(['2018-03-01', '2019-06-01', '2020-01-01', '2025-08-12'], '2019-06-18');
    expect([picture?.from, picture?.to]).toEqual([2018, 2026]);
    for (const { group, at } of picture?.points ?? []) {
      if (group === 'then') expect(at).toBeLessThanOrEqual((picture?.article ?? 0) + 0.02);
      if (group === 'since') expect(at).toBeGreaterThan(picture?.article ?? 1);
    }
  });

  it('places what cannot be told by its event', () => {
    const picture = timeline([null, '2019-06-01'], '2019-06-18', '2014-12');
    expect(picture?.points.map(({ group, year }) => [group, year])).toEqual([
      ['unclear', 2014],
      ['then', 2019],
    ]);
  });

  it('stacks what falls on the same place', () => {
    const picture = timeline(['2019-03-01', '2019-03-02', '2025-01-01'], '2019-06-18');
    expect(picture?.points.map(({ level }) => level)).toEqual([0, 1, 0]);
  });

  it('is none where there is hardly a date', () => {
    expect(timeline(['2019-03-01'], '2019-06-18')).toBeNull();
  });

  it('stays inside its ends', () => {
    const day = fc.constantFrom(null, '1999', '2014-12', '2019-06-18', '2019-12-31', '2026-01-01');
    fc.assert(
      fc.property(
        fc.array(day, { maxLength: 20 }),
        fc.constantFrom('2019', '2019-06', '2026-11-28'),
        (days, date) => {
          for (const { at } of timeline(days, date)?.points ?? []) {
            expect(at).toBeGreaterThanOrEqual(0);
            expect(at).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });
});
