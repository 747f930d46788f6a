import { describe, expect, test } from 'vitest';
import {
  type FactsNow,
  factContent,
  factState,
  factVersion,
  pinFact,
  withoutRemoved,
} from '../../../../src/core/annotation/facts.ts';
import { aCardStatement, aSource } from '../../../helpers/builders.ts';
import { aNote } from '../../../helpers/notes.ts';

const before = aCardStatement({ id: 'a/b' });
const pinned = pinFact(before, '2026.11.24', '2026-11-28T10:00:00.000Z');
const nowOf = (
  statement: Parameters<typeof factContent>[0] | null,
  withdrawal: ReturnType<FactsNow['withdrawal']> = null,
): FactsNow => ({
  statement: () => statement && factContent(statement),
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
