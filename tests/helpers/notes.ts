/** Builders of notes, with sensible defaults, and generators of whole libraries of them. */
import fc from 'fast-check';
import type { Annotation, PinnedFact, SavedPassage } from '../../src/core/annotation/annotation.ts';
import { COLOURS } from '../../src/core/annotation/annotation.ts';
import { pinFact } from '../../src/core/annotation/facts.ts';
import { toJsonLd } from '../../src/core/annotation/out/json-ld.ts';
import { KINDS } from '../../src/core/dataset/vocabulary.ts';
import { aCardStatement } from './builders.ts';

export function aNote(over: Partial<Annotation> = {}): Annotation {
  return {
    id: '6f6c1c1e-9f1e-4c39-8a35-0d9b6f0d4a01',
    rev: 1,
    created: '2026-11-28T10:00:00.000Z',
    modified: '2026-11-28T10:00:00.000Z',
    page: {
      url: 'https://news.example/cameras',
      canonical: null,
      title: 'Cameras for the square',
      authors: ['Ana Writer'],
      publisher: 'The Paper',
      published: '2019-03-20',
      changed: null,
      lang: 'en',
      read: '2026-11-28',
    },
    passage: aPassage('800 cameras had been installed'),
    note: 'Ask the **ministry** about this.',
    tags: ['belgrade'],
    colour: 'yellow',
    entities: [{ id: 'huawei', name: 'Huawei', kind: 'vendor' }],
    facts: [],
    archived: null,
    origin: null,
    twin: null,
    ...over,
  };
}

/** A small library: a note with a pinned statement, and one on another page with what `over` says of it. */
export function twoNotes(over: Partial<Annotation> = {}): readonly Annotation[] {
  const cited = aNote({
    facts: [aFact('huawei/nothing-2001', { about: ['huawei'] })],
    entities: [{ id: 'huawei', name: 'Huawei', kind: 'vendor' }],
  });
  return [
    cited,
    aNote({
      id: '6f6c1c1e-9f1e-4c39-8a35-0d9b6f0d4a02',
      note: 'Who paid?',
      tags: ['procurement', 'belgrade'],
      passage: aPassage('The contract was signed in December without a tender'),
      page: {
        ...cited.page,
        url: 'https://paper.example/contract',
        title: 'A contract',
        published: '2017-02-10',
      },
      ...over,
    }),
  ];
}

export function aPassage(text: string, over: Partial<SavedPassage> = {}): SavedPassage {
  return {
    text,
    before: 'Officials said that ',
    after: ' at 100 places in the city.',
    hash: 'aa'.repeat(32),
    fragment: 'text=800%20cameras%20had%20been%20installed',
    selectors: {
      quote: {
        type: 'TextQuoteSelector',
        exact: text,
        prefix: 'Officials said that ',
        suffix: ' at 100 places',
      },
      position: { type: 'TextPositionSelector', start: 20, end: 20 + [...text].length },
      range: {
        type: 'RangeSelector',
        startContainer: '/html[1]/body[1]/p[1]',
        startOffset: 20,
        endContainer: '/html[1]/body[1]/p[1]',
        endOffset: 50,
      },
    },
    ...over,
  };
}

export function aFact(id = 'huawei/sold-2019', over: Partial<PinnedFact> = {}): PinnedFact {
  return { ...pinFact(aCardStatement({ id }), '2026.11.24', '2026-11-28T10:00:00.000Z'), ...over };
}

const instants = fc
  .date({ min: new Date('2001-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const words = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  fc.constantFrom(
    'камера',
    '监控摄像头',
    '<script>alert(1)</script>',
    '] } , {"',
    'a\r\nER  - \n',
    '=1+1',
    '"""',
  ),
);
const passages = fc
  .tuple(
    words.filter((text) => text.trim() !== ''),
    words,
    words,
    fc.boolean(),
    fc.boolean(),
  )
  .map(([text, before, after, position, range]) => {
    const full = aPassage(text, { before, after });
    return {
      ...full,
      selectors: {
        ...full.selectors,
        position: position ? full.selectors.position : null,
        range: range ? full.selectors.range : null,
      },
    };
  });

/** Any note that the library can hold. */
export const notes: fc.Arbitrary<Annotation> = fc
  .record({
    id: fc.oneof(fc.uuid(), fc.stringMatching(/^hypothesis-[\w-]{8}$/)),
    rev: fc.integer({ min: 1, max: 99 }),
    created: instants,
    modified: instants,
    title: words,
    path: fc.webPath(),
    authors: fc.array(words, { maxLength: 3 }),
    publisher: fc.option(words),
    lang: fc.constantFrom('en', 'sr-Latn', 'zh', null),
    passage: fc.option(passages),
    note: fc.oneof(fc.constant(''), words, fc.lorem()),
    tags: fc.uniqueArray(words, { maxLength: 4 }),
    colour: fc.constantFrom(...COLOURS),
    entities: fc.uniqueArray(fc.constantFrom('huawei', 'dahua', 'nso-group'), { maxLength: 3 }),
    facts: fc.uniqueArray(fc.constantFrom('huawei/sold-2019', 'dahua/denied-2020'), { maxLength: 2 }),
    checked: fc.constantFrom(null, '2026-11-28'),
    archived: fc.constantFrom(null, {
      url: 'https://web.archive.org/web/2/https://a.example/',
      on: '2026-11-28',
    }),
    removed: fc.constantFrom(null, null, { on: '2026-12-01', reason: 'court order' }),
  })
  .map(({ title, path, authors, publisher, lang, entities, facts, checked, removed, ...rest }) => ({
    ...rest,
    page: { ...aNote().page, url: `https://news.example${path}`, title, authors, publisher, lang },
    entities: entities.map((id, i) => ({ id, name: id, kind: KINDS[i] ?? 'vendor' })),
    facts: facts.map((id) => aFact(id, { checked, ...(removed ? { removed, statement: null } : {}) })),
    origin: null,
    twin: null,
  }));

/** A file with these notes. */
export function fileOf(notes: readonly Annotation[]): Blob {
  return new Blob([`[${notes.map((note) => JSON.stringify(toJsonLd(note))).join(',\n')}]`]);
}
