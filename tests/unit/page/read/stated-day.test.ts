import { describe, expect, test } from 'vitest';
import { statedDay } from '../../../../src/page/read/stated-day.ts';

describe('the day a page states', () => {
  const cases: readonly (readonly [value: unknown, day: string | null])[] = [
    ['2019-06-18', '2019-06-18'],
    ['2019-06-18T15:00:00-04:00', '2019-06-18'],
    // The newsroom's day, not Greenwich's.
    ['2019-06-18T23:30:00-04:00', '2019-06-18'],
    ['2019-06-18T00:30:00+09:00', '2019-06-18'],
    ['2019-06-18 15:00', '2019-06-18'],
    ['2019-6-8', '2019-06-08'],
    ['  2019-06-18\n', '2019-06-18'],
    ['2019/06/18', '2019-06-18'],
    ['2019.06.18', '2019-06-18'],
    ['20190618', '2019-06-18'],
    ['20190618T1500Z', '2019-06-18'],
    ['20190618150000', '2019-06-18'],
    ['18.06.2019', '2019-06-18'],
    ['18. 6. 2019. 15:40', '2019-06-18'],
    ['Tue, 18 Jun 2019 15:00:00 GMT', '2019-06-18'],
    ['18 June 2019', '2019-06-18'],
    ['18-Jun-2019', '2019-06-18'],
    ['June 18, 2019', '2019-06-18'],
    ['Jun. 18th 2019', '2019-06-18'],
    ['Published: Tuesday, June 18, 2019, 3 p.m.', '2019-06-18'],
    ['1560884400', '2019-06-18'],
    ['1560884400000', '2019-06-18'],
    [1560884400, '2019-06-18'],
    [1560884400000, '2019-06-18'],

    // Two days, depending on who reads it.
    ['06/07/2019', null],
    ['2019-06', null],
    ['2019', null],
    ['2019-13-01', null],
    ['2019-02-29', null],
    ['31 April 2019', null],
    ['18 Juni-ish 2019x', null],
    ['0001-01-01T00:00:00', null],
    ['1970-01-01', null],
    [0, null],
    [Number.NaN, null],
    [Number.POSITIVE_INFINITY, null],
    ['yesterday', null],
    ['', null],
    [null, null],
    [undefined, null],
    [{ '@value': '2019-06-18' }, null],
    [['2019-06-18'], null],
  ];
  test.each(cases)('%j is %j', (value, day) => {
    expect(statedDay(value)).toBe(day);
  });
});
