/** The library's own database, apart from the dataset's: a release may be thrown away and fetched again, a note may not. */
import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Annotation, NoteChange } from '../../core/annotation/annotation.ts';
import { LAYOUTS, type Layout } from './layouts.ts';
import type { NoteRow } from './rows.ts';

export const LIBRARY = 'sidelight-library';

export interface LibraryDatabase extends Dexie {
  notes: Table<NoteRow, string>;
  journal: EntityTable<JournalRow, 'seq'>;
  facts: EntityTable<FactRow, 'key'>;
}

/** What was done, and what was there before: enough to take it back. */
export interface JournalRow {
  readonly seq: number;
  readonly at: string;
  readonly what: Deed;
  readonly items: readonly JournalItem[];
}

export const DEEDS = ['save', 'edit', 'delete', 'import', 'tag', 'recolour', 'merge'] as const;
export type Deed = (typeof DEEDS)[number];

/** What a change overwrote. The revision before was one less: undone, the note is again what an editor of that revision knows. */
export type Before = NoteChange & Pick<Annotation, 'modified'>;

export type JournalItem =
  | { readonly kind: 'added'; readonly id: string; readonly rev: number }
  | { readonly kind: 'edited'; readonly id: string; readonly rev: number; readonly before: Before }
  | { readonly kind: 'deleted'; readonly id: string; readonly before: Annotation };

/** Small facts about the library as a whole: the backups made, the last check. */
export interface FactRow {
  readonly key: string;
  readonly value: unknown;
}

/** A database object of the newest layout, not opened yet. */
export function libraryDatabase(
  name: string = LIBRARY,
  layouts: readonly Layout[] = LAYOUTS,
): LibraryDatabase {
  const database = new Dexie(name) as LibraryDatabase;
  for (const { version, stores, migrate } of layouts) {
    const declared = database.version(version).stores(stores);
    if (migrate) declared.upgrade(migrate);
  }
  return database;
}
