import { describe, expect, it } from 'vitest';
import {
  earliest,
  eventStart,
  firstDay,
  isPartialDate,
  lastDay,
} from '../../../../src/core/dataset/dates.ts';

describe('partial dates', () => {
  it.each([
    ['2019', true],
    ['2019-03', true],
    ['2019-03-31', true],
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2019-13', false],
    ['2019-00', false],
    ['2019-04-31', false],
    ['19', false],
    ['2019-3', false],
    ['2019-03-01T00:00', false],
    ['0000', false],
    ['soon', false],
  ])('%s is a date: %s', (date, expected) => {
    expect(isPartialDate(date)).toBe(expected);
  });

  it.each([
    ['2019', '2019-01-01', '2019-12-31'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2019-06-18', '2019-06-18', '2019-06-18'],
  ])('%s stands for %s to %s', (date, first, last) => {
    expect([firstDay(date), lastDay(date)]).toEqual([first, last]);
  });

  it('takes the one that is certainly over first as the earliest', () => {
    expect(earliest(['2019', '2019-06-18', '2020-01'])).toBe('2019-06-18');
    expect(earliest([])).toBeNull();
  });

  it('knows where a range begins', () => {
    expect(eventStart({ to: '2020' })).toBeNull();
    expect(eventStart({ from: '2019-05', to: '2020' })).toBe('2019-05-01');
  });
});
