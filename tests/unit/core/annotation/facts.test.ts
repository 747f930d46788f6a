import { describe, expect, test } from 'vitest';
import {
  type FactsNow,
  factContent,
  factState,
  factVersion,
  pinFact,
  withdrawalFinder,
  withoutRemoved,
} from '../../../../src/core/annotation/facts.ts';
import { idsOf, liveId } from '../../../../src/core/annotation/live-id.ts';
import { aCardStatement, aSource } from '../../../helpers/builders.ts';
import { aNote } from '../../../helpers/notes.ts';

const before = aCardStatement({ id: 'a/b' });
const pinned = pinFact(before, '2026.11.24', '2026-11-28T10:00:00.000Z');
const nowOf = (
  statement: Parameters<typeof factContent>[0] | null,
  withdrawal: ReturnType<FactsNow['withdrawal']> = null,
): FactsNow => ({
  statement: (id) => statement && { id, content: factContent(statement) },
  withdrawal: () => withdrawal,
});

const CASES: [about: string, now: FactsNow, state: string][] = [
  ['as it was', nowOf(before), 'same'],
  ['other words', nowOf({ ...before, text: { en: 'Something else was said.' } }), 'changed'],
  ['another source', nowOf({ ...before, sources: [aSource({ url: 'https://other.example/' })] }), 'changed'],
  ['disputed', nowOf({ ...before, standing: 'disputed' }), 'disputed'],
  ['retracted', nowOf({ ...before, standing: 'retracted' }), 'retracted'],
  ['gone', nowOf(null), 'withdrawn'],
  [
    'gone with a reason',
    nowOf(null, { id: 'a/b', on: '2026-12-01', kind: 'superseded', reason: 'a newer one' }),
    'withdrawn',
  ],
  [
    'removed',
    nowOf(null, { id: 'a/b', on: '2026-12-01', kind: 'removed', reason: 'court order' }),
    'removed',
  ],
];

describe('what has become of a cited statement', () => {
  test.each(CASES)('%s', (_, now, state) => {
    expect(factState(pinned, now).state).toBe(state);
  });

  test('both versions are there to be shown', () => {
    const state = factState(pinned, nowOf({ ...before, text: { en: 'New.' } }));
    expect(['now' in state && state.now.text.en, pinned.statement?.text.en]).toEqual([
      'New.',
      'Something was said.',
    ]);
  });

  test('the version does not depend on what only the card needs', () => {
    expect(factVersion(factContent({ ...before, answers: ['x'], about: ['y'] }))).toBe(pinned.version);
  });
});

test('of what was removed, the text goes, and id, date and reason stay', () => {
  const now = nowOf(null, { id: 'a/b', on: '2026-12-01', kind: 'removed', reason: 'court order' });
  const cleaned = withoutRemoved(aNote({ facts: [pinned] }), now);
  expect(cleaned?.facts).toEqual([
    { ...pinned, statement: null, removed: { on: '2026-12-01', reason: 'court order' } },
  ]);
  expect(JSON.stringify(cleaned)).not.toContain('Something was said');
  expect(cleaned && withoutRemoved(cleaned, now)).toBeNull();
});

describe('ids of entities that were merged or renamed', () => {
  const redirects = new Map([
    ['first', 'second'],
    ['second', 'third'],
    ['dept~first', 'dept~fourth'],
    ['round', 'about'],
    ['about', 'round'],
  ]);
  const IDS: [id: string, live: string][] = [
    ['first', 'third'],
    ['first/said-2019', 'third/said-2019'],
    ['third/said-2019', 'third/said-2019'],
    // Each dataset has its own.
    ['dept~first/said', 'dept~fourth/said'],
    ['dept~second', 'dept~second'],
    ['other', 'other'],
  ];
  test.each(IDS)('%s lives on as %s', (id, live) => {
    expect(liveId(id, redirects)).toBe(live);
    expect(liveId(live, redirects)).toBe(live);
    expect(idsOf(live, redirects)).toContain(id);
  });

  test('a circle comes to an end', () => {
    expect(['round', 'about']).toContain(liveId('round', redirects));
  });

  test('a statement with another id says what it is called now', () => {
    const content = factContent({ ...before, text: { en: 'New.' } });
    const state = factState(pinned, {
      statement: () => ({ id: 'third/b', content }),
      withdrawal: () => null,
    });
    expect('nowId' in state && state.nowId).toBe('third/b');
  });

  const on = '2026-12-01';
  const WITHDRAWN: [withdrawn: string, cited: string, found: boolean][] = [
    ['third/said', 'first/said', true],
    ['third', 'first/said', true],
    ['first/said', 'first/said', true],
    ['second', 'second/said', true],
    ['third/other', 'first/said', false],
    ['dept~third', 'first/said', false],
    ['thi', 'first/said', false],
  ];
  test.each(WITHDRAWN)('withdrawing %s reaches a note that cites %s: %s', (id, cited, found) => {
    const find = withdrawalFinder([{ id, on, kind: 'removed', reason: 'court order' }], redirects);
    expect(find(cited) !== null).toBe(found);
  });

  test('of a replacement and a removal, the removal counts, whichever came first', () => {
    const replaced = { id: 'first', on, kind: 'superseded', reason: 'merged' } as const;
    const removed = { id: 'third/said', on, kind: 'removed', reason: 'court order' } as const;
    for (const all of [
      [replaced, removed],
      [removed, replaced],
      [{ ...removed, id: 'first' }, replaced],
    ])
      expect(withdrawalFinder(all, redirects)('first/said')?.kind).toBe('removed');
  });
});
