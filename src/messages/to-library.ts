/**
 * What the library page asks of its engine, a worker of its own that holds the search index and does the long work. Answers
 * come over a port and may be large; files travel as they are.
 */

import type { Annotation, Colour, NoteChange } from '../core/annotation/annotation.ts';
import type { FactState } from '../core/annotation/facts.ts';
import type { ItemProblem } from '../core/annotation/item-problem.ts';
import type { ChangedNote } from '../core/annotation/outcome.ts';
import type { Card } from '../core/dataset/card.ts';

export interface ToLibrary {
  /** Opens the library; the first call of all. */
  open(request: null): LibraryState;
  /** Notes that answer a query, a window of them whole, all of them counted. */
  search(request: {
    readonly query: LibraryQuery;
    readonly from: number;
    readonly count: number;
  }): SearchPage;
  /** Ids of everything that answers a query. */
  findIds(request: { readonly query: LibraryQuery }): readonly string[];
  facets(request: null): LibraryFacets;
  notes(request: { readonly ids: readonly string[] }): readonly Annotation[];
  /** What has become of the statements that a note cites; those that are as they were are left out. */
  factStates(request: { readonly ids: readonly string[] }): readonly NoteFactStates[];
  /** Cards of entities, for the dossier and for citing. */
  cards(request: { readonly ids: readonly string[] }): readonly Card[];
  change(request: { readonly id: string; readonly base: number; readonly change: NoteChange }): ChangedNote;
  bulk(request: { readonly ids: readonly string[]; readonly deed: BulkDeed }): number;
  undo(request: null): UndoneDeed | null;
  undoable(request: null): { readonly what: string; readonly notes: number } | null;
  /** Makes a file of these notes, or of all. */
  exportFile(request: {
    readonly format: ExportFormat;
    readonly ids: readonly string[] | null;
  }): ExportedFile;
  /** Reads a file and says what it would bring; nothing is written. */
  previewImport(request: { readonly file: Blob; readonly name: string }): ImportPreview;
  /** Fingerprints of the pages that the last preview's notes are on: content scripts find notes by them, so they are stored before the notes. */
  importHints(request: null): readonly string[];
  /** Writes what the last preview found. */
  commitImport(request: { readonly keepBoth: boolean }): number;
  dropImport(request: null): null;
  health(request: null): LibraryHealth;
  checkIntegrity(request: null): IntegritySummary;
  mend(request: { readonly ids: readonly string[] }): null;
  /** Reads a backup file into a scratch database, compares it with the library, and throws the scratch away. */
  drill(request: { readonly file: Blob }): DrillReport;
  /** Deletes every note, the dumps and the index. */
  eraseAll(request: null): null;
}

export const SORTS = ['relevance', 'modified', 'created'] as const;
export const ONLY = ['hasNote', 'hasFacts', 'hasPassage', 'isTwin', 'isImported', 'isArchived'] as const;

export interface LibraryQuery {
  readonly text: string;
  readonly tags: readonly string[];
  readonly entity: string | null;
  /** A page's key. */
  readonly page: string | null;
  /** Cites any of these statements. */
  readonly facts: readonly string[] | null;
  readonly colour: Colour | null;
  readonly only: (typeof ONLY)[number] | null;
  /** Saved on or after, on or before: YYYY-MM-DD. */
  readonly from: string | null;
  readonly to: string | null;
  readonly sort: (typeof SORTS)[number];
  readonly oldestFirst: boolean;
}

export const EVERYTHING: LibraryQuery = {
  text: '',
  tags: [],
  entity: null,
  page: null,
  facts: null,
  colour: null,
  only: null,
  from: null,
  to: null,
  sort: 'relevance',
  oldestFirst: false,
};

export type LibraryState =
  | { readonly state: 'open'; readonly notes: number }
  /** Read-only: what could be read is shown and can be exported. */
  | {
      readonly state: 'rescue';
      readonly reason: 'newer' | 'upgrade' | 'unreadable';
      readonly detail: string;
      readonly from: 'database' | 'dump' | 'nothing';
      readonly at: string | null;
      readonly notes: number;
      readonly broken: number;
    };

