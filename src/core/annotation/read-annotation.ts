/**
 * Reads a note of unknown origin: a row of the database, an item of a backup. Checked by hand, like everything that is read
 * in thousands. What is not essential and wrong becomes empty; without address, id or dates it is no note.
 */
import type { Annotation, LinkedEntity, SavedPage, SavedPassage } from './annotation.ts';
import { COLOURS, ORIGINS } from './annotation.ts';
import { isFields, list, oneOf, text, textOrNull, webAddress } from './fields.ts';
import { type ItemProblem, problem } from './item-problem.ts';
import { readFact } from './read-fact.ts';
import { readSelectors } from './read-selectors.ts';

/** More than anybody writes; a file that holds more is not one of notes. */
export const MAX_TEXT = 1_000_000;

export type ReadNote =
  | {
      readonly note: Annotation;
      /** Made here, and carried back by a citation manager with less than it had. */
      readonly isCarried?: true;
    }
  | { readonly problem: ItemProblem };

export function readAnnotation(value: unknown): ReadNote {
  if (!isFields(value)) return problem('no-record');
  const id = text(value.id, 300);
  if (!id) return problem('no-id');
  const page = readPage(value.page);
  if (!page) return problem('no-address');
  const created = instant(value.created);
  if (!created) return problem('no-date');
  if (typeof value.note === 'string' && value.note.length > MAX_TEXT) return problem('note-too-long');
  const passage = value.passage === null || value.passage === undefined ? null : readPassage(value.passage);
  if (passage === 'bad') return problem('bad-passage');
  return {
    note: {
      id,
      rev: typeof value.rev === 'number' && Number.isInteger(value.rev) && value.rev > 0 ? value.rev : 1,
      created,
      modified: instant(value.modified) ?? created,
      page,
      passage,
      note: typeof value.note === 'string' ? value.note : '',
      tags: texts(value.tags),
      colour: oneOf(COLOURS, value.colour) ?? 'yellow',
      entities: list(value.entities, readEntity),
      facts: list(value.facts, readFact),
      archived: readArchived(value.archived),
      origin: readOrigin(value.origin),
      twin: textOrNull(value.twin, 300),
    },
  };
}

function readPage(value: unknown): SavedPage | null {
  if (!isFields(value)) return null;
  const url = webAddress(value.url);
  if (!url) return null;
  return {
    url,
    canonical: webAddress(value.canonical),
    title: text(value.title, 2000) ?? '',
    authors: texts(value.authors),
    publisher: textOrNull(value.publisher, 500),
    published: textOrNull(value.published, 40),
    changed: textOrNull(value.changed, 40),
    lang: textOrNull(value.lang, 40),
    read: text(value.read, 40) ?? '',
  };
}

function readPassage(value: unknown): SavedPassage | 'bad' {
  if (!isFields(value)) return 'bad';
  const selectors = readSelectors(value.selectors);
  if (!selectors) return 'bad';
  return {
    text: text(value.text, MAX_TEXT) ?? selectors.quote.exact,
    before: text(value.before, MAX_TEXT) ?? '',
    after: text(value.after, MAX_TEXT) ?? '',
    hash: text(value.hash, 64) ?? '',
    fragment: textOrNull(value.fragment, 4000),
    selectors,
  };
}

function readEntity(value: unknown): LinkedEntity | null {
  if (!isFields(value)) return null;
  const id = text(value.id, 120);
  const kind = text(value.kind, 60);
  // A kind of a newer dataset is shown as it is written.
  return id && kind ? { id, name: text(value.name, 500) ?? id, kind: kind as LinkedEntity['kind'] } : null;
}

function readArchived(value: unknown): Annotation['archived'] {
  if (!isFields(value)) return null;
  const url = webAddress(value.url);
  return url ? { url, on: text(value.on, 40) ?? '' } : null;
}

function readOrigin(value: unknown): Annotation['origin'] {
  if (!isFields(value)) return null;
  const source = oneOf(ORIGINS, value.source);
  const key = text(value.key, 500);
  return source && key ? { source, key } : null;
}

function texts(value: unknown): string[] {
  return list(value, (item) => text(item, 500));
}

/** An instant as ISO 8601 in UTC; null for what is none. */
export function instant(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
