import { describe, expect, it } from 'vitest';
import { inWords } from '../../../src/ui/dates.ts';

describe('dates in words', () => {
  it.each([
    ['2019-06-18', '18 June 2019'],
    ['2018-03', 'March 2018'],
    ['2019', '2019'],
    [{ from: '2019' }, 'since 2019'],
    [{ to: '2020-02' }, 'until February 2020'],
    [{ from: '2019', to: '2021' }, '2019 to 2021'],
    [{}, ''],
    ['2019-13-40', '2019-13-40'],
    ['', ''],
  ])('%j is %j', (date, words) => {
    expect(inWords(date)).toBe(words);
  });

  it('follows the language asked for', () => {
    expect(inWords('2019-06-18', 'de')).toBe('18. Juni 2019');
  });
});
