import { describe, expect, test } from 'vitest';
import { describeCard, describeMentions, findingsOf } from '../../../scripts/start/findings.ts';
import type { CardStatement } from '../../../src/core/dataset/card.ts';
import type { PlacedStatement } from '../../../src/core/dataset/grouping.ts';
import type { PageReport } from '../../../src/messages/to-page.ts';

function statement(id: string, more: Partial<CardStatement> = {}): CardStatement {
  return {
    id,
    about: ['safe-city'],
    text: { en: `Text of ${id}.` },
    speaker: { name: 'The ministry' },
    act: 'signs',
    basis: 'research',
    standing: 'current',
    answers: [],
    allegation: false,
    known: '2019-03-29',
    sources: [
      {
        url: 'https://ngo.example/a',
        title: null,
        publisher: 'An NGO',
        lang: 'en',
        published: '2019-03-29',
        archived: null,
        weak: false,
        passage: null,
      },
    ],
    ...more,
  };
}

function placed(
  group: PlacedStatement['group'],
  of: CardStatement,
  replies: readonly PlacedStatement[] = [],
): PlacedStatement {
  return { statement: of, group, thisArticle: false, oneSource: true, replies };
}

const reply = placed('then', statement('b', { answers: ['a'], event: { from: '2017' } }));
const report: PageReport = {
  url: 'http://127.0.0.1/x.html',
  revision: 1,
  facts: { date: '2025-01-12', urls: [], titles: [] },
  articleDate: '2025-01-12',
  state: 'done',
  truncated: false,
  stopped: false,
  mentions: [
    {
      text: 'Safe City',
      entity: 'safe-city',
      name: 'Safe City',
      kind: 'project',
      nth: 1,
      statements: 3,
      why: [],
    },
  ],
  card: {
    entity: 'safe-city',
    name: 'Safe City',
    groups: {
      knownThen: [placed('then', statement('a', { event: '2014-12' }), [reply])],
      knownSince: [placed('since', statement('c', { asOf: '2025-06' }))],
      unclear: [],
    },
  },
  timings: { read: 1, spot: 2, mark: 3 },
};
const findings = findingsOf(report, report.card, { launch: 4 });

describe('the findings of a tour', () => {
  test('carry the keys that other tools read', () => {
    expect(findings).toMatchObject({
      url: 'http://127.0.0.1/x.html',
      articleDate: '2025-01-12',
      mentions: [{ text: 'Safe City', entity: 'safe-city', name: 'Safe City', kind: 'project', nth: 1 }],
      timings: { launch: 4, read: 1, spot: 2, mark: 3 },
    });
    expect(findings.card?.statements[0]).toMatchObject({
      text: 'Text of a.',
      act: 'signs',
      event: '2014-12',
      known: '2019-03-29',
      group: 'then',
      sources: [{ url: 'https://ngo.example/a', publisher: 'An NGO', published: '2019-03-29' }],
    });
  });

  test('put a reply after what it answers', () => {
    expect(findings.card?.statements.map(({ id, answers }) => [id, answers])).toEqual([
      ['a', []],
      ['b', ['a']],
      ['c', []],
    ]);
  });

  test('write an open interval with dots', () => {
    expect(findings.card?.statements.map(({ event }) => event)).toEqual(['2014-12', '2017/..', null]);
  });

  test('have no card where nothing was opened', () => {
    expect(findingsOf({ ...report, mentions: [] }, null, {}).card).toBeNull();
  });
});

describe('in words', () => {
  test('a mention says its entity and how much is known', () => {
    expect(describeMentions(report)).toContain(
      '1. Safe City → Safe City (project, safe-city): 3 sourced statements',
    );
  });

  test('a page without mentions says so', () => {
    expect(describeMentions({ ...report, state: 'no-article', mentions: [] })).toContain('no article');
    expect(describeMentions({ ...report, mentions: [] })).toContain('No name was marked');
  });

  test('a card has its groups, and only those that hold something', () => {
    const text = findings.card ? describeCard(findings.card) : '';
    expect(text).toContain('Known when the article was published');
    expect(text).toContain('Known since then');
    expect(text).not.toContain('Timing unclear');
    expect(text).toContain('2017/..: Text of b.');
    expect(text).toContain('a reply · one source');
    // In the card's own words: named, not told.
    expect(text).toContain('[The ministry: signature · one source]');
    expect(text).toContain('as of 2025-06');
  });
});
