import { describe, expect, it } from 'vitest';
import type { Card, CardStatement } from '../../../../src/core/dataset/card.ts';
import { groupOf, groupStatements } from '../../../../src/core/dataset/grouping.ts';
import { aCardStatement, aSource } from '../../../helpers/builders.ts';

const published = (...dates: (string | null)[]) => dates.map((date) => aSource({ published: date }));

function aCard(statements: CardStatement[]): Card {
  return {
    id: 'x',
    kind: 'project',
    name: 'X',
    summary: { en: 'X.' },
    places: [],
    reviewed: '2026-11-24',
    statements,
    states: [],
    relations: [],
    withheld: 0,
    datasetVersion: '2026.11.24',
  };
}

const page = {
  date: '2019-06-18',
  urls: ['https://news.example/story?utm=1'],
  titles: ['Cameras are coming to town'],
};

describe('groupOf', () => {
  it.each<[string, Partial<CardStatement>, string | null, string]>([
    ['a source printed before', { sources: published('2018-03-22') }, '2019-06-18', 'then'],
    ['a source printed the same day', { sources: published('2019-06-18') }, '2019-06-18', 'then'],
    ['one source before, one after', { sources: published('2021', '2018') }, '2019-06-18', 'then'],
    ['all sources after', { sources: published('2020-05', '2021') }, '2019-06-18', 'since'],
    [
      'an old event that leaked later',
      { event: '2014-12', sources: published('2025-08-12') },
      '2019-06-18',
      'since',
    ],
    ['a source of that year without month', { sources: published('2019') }, '2019-06-18', 'unclear'],
    ['only undated sources', { sources: published(null) }, '2019-06-18', 'unclear'],
    [
      'later sources and an undated one',
      { event: '2017', sources: published('2021', null) },
      '2019-06-18',
      'unclear',
    ],
    [
      'an event after the article, undated source',
      { event: '2020-05', sources: published(null) },
      '2019-06-18',
      'since',
    ],
    [
      'an event in the article’s own month',
      { event: '2019-06', sources: published(null) },
      '2019-06-18',
      'unclear',
    ],
    ['an article without a date', { sources: published('2018') }, null, 'unclear'],
    ['an article dated by month only', { sources: published('2019-06-10') }, '2019-06', 'unclear'],
  ])('%s', (_, statement, date, group) => {
    expect(groupOf(aCardStatement({ id: 'x/a', ...statement }), date)).toBe(group);
  });
});

describe('groupStatements', () => {
  it('puts a reply under what it answers, and lets it stand alone in another group', () => {
    const groups = groupStatements(
      aCard([
        aCardStatement({ id: 'x/claim', event: '2019-01', sources: published('2019-02-01') }),
        aCardStatement({ id: 'x/denial', answers: ['x/claim'], sources: published('2019-03-01') }),
        aCardStatement({ id: 'x/later-denial', answers: ['x/claim'], sources: published('2021-03-01') }),
      ]),
      page,
    );
    expect(groups.knownThen.map((p) => p.statement.id)).toEqual(['x/claim']);
    expect(groups.knownThen[0]?.replies.map((p) => p.statement.id)).toEqual(['x/denial']);
    expect(groups.knownSince.map((p) => p.statement.id)).toEqual(['x/later-denial']);
  });

  it('loses no statement when two answer each other', () => {
    const groups = groupStatements(
      aCard([
        aCardStatement({ id: 'x/a', answers: ['x/b'] }),
        aCardStatement({ id: 'x/b', answers: ['x/a'] }),
      ]),
      page,
    );
    const count = (list: readonly { replies: readonly unknown[] }[]): number =>
      list.reduce((n, p) => n + 1 + count(p.replies as { replies: readonly unknown[] }[]), 0);
    expect(count(groups.knownThen)).toBe(2);
  });

  it('marks what rests on the open page alone, and what rests on one house', () => {
    const { knownThen } = groupStatements(
      aCard([
        aCardStatement({ id: 'x/own', sources: [aSource({ url: 'http://www.news.example/story/' })] }),
        aCardStatement({
          id: 'x/copy',
          sources: [aSource({ url: 'https://copy.example/1', title: 'Cameras Are Coming to Town' })],
        }),
        aCardStatement({
          id: 'x/one',
          sources: [aSource({ url: 'https://a.example/1' }), aSource({ url: 'https://a.example/2' })],
        }),
        aCardStatement({
          id: 'x/two',
          sources: [
            aSource({ url: 'https://a.example/1' }),
            aSource({ url: 'https://b.example/', publisher: 'Other' }),
          ],
        }),
        aCardStatement({
          id: 'x/agency',
          sources: [
            aSource({ url: 'https://a.example/1', origin: 'AP' }),
            aSource({ url: 'https://b.example/', publisher: 'Other', origin: 'AP' }),
          ],
        }),
      ]),
      page,
    );
    const marks = Object.fromEntries(knownThen.map((p) => [p.statement.id, [p.thisArticle, p.oneSource]]));
    expect(marks).toEqual({
      'x/own': [true, false],
      'x/copy': [true, false],
      'x/one': [false, true],
      'x/two': [false, false],
      'x/agency': [false, true],
    });
  });

  it('orders then by date and since newest first', () => {
    const groups = groupStatements(
      aCard([
        aCardStatement({ id: 'x/b', event: '2018', sources: published('2019-01-01') }),
        aCardStatement({ id: 'x/a', event: '2014', sources: published('2019-01-01') }),
        aCardStatement({ id: 'x/c', event: '2020', sources: published('2020-02-01') }),
        aCardStatement({ id: 'x/d', event: '2022', sources: published('2022-02-01') }),
      ]),
      page,
    );
    expect(groups.knownThen.map((p) => p.statement.id)).toEqual(['x/a', 'x/b']);
    expect(groups.knownSince.map((p) => p.statement.id)).toEqual(['x/d', 'x/c']);
  });
});
