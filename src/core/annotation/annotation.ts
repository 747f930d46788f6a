/**
 * What a researcher saves: the page, the passage with its surroundings, their own words, and the statements they rely on as
 * these were on that day. Everything that is needed to read it later is in it: the page may be gone, the dataset another.
 */
import type { CardStatement } from '../dataset/card.ts';
import type { Kind } from '../dataset/vocabulary.ts';
import type { Selectors } from '../selectors/selector.ts';

export const COLOURS = ['yellow', 'green', 'blue', 'pink', 'violet'] as const;
export type Colour = (typeof COLOURS)[number];

export interface Annotation {
  /** A UUID for notes made here; `hypothesis-…`, `zotero-…` for those from elsewhere. */
  readonly id: string;
  /** Counts changes: an editor that started from another revision must not overwrite. */
  readonly rev: number;
  /** Instants, ISO 8601 in UTC. */
  readonly created: string;
  readonly modified: string;
  readonly page: SavedPage;
  /** Null for a note on the page as a whole. */
  readonly passage: SavedPassage | null;
  /** The researcher's words, in Markdown. */
  readonly note: string;
  readonly tags: readonly string[];
  readonly colour: Colour;
  readonly entities: readonly LinkedEntity[];
  readonly facts: readonly PinnedFact[];
  /** A copy in an archive, made by hand. */
  readonly archived: { readonly url: string; readonly on: string } | null;
  readonly origin: Origin | null;
  /** The note of which this is another version: two editors wrote at the same time, and both are kept. */
  readonly twin: string | null;
}

export interface SavedPage {
  readonly url: string;
  /** The address that the page gives for itself. */
  readonly canonical: string | null;
  readonly title: string;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  /** Partial dates. */
  readonly published: string | null;
  readonly changed: string | null;
  readonly lang: string | null;
  /** The day it was read. */
  readonly read: string;
}

export interface SavedPassage {
  readonly text: string;
  readonly before: string;
  readonly after: string;
  /** SHA-256 of the text, in hex. Empty for passages from elsewhere. */
  readonly hash: string;
  /** The text directive that leads to it, tried on the page when it was saved; null when none does. */
  readonly fragment: string | null;
  readonly selectors: Selectors;
}

export interface LinkedEntity {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
}

/** A statement of the dataset that the note relies on, as it was. */
export interface PinnedFact {
  readonly id: string;
  readonly about: readonly string[];
  /** Of its content: see facts.ts. */
  readonly version: string;
  /** The dataset's version. */
  readonly dataset: string;
  readonly pinned: string;
  /** The day on which the researcher looked at the source; null when they have not said so. */
  readonly checked: string | null;
  /** Null once it was removed for legal or safety reasons: then `removed` says so. */
  readonly statement: FactContent | null;
  readonly removed: Removal | null;
}

export interface Removal {
  readonly on: string;
  readonly reason: string;
}

/** What a statement says, without what only the card needs. */
export type FactContent = Pick<
  CardStatement,
  'text' | 'event' | 'asOf' | 'speaker' | 'act' | 'basis' | 'standing' | 'amount' | 'known' | 'sources'
>;

export const ORIGINS = ['hypothesis', 'zotero', 'w3c'] as const;

export interface Origin {
  readonly source: (typeof ORIGINS)[number];
  /** Its key there: importing the same file again doubles nothing. */
  readonly key: string;
}

/** What a reader may change of a note. */
export type NoteChange = Partial<
  Pick<Annotation, 'note' | 'tags' | 'colour' | 'entities' | 'facts' | 'archived' | 'passage'>
>;
