import { describe, expect, it } from 'vitest';
import { isDue, nextCheck } from '../../../src/updates/schedule.ts';

const HOUR = 3_600_000;

describe('the next check', () => {
  it('is a day away, a quarter more or less', () => {
    expect([0, 0.5, 1].map((random) => nextCheck(0, 0, random) / HOUR)).toEqual([18, 24, 30]);
  });

  it('comes after half an hour when one has failed, and never more than a day (and a quarter) apart', () => {
    expect(nextCheck(0, 1, 0.5) / HOUR).toBe(0.5);
    expect(nextCheck(0, 60, 1) / HOUR).toBe(30);
  });

  it('is due when it was never made, when its time has come, and when a wrong clock put it years ahead', () => {
    const cases: [number | null, boolean][] = [
      [null, true],
      [1000, true],
      [1001, false],
      [1000 + 47 * HOUR, false],
      [1000 + 10 * 365 * 24 * HOUR, true],
    ];
    for (const [due, expected] of cases) expect(isDue(due, 1000), String(due)).toBe(expected);
  });
});
