/** The database of the worker. Rows of a release are keyed by it, so that a new one is complete before anything reads it. */
import Dexie, { type EntityTable, type Table } from 'dexie';
import type { ReleaseEntity, ReleaseSource, ReleaseStatement } from '../core/dataset/release.ts';

export interface EntityRow extends ReleaseEntity {
  readonly release: string;
  /** `release|target` of each relation, for finding who points here. */
  readonly targetKeys: readonly string[];
}

export interface StatementRow extends ReleaseStatement {
  readonly release: string;
  /** `release|entity` of each entity it is about. */
  readonly aboutKeys: readonly string[];
}

export interface SourceRow extends ReleaseSource {
  readonly release: string;
}

/** The compiled index of a release, for the worker's own use. */
export interface IndexRow {
  readonly key: string;
  readonly index: ArrayBuffer;
  readonly rules: ArrayBuffer;
}

/** What is current. Changing this row is what makes a release current: one small write, after everything else. */
export interface CurrentRow {
  readonly key: 'current';
  readonly release: string;
  readonly version: string;
  readonly entities: number;
  readonly statements: number;
  readonly redirects: Readonly<Record<string, string>>;
}

export interface Database extends Dexie {
  entities: Table<EntityRow, [string, string]>;
  statements: Table<StatementRow, [string, string]>;
  sources: Table<SourceRow, [string, string]>;
  pointers: EntityTable<CurrentRow, 'key'>;
  indexes: EntityTable<IndexRow, 'key'>;
}

/** Opens (and, the first time, makes) the database. */
export function openDatabase(name = 'sidelight'): Database {
  const database = new Dexie(name) as Database;
  database.version(1).stores({
    entities: '[release+id], release, *targetKeys',
    statements: '[release+id], release, *aboutKeys',
    sources: '[release+id], release',
    pointers: 'key',
  });
  database.version(2).stores({ indexes: 'key' });
  return database;
}

export function rowKey(release: string, id: string): string {
  return `${release}|${id}`;
}
