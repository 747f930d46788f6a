/** A library as a busy researcher has it after years: notes on pages, with passages, tags and entities. */
import type { Annotation, Colour } from '../../../src/core/annotation/annotation.ts';
import { COLOURS } from '../../../src/core/annotation/annotation.ts';
import { createRandom, type Random } from '../random.ts';
import { loadSentences, type Sentence } from './tokens.ts';

const ENTITIES = [
  'huawei',
  'hikvision',
  'dahua',
  'nso-group',
  'palantir',
  'clearview-ai',
  'cellebrite',
  'safe-city-belgrade',
];
const TAGS =
  'belgrade cameras law procurement court export face-recognition follow-up quote spyware transport schools'.split(
    ' ',
  );

/** `count` notes, the same for the same seed. */
export function makeNotes(count: number, seed = 7): Annotation[] {
  const random = createRandom(seed);
  const sentences = [...loadSentences().values()].flat();
  return Array.from({ length: count }, (_, i) => makeNote(i, random, sentences));
}

function makeNote(i: number, random: Random, sentences: readonly Sentence[]): Annotation {
  const words = () =>
    random
      .pick(sentences)
      .map((word) => word.text)
      .join(' ');
  const text = Array.from({ length: 1 + random.below(3) }, words).join(' ');
  const before = words();
  const after = words();
  const created = new Date(1_450_000_000_000 + Math.floor(random.next() * 3.3e11)).toISOString();
  const id = `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-8${hex(random, 3)}-${hex(random, 12)}`;
  return {
    id,
    rev: 1,
    created,
    modified: created,
    page: {
      url: `https://news${i % 300}.example/story/${random.below(Math.max(1, i >> 2) + 1)}`,
      canonical: null,
      title: words().slice(0, 90),
      authors: ['Ana Writer'],
      publisher: `Paper ${i % 300}`,
      published: created.slice(0, 10),
      changed: null,
      lang: 'en',
      read: created.slice(0, 10),
    },
    passage: {
      text,
      before,
      after,
      hash: hex(random, 64),
      fragment: null,
      selectors: {
        quote: {
          type: 'TextQuoteSelector',
          exact: text,
          prefix: before.slice(-32),
          suffix: after.slice(0, 32),
        },
        position: { type: 'TextPositionSelector', start: 1000, end: 1000 + text.length },
        range: null,
      },
    },
    note: random.next() < 0.6 ? words() : '',
    tags:
      random.next() < 0.7
        ? [random.pick(TAGS), random.pick(TAGS)].filter((tag, n, all) => all.indexOf(tag) === n)
        : [],
    colour: random.pick(COLOURS as readonly Colour[]),
    entities: random.next() < 0.5 ? [{ id: random.pick(ENTITIES), name: 'An entity', kind: 'vendor' }] : [],
    facts: [],
    archived: null,
    origin: null,
    twin: null,
  };
}

function hex(random: Random, length: number): string {
  return Array.from({ length }, () => random.below(16).toString(16)).join('');
}
