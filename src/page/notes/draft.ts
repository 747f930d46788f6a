/** A new note from a place on the page, whole: passage, surroundings, three selectors, hash, the page's record, the entities in it. */
import type { Annotation, LinkedEntity, PinnedFact, SavedPassage } from '../../core/annotation/annotation.ts';
import {
  describeSurroundings,
  describeTextPosition,
  describeTextQuote,
} from '../../core/selectors/describe.ts';
import { describeTextFragment } from '../../core/selectors/text-fragment.ts';
import type { NoteText } from './note-text.ts';
import { readPageRecord } from './page-record.ts';
import { describeRange } from './range-selector.ts';
import { spanOfRange } from './selection-span.ts';

export interface DraftHost {
  readonly document: Document;
  /** The moment, ISO 8601. */
  now(): string;
  newId(): string;
}

export interface DraftParts {
  readonly passage: SavedPassage | null;
  readonly entities: readonly LinkedEntity[];
  readonly facts: readonly PinnedFact[];
}

export function draftNote(host: DraftHost, { passage, entities, facts }: DraftParts): Annotation {
  const now = host.now();
  return {
    id: host.newId(),
    rev: 1,
    created: now,
    modified: now,
    page: readPageRecord(host.document, now.slice(0, 10)),
    passage,
    note: '',
    tags: [],
    colour: 'yellow',
    entities,
    facts,
    archived: null,
    origin: null,
    twin: null,
  };
}

/** The passage in a range; null when there is no text in it. Its hash is the worker's to make: pages over http have no digest. */
export function describePassage({ map, page }: NoteText, range: AbstractRange): SavedPassage | null {
  const span = spanOfRange(map, range);
  const quote = span && describeTextQuote(page, span);
  if (!span || !quote) return null;
  return {
    text: quote.exact,
    ...describeSurroundings(page, span),
    hash: '',
    fragment: describeTextFragment(map.text, span),
    selectors: { quote, position: describeTextPosition(page, span), range: describeRange(range) },
  };
}
