/**
 * Some thousand notes made searchable: an inverted index in typed arrays, and the columns that lists are filtered and sorted by.
 *
 * MiniSearch was measured first (50,000 notes of 60 words): 39 s to build, 6 s to load, 107 MB, and 100 to 500 ms for a word
 * of one or two letters. What makes the difference here: terms are one sorted list (a beginning is a range of it), postings
 * are numbers in one array, scores are added up in another, and a segment is never changed: it is built, stored, loaded as it
 * is. A change of a note makes its place in the segment dead, and puts it into the newest segment.
 */
import type { Annotation } from '../../core/annotation/annotation.ts';
import { COLOURS } from '../../core/annotation/annotation.ts';
import { pageKey } from '../../core/annotation/page-key.ts';
import { entityKey } from './entity-key.ts';
import { eachWord } from './words.ts';

/** Where a word stands, and what that is worth. */
export const FIELDS = { tag: 5, entity: 5, note: 4, title: 3, quote: 2, about: 1 } as const;
const FIELD_WEIGHTS = Object.values(FIELDS);

export interface Segment {
  readonly ids: readonly string[];
  /** Sorted. */
  readonly terms: readonly string[];
  /** Where each term's postings begin; one more at the end. */
  readonly starts: Uint32Array;
  /** Note in the segment × 8 + the best field that the word stands in. */
  readonly postings: Uint32Array;
  /** Milliseconds since 1970. */
  readonly created: Float64Array;
  readonly modified: Float64Array;
  readonly colours: Uint8Array;
  readonly flags: Uint8Array;
  /** Names of tags, entities, pages; and for each note which ones it has. */
  readonly tags: Lists;
  readonly entities: Lists;
  readonly pages: Lists;
  readonly facts: Lists;
}

/** A list of names for each note, as numbers into one list of names. */
export interface Lists {
  readonly names: readonly string[];
  readonly starts: Uint32Array;
  readonly items: Uint32Array;
}

export const FLAG = {
  hasNote: 1,
  hasFacts: 2,
  hasPassage: 4,
  isTwin: 8,
  isImported: 16,
  isArchived: 32,
} as const;

export function buildSegment(notes: readonly Annotation[]): Segment {
  const byTerm = new Map<string, number[]>();
  notes.forEach((note, at) => {
    // The best field wins: fields are visited from the best on, and a term is taken once.
    const seen = new Set<string>();
    fieldsOf(note).forEach((text, field) => {
      eachWord(text, (word) => {
        if (seen.has(word)) return;
        seen.add(word);
        const list = byTerm.get(word);
        if (list) list.push(at * 8 + field);
        else byTerm.set(word, [at * 8 + field]);
      });
    });
  });
  const terms = [...byTerm.keys()].sort();
  const starts = new Uint32Array(terms.length + 1);
  let size = 0;
  terms.forEach((term, i) => {
    starts[i] = size;
    size += byTerm.get(term)?.length ?? 0;
  });
  starts[terms.length] = size;
  const postings = new Uint32Array(size);
  terms.forEach((term, i) => {
    postings.set(byTerm.get(term) ?? [], starts[i]);
  });
  return {
    ids: notes.map((note) => note.id),
    terms,
    starts,
    postings,
    created: Float64Array.from(notes, (note) => Date.parse(note.created)),
    modified: Float64Array.from(notes, (note) => Date.parse(note.modified)),
    colours: Uint8Array.from(notes, (note) => COLOURS.indexOf(note.colour)),
    flags: Uint8Array.from(notes, flagsOf),
    tags: lists(notes.map((note) => note.tags)),
    entities: lists(notes.map((note) => note.entities.map(entityKey))),
    pages: lists(notes.map((note) => [pageKey(note.page.url)])),
    facts: lists(notes.map((note) => note.facts.map((fact) => fact.id))),
  };
}

/** In the order of FIELDS. */
function fieldsOf(note: Annotation): string[] {
  const { page } = note;
  return [
    note.tags.join(' '),
    note.entities.map((entity) => `${entity.name} ${entity.id}`).join(' '),
    note.note,
    page.title,
    note.passage?.text ?? '',
    [
      page.publisher ?? '',
      page.authors.join(' '),
      pageKey(page.url).replace(/[/._?=&-]+/g, ' '),
      ...[note.created.slice(0, 10), page.published ?? '', page.read].flatMap(dateWords),
    ].join(' '),
  ];
}

/** A day is also found by its month; its year is the beginning of both. */
function dateWords(date: string): string[] {
  return [date, date.slice(0, 7), date.slice(0, 4)];
}

function flagsOf(note: Annotation): number {
  return (
    (note.note !== '' ? FLAG.hasNote : 0) |
    (note.facts.length > 0 ? FLAG.hasFacts : 0) |
    (note.passage ? FLAG.hasPassage : 0) |
    (note.twin ? FLAG.isTwin : 0) |
    (note.origin ? FLAG.isImported : 0) |
    (note.archived ? FLAG.isArchived : 0)
  );
}

function lists(values: readonly (readonly string[])[]): Lists {
  const numbers = new Map<string, number>();
  const starts = new Uint32Array(values.length + 1);
  const items: number[] = [];
  values.forEach((names, i) => {
    starts[i] = items.length;
    for (const name of names) {
      let number = numbers.get(name);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(name, number);
      }
      items.push(number);
    }
  });
  starts[values.length] = items.length;
  return { names: [...numbers.keys()], starts, items: Uint32Array.from(items) };
}

/** Adds to `scores` what a word is worth in each note of the segment. `rarity` weighs words that few notes have. */
export function scoreWord(
  segment: Segment,
  spelling: string,
  isPrefix: boolean,
  rarity: number,
  scores: Float32Array,
): void {
  const { terms, starts, postings } = segment;
  for (let i = firstAtOrAfter(terms, spelling); i < terms.length; i++) {
    const term = terms[i] as string;
    if (isPrefix ? !term.startsWith(spelling) : term !== spelling) break;
    // A whole word is worth more than the beginning of a longer one.
    const share = (term.length === spelling.length ? 1 : 0.5) * rarity;
    const end = starts[i + 1] as number;
    for (let at = starts[i] as number; at < end; at++) {
      const posting = postings[at] as number;
      const note = posting >>> 3;
      const score = share * (FIELD_WEIGHTS[posting & 7] as number);
      if (score > (scores[note] as number)) scores[note] = score;
    }
  }
}

/** How many notes of the segment may have the word: an upper bound. */
export function countWord({ terms, starts }: Segment, spelling: string, isPrefix: boolean): number {
  const from = firstAtOrAfter(terms, spelling);
  const to = isPrefix
    ? firstAtOrAfter(terms, `${spelling}\uffff`)
    : terms[from] === spelling
      ? from + 1
      : from;
  return (starts[to] as number) - (starts[from] as number);
}

function firstAtOrAfter(terms: readonly string[], word: string): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((terms[middle] as string) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
