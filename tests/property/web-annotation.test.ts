/** What we write is what the Web Annotation model says, whatever is in the notes; and what is written is read again. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeNotes } from '../../scripts/bench/library/notes.ts';
import type { Annotation } from '../../src/core/annotation/annotation.ts';
import { readItem } from '../../src/core/annotation/in/read-item.ts';
import { pageHead, toJsonLd } from '../../src/core/annotation/out/json-ld.ts';
import { aFact, aNote, notes } from '../helpers/notes.ts';
import { pageFaults } from '../helpers/web-annotation.ts';

const NOW = '2026-11-28T12:00:00.000Z';
const pageOf = (list: readonly Annotation[]) =>
  JSON.parse(
    JSON.stringify({
      ...pageHead({ notes: list.length, exported: NOW, id: 'a b' }),
      items: list.map(toJsonLd),
    }),
  ) as Record<string, unknown>;

const page = aNote().page;
const ODD: [about: string, note: Annotation][] = [
  ['a whole one', aNote({ facts: [aFact()], tags: ['one', 'two'] })],
  ['nothing but a page', aNote({ passage: null, note: '', tags: [], entities: [] })],
  ['read in a month', aNote({ page: { ...page, read: '2019-03' } })],
  ['read on no day', aNote({ page: { ...page, read: 'last summer' } })],
  ['read on a day that is none', aNote({ page: { ...page, read: '2019-02-31' } })],
  ['a language that is none', aNote({ page: { ...page, lang: 'Serbo-Croatian (Latin)' } })],
  [
    'an address with what no address may have',
    aNote({ page: { ...page, url: 'https://a.example/<b>?q={x|y}"`^\\' } }),
  ],
  ['an id from elsewhere', aNote({ id: 'hypothesis-a/b c<d>' })],
  ['an entity with an odd id', aNote({ entities: [{ id: 'dept~a b/ü', name: 'N', kind: 'vendor' }] })],
  [
    'a removed statement',
    aNote({ facts: [aFact('a/b', { statement: null, removed: { on: NOW, reason: 'x' } })] }),
  ],
  [
    'a copy at an odd address',
    aNote({ archived: { url: 'https://archive.example/save/https://a.example/{x}', on: '2026-11-28' } }),
  ],
];

describe('the rules of the model', () => {
  test.each(ODD)('%s', (_, note) => {
    expect(pageFaults(pageOf([note]))).toEqual([]);
    expect(readItem(JSON.stringify(toJsonLd(note)), NOW)).toEqual([{ note }]);
  });

  test('any notes', () => {
    fc.assert(
      fc.property(fc.uniqueArray(notes, { selector: (note) => note.id, maxLength: 5 }), (list) => {
        expect(pageFaults(pageOf(list))).toEqual([]);
      }),
    );
  });

  test('a thousand notes of a busy researcher', () => {
    expect(pageFaults(pageOf(makeNotes(1000)))).toEqual([]);
  });
});

/** The checker itself: each change breaks one rule, and it is found. */
const BROKEN: [rule: RegExp, at: string, put: unknown][] = [
  [/@context: http/, '@context', ['https://example.org/other', {}]],
  [/single value is a string/, '@context', ['http://www.w3.org/ns/anno.jsonld']],
  [/page: exactly 1 IRI/, 'id', undefined],
  [/AnnotationPage class/, 'type', 'Page'],
  [/list of items/, 'items', null],
  [/no two items/, 'items', [{ id: 'urn:x' }, { id: 'urn:x' }]],
  [/startIndex/, 'startIndex', -1],
  [/class of agents/, 'generator.type', 'Machine'],
  [/item 0: exactly 1 IRI/, 'items.0.id', 'note 1'],
  [/Annotation class/, 'items.0.type', 'Note'],
  [/1 or more targets/, 'items.0.target', []],
  [/not both/, 'items.0.bodyValue', 'x'],
  [/motivations/, 'items.0.motivation', 'musing'],
  [/created: 1 xsd:dateTime/, 'items.0.created', '2026-11-28T12:00:00+01:00'],
  [/colour has a meaning/, 'items.0.colour', 'red'],
  [/exactly 1 value/, 'items.0.body.0.value', 7],
  [/purpose/, 'items.0.body.0.purpose', 'fun'],
  [/exactly 1 source/, 'items.0.target.source', undefined],
  [/1 IRI/, 'items.0.target.source.id', 'the page'],
  [/language tags/, 'items.0.target.source.language', 'x y'],
  [/1 class of selectors/, 'items.0.target.selector', { type: 'Guess' }],
  [/exactly 1 exact/, 'items.0.target.selector.0.exact', undefined],
  [/natural numbers/, 'items.0.target.selector.1.start', 1.5],
  [/before it starts/, 'items.0.target.selector.1.end', 1],
  [/startSelector: an object/, 'items.0.target.selector.2.startSelector', undefined],
  [/sourceDate/, 'items.0.target.state.sourceDate', '2026-11-28'],
  [/cached/, 'items.0.target.state.cached', 'here'],
];
test.each(BROKEN)('the checker finds what breaks %s', (rule, at, put) => {
  const whole = pageOf([aNote({ facts: [aFact()] })]);
  expect(pageFaults(whole)).toEqual([]);
  const keys = at.split('.');
  const last = keys.pop() ?? '';
  const place = keys.reduce((value, key) => value[key] as Record<string, unknown>, whole);
  if (put === undefined) delete place[last];
  else place[last] = put;
  expect(pageFaults(whole).join('\n')).toMatch(rule);
});

test('a Hypothesis export says here what it said there', () => {
  const { annotations } = JSON.parse(readFileSync('tests/fixtures/notes/hypothesis.json', 'utf8'));
  const read = annotations.flatMap((item: unknown) => readItem(JSON.stringify(item), NOW));
  expect(read[0]).toMatchObject({
    note: {
      id: 'hypothesis-aaaaBBBBcccc1111',
      created: '2021-03-04T10:11:12.123Z',
      modified: '2021-03-05T10:11:12.123Z',
      page: { url: 'https://news.example/cameras', title: 'Cameras for the square', read: '2021-03-04' },
      passage: {
        text: '800 cameras had been installed at 100',
        before: 'Officials said that ',
        after: ' places in the city',
        selectors: {
          position: { start: 220, end: 260 },
          range: { startContainer: '/article[1]/p[2]', startOffset: 20, endOffset: 60 },
        },
      },
      note: 'Compare with the **2017** figure.',
      tags: ['cameras', 'figures'],
      origin: { source: 'hypothesis', key: 'aaaaBBBBcccc1111' },
    },
  });
  expect(read[1]).toMatchObject({ note: { passage: null, note: 'A note on the page as a whole.' } });
  expect(read[2]).toMatchObject({ note: { passage: { text: 'Камере су постављене' }, tags: ['сопствено'] } });
  expect(read.slice(3)).toEqual([
    { problem: { code: 'reply', about: '' } },
    { problem: { code: 'no-address', about: 'urn:x-pdf:0123456789abcdef' } },
  ]);
  // And leaves again as a sound annotation.
  const taken = read.flatMap((item: { note?: Annotation }) => item.note ?? []);
  expect(pageFaults(pageOf(taken))).toEqual([]);
});
