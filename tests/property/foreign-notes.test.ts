/** Files of notes may hold anything anywhere: what is taken from them can be shown, compared and written in every format. */
import fc from 'fast-check';
import { micromark } from 'micromark';
import { expect, test } from 'vitest';
import type { Annotation } from '../../src/core/annotation/annotation.ts';
import { factState } from '../../src/core/annotation/facts.ts';
import { readItem } from '../../src/core/annotation/in/read-item.ts';
import { toBibtex } from '../../src/core/annotation/out/bibtex.ts';
import { fullCitation } from '../../src/core/annotation/out/citation.ts';
import { toCsl } from '../../src/core/annotation/out/csl-json.ts';
import { csvRow } from '../../src/core/annotation/out/csv.ts';
import { htmlNote } from '../../src/core/annotation/out/html.ts';
import { toJsonLd } from '../../src/core/annotation/out/json-ld.ts';
import { markdownFile } from '../../src/core/annotation/out/markdown.ts';
import { references } from '../../src/core/annotation/out/reference.ts';
import { toRis } from '../../src/core/annotation/out/ris.ts';
import { buildSegment } from '../../src/library/search/segment.ts';
import { toRow } from '../../src/storage/library/rows.ts';
import { isSame } from '../../src/storage/library/same-note.ts';
import { aFact, aNote } from '../helpers/notes.ts';

const NOW = '2026-11-28T12:00:00.000Z';
const whole = aNote({
  facts: [aFact(), aFact('dahua/denied-2020', { checked: '2026-11-28' })],
  archived: { url: 'https://web.archive.org/web/2/https://a.example/', on: '2026-11-28' },
  origin: { source: 'w3c', key: 'urn:x' },
  twin: 'other',
});

/** Every place in a value, as keys that lead to it. */
function placesIn(value: unknown, at: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...at]];
  return [[...at], ...Object.entries(value).flatMap(([key, part]) => placesIn(part, [...at, key]))];
}

function withAt(value: unknown, [key, ...rest]: readonly string[], put: unknown): unknown {
  if (key === undefined) return put;
  const part = (value as Record<string, unknown>)[key];
  const next = withAt(part, rest, put);
  return Array.isArray(value)
    ? value.map((item, i) => (String(i) === key ? next : item))
    : { ...(value as object), [key]: next };
}

/** Everything that is ever done with a note's content. */
function useAll(note: Annotation): void {
  const name = (tag: string) => tag;
  toRow(note);
  buildSegment([note]);
  csvRow(note, name);
  htmlNote(note, name, (markdown) => micromark(markdown));
  markdownFile(note, name);
  fullCitation(note, name);
  for (const reference of references([note])) {
    toCsl(reference);
    toRis(reference);
    toBibtex(reference);
  }
  for (const fact of note.facts) factState(fact, { statement: () => null, withdrawal: () => null });
  const [again] = readItem(JSON.stringify(toJsonLd(note)), NOW);
  expect(again && 'note' in again && isSame(again.note, note)).toBe(true);
}

const item = toJsonLd(whole);
const places = placesIn(item);
const garbage = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e300,
    '',
    'x',
    [],
    {},
    [[]],
    [null],
    { id: null },
    'javascript:x',
  ),
  fc.constant('<script>alert(1)</script>'),
  fc.constant('9999-99-99'),
  fc.json({ maxDepth: 3 }).map((text) => JSON.parse(text) as unknown),
);

test('one thing wrong anywhere in a note of ours: it is taken or refused with a reason, and can be used like any other', () => {
  expect(places.length).toBeGreaterThan(150);
  fc.assert(
    fc.property(fc.constantFrom(...places), garbage, (place, put) => {
      for (const read of readItem(JSON.stringify(withAt(item, place, put) ?? null), NOW))
        if ('problem' in read) expect(read.problem.code).not.toBe('');
        else if ('note' in read) useAll(read.note);
    }),
    { numRuns: 3000 },
  );
});

test('each place once with each kind of value', () => {
  for (const place of places)
    for (const put of [null, 7, 'x', [], {}, [7], { x: 1 }]) {
      for (const read of readItem(JSON.stringify(withAt(item, place, put)), NOW))
        if ('note' in read) useAll(read.note);
    }
});