export interface SearchPage {
  readonly total: number;
  readonly notes: readonly Annotation[];
  /** Words that were searched for in the place of ones that no note has. */
  readonly instead: readonly string[];
  /** False while the index is still being read: there may be more. */
  readonly complete: boolean;
  /** Notes whose statements have moved, of those in the window. */
  readonly moved: readonly string[];
}

export interface LibraryFacets {
  /** All notes of the library. */
  readonly notes: number;
  readonly tags: readonly { readonly name: string; readonly count: number }[];
  readonly entities: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly count: number;
  }[];
  readonly colours: readonly { readonly name: string; readonly count: number }[];
  readonly twins: number;
  /** Statements that notes cite and the dataset has changed. */
  readonly movedFacts: readonly string[];
}

export interface NoteFactStates {
  readonly note: string;
  readonly facts: readonly { readonly id: string; readonly state: Exclude<FactState, { state: 'same' }> }[];
}

export type BulkDeed =
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'untag'; readonly tag: string }
  | { readonly kind: 'colour'; readonly colour: Colour }
  | { readonly kind: 'delete' };

export interface UndoneDeed {
  readonly what: string;
  readonly restored: number;
  readonly skipped: number;
}

export const EXPORT_FORMATS = [
  'json-ld',
  'markdown',
  'markdown-folder',
  'csv',
  'html',
  'csl-json',
  'ris',
  'bibtex',
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportedFile {
  readonly file: Blob;
  readonly name: string;
  readonly notes: number;
}

export interface ImportPreview {
  readonly name: string;
  /** Notes that are not in the library. */
  readonly fresh: number;
  /** In the library already, the same. */
  readonly same: number;
  /** In the library with other content. */
  readonly differing: number;
  /** Sources of the dataset that the file lists beside its notes: nothing to take in. */
  readonly sources: number;
  readonly problems: readonly ImportProblem[];
  /** More problems than are listed. */
  readonly moreProblems: number;
  readonly examples: readonly Annotation[];
  /** Said about the file as a whole. */
  readonly warnings: readonly ImportWarning[];
}

export interface ImportProblem {
  /** The nth item of the file, from 1; 0 for the file itself. */
  readonly item: number;
  readonly problem: ItemProblem;
}

export type ImportWarning =
  | { readonly kind: 'cut-off' }
  | { readonly kind: 'newer-format' }
  | { readonly kind: 'encoding'; readonly encoding: string }
  | { readonly kind: 'count'; readonly stated: number; readonly found: number };

export interface LibraryHealth {
  readonly notes: number;
  /** Bytes; null where the browser does not say. */
  readonly used: number | null;
  readonly quota: number | null;
  readonly persisted: boolean;
  /** Notes saved in the last 90 days. */
  readonly recent: number;
  readonly dumps: readonly { readonly at: string; readonly notes: number }[];
}

export interface IntegritySummary {
  readonly notes: number;
  readonly problems: readonly {
    readonly id: string;
    readonly kind: 'unreadable' | 'altered' | 'lost-keys';
    readonly detail: string;
  }[];
}

export interface DrillReport {
  readonly inFile: number;
  /** What the file says it holds; null when it says nothing. */
  readonly stated: number | null;
  readonly restored: number;
  readonly same: number;
  /** Notes that were changed in the library since. */
  readonly older: number;
  /** Notes of the library that are not in the file. */
  readonly missing: number;
  readonly problems: readonly ImportProblem[];
}

/** Sent by the engine while it works, and when notes were changed elsewhere. */
export type LibraryNews =
  | {
      readonly sidelight: 'progress';
      readonly what: string;
      readonly done: number;
      readonly total: number | null;
    }
  | { readonly sidelight: 'changed' };
