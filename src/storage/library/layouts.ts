/**
 * Every layout the library's database has had, oldest first. A layout that was released is never edited: a change is a new
 * entry with its migration, and opening an older database dumps it first (open-library.ts).
 */
import type { Transaction } from 'dexie';

export interface Layout {
  readonly version: number;
  /** Tables and their indexes, in Dexie's notation. */
  readonly stores: Readonly<Record<string, string>>;
  /** Brings the rows of the layout before into this one; all or nothing. */
  readonly migrate?: (transaction: Transaction) => Promise<void>;
}

export const LAYOUTS: readonly Layout[] = [
  {
    version: 1,
    stores: {
      notes: 'id, modified, *pageKeys, *statementIds',
      journal: '++seq',
      facts: 'key',
    },
  },
];
