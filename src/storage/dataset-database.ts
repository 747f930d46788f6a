/**
 * The database of releases, apart from what the reader writes: everything in it can be had again. Bundles lie on shelves
 * (some to a shelf, in one row): a hundred thousand rows take ten seconds to write, and a release has several for each entity.
 *
 * A release says for each shelf which generation of it is its own. A new release writes only the shelves that differ, under a
 * new generation, and becomes current when the pointer is changed: one small write. Until then nothing reads them.
 */
import Dexie, { type Table, type Transaction } from 'dexie';
import { inflateSync } from 'fflate';
import type { EntityBundle } from '../core/dataset/bundle.ts';
import type { ReleaseHeader } from '../core/dataset/release-lines.ts';
import type { Withdrawal } from '../core/dataset/withdrawal.ts';
import { type PackedShelf, packShelf } from './shelf-bytes.ts';

/** Name of the repository that the dataset's own maintainers publish, bundled or downloaded. */
export const CORE = 'core';

/** Its items are bundles. */
export interface ShelfRow extends PackedShelf {
  readonly repository: string;
  readonly generation: number;
  readonly shelf: number;
}

export interface ReleaseRow {
  readonly repository: string;
  /** Number of the writing that made it; what it wrote lies under this generation. */
  readonly generation: number;
  readonly key: string;
  readonly header: ReleaseHeader;
  readonly origin: 'bundled' | 'downloaded';
  /** True when something removed was left out of it, so that no delta fits it. */
  readonly filtered: boolean;
  /** Generation of each shelf; 0 where there is nothing on it. The number of shelves is a power of two. */
  readonly generations: Uint32Array;
}

export interface PointerRow {
  readonly repository: string;
  /** Generation of the current release. */
  readonly current: number;
  /** That of the release before, kept whole in case the current one turns out to be damaged. */
  readonly last: number | null;
}

/** What has been verified of a repository's metadata. */
export interface TrustRow {
  readonly repository: string;
  /** root, timestamp, snapshot, targets. */
  readonly role: string;
  readonly text: string;
}

export interface RepositoryRow {
  readonly id: string;
  /** Null for one that is bundled and names no place. */
  readonly address: string | null;
  /** Root metadata to begin with. */
  readonly root: string | null;
  /**
   * The place for updates that the reader was told of, for the bundled dataset: until that is its address, nothing is asked
   * there. Datasets that a reader adds need none, because the reader has named the place.
   */
  readonly told?: string | null;
  readonly label: string;
  readonly colour: string;
  readonly enabled: boolean;
  /** Highest version that was ever current, and the keys that spoke for it. */
  readonly highest: { readonly version: string; readonly targetsKeys: string } | null;
  readonly withdrawn: readonly Withdrawal[];
  /** Names that another dataset before this one has as well: there its entity is the one that is marked. */
  readonly conflicts: readonly ConflictRow[];
  readonly check: CheckRow;
}

export interface ConflictRow {
  readonly name: string;
  /** The entity that keeps the name, and ours, both with their dataset's id. */
  readonly kept: string;
  readonly ours: string;
}

/** A compiled index. */
export interface IndexRow {
  readonly key: string;
  readonly index: Blob;
  readonly rules: Blob;
}

/** What is remembered of checking for updates. Times are milliseconds since 1970. */
export interface CheckRow {
  readonly attempted: number | null;
  readonly succeeded: number | null;
  readonly failures: number;
  readonly due: number | null;
  readonly problem: { readonly code: string; readonly detail: string; readonly since: number } | null;
  /** When the newest verified timestamp was signed, and when it runs out. */
  readonly issued: number | null;
  readonly expires: number | null;
}

export const NEVER_CHECKED: CheckRow = {
  attempted: null,
  succeeded: null,
  failures: 0,
  due: null,
  problem: null,
  issued: null,
  expires: null,
};

/**
 * Shelves lie in three tables in turn, by their generation. A database lets nobody read a table while it is written, and a card
 * that waits for a release to be written waits too long: so what is read now, the release before it that is kept, and what is
 * being written or deleted lie apart. (A release that came by deltas has shelves of many generations. Then some of what is
 * written does lie beside what is read, and is written in small steps.)
 */
export const SHELF_TABLES = ['shelves', 'shelves1', 'shelves2'] as const;

export function tableNameOf(generation: number): (typeof SHELF_TABLES)[number] {
  return SHELF_TABLES[generation % SHELF_TABLES.length] as (typeof SHELF_TABLES)[number];
}

export type ShelfTable = Table<ShelfRow, [string, number, number]>;

export interface DatasetDatabase extends Dexie {
  shelves: ShelfTable;
  shelves1: ShelfTable;
  shelves2: ShelfTable;
  releases: Table<ReleaseRow, [string, number]>;
  pointers: Table<PointerRow, string>;
  trust: Table<TrustRow, [string, string]>;
  repositories: Table<RepositoryRow, string>;
  indexFiles: Table<IndexRow, string>;
}

export function openDatasetDatabase(name = 'sidelight-dataset'): DatasetDatabase {
  // Its cache is for queries that are watched; here it would only copy what is written.
  const database = new Dexie(name, { cache: 'disabled' }) as DatasetDatabase;
  database.version(1).stores({
    shelves: '[repository+generation+shelf], repository',
    releases: '[repository+generation], repository',
    pointers: 'repository',
    trust: '[repository+role], repository',
    repositories: 'id',
    indexes: 'key',
  });
  // An index on every shelf doubled what a release costs to write; a shelf is found by its key.
  database.version(2).stores({ shelves: '[repository+generation+shelf]' });
  // An index is made anew when it is not found.
  database.version(3).stores({ indexes: null, indexParts: '[key+part]' });
  database.version(4).stores({ indexParts: null, indexFiles: 'key' });
  const key = '[repository+generation+shelf]';
  database.version(5).stores({ shelves1: key, shelves2: key }).upgrade(spreadShelves);
  database.version(7).upgrade(packShelves);
  return database;
}

const MOVED_AT_ONCE = 64;

/** All generations lay in one table. */
async function spreadShelves(transaction: Transaction): Promise<void> {
  const [first] = SHELF_TABLES;
  const shelves: ShelfTable = transaction.table(first);
  const keys = await shelves.toCollection().primaryKeys();
  const moved = keys.filter(([, generation]) => tableNameOf(generation) !== first);
  for (let from = 0; from < moved.length; from += MOVED_AT_ONCE) {
    const some = moved.slice(from, from + MOVED_AT_ONCE);
    for (const row of await shelves.bulkGet(some))
      if (row) await transaction.table(tableNameOf(row.generation)).put(row);
    await shelves.bulkDelete(some);
  }
}

/** A shelf as earlier versions have stored it: as text, or deflated and with the length that it had before. */
interface OlderShelf extends Omit<ShelfRow, keyof PackedShelf> {
  readonly text?: string;
  readonly bytes?: Uint8Array;
  readonly length?: number;
}

/** Shelves were stored in other ways (until version 5, and in version 6). */
async function packShelves(transaction: Transaction): Promise<void> {
  for (const name of SHELF_TABLES) {
    const table: Table<OlderShelf, [string, number, number]> = transaction.table(name);
    const keys = await table.toCollection().primaryKeys();
    for (let from = 0; from < keys.length; from += MOVED_AT_ONCE) {
      const rows = await table.bulkGet(keys.slice(from, from + MOVED_AT_ONCE));
      await table.bulkPut(rows.flatMap((row) => (row ? [packedAnew(row)] : [])));
    }
  }
}

function packedAnew({ text, bytes, length, ...row }: OlderShelf): ShelfRow {
  return { ...row, ...(packedItems(text ?? inflated(bytes, length)) ?? UNREADABLE) };
}

/** What could not be read stays so, and is found when it is read: then there is the release before. */
const UNREADABLE: PackedShelf = { ...packShelf([]), checksum: Number.NaN };

/** @param json an array of bundles; null as well as anything else gives null */
function packedItems(json: string | null): PackedShelf | null {
  try {
    const bundles: readonly EntityBundle[] = JSON.parse(json ?? '');
    return packShelf(bundles.map((bundle) => ({ id: bundle.entity.id, json: JSON.stringify(bundle) })));
  } catch {
    return null;
  }
}

/** Null for what is damaged. */
function inflated(bytes: Uint8Array | undefined, length: number | undefined): string | null {
  if (!bytes?.length || length === undefined) return null;
  try {
    // Into one byte more: what is longer than it should be would be cut off untold.
    const json = inflateSync(bytes, { out: new Uint8Array(length + 1) });
    return json.length === length ? new TextDecoder('utf-8', { fatal: true }).decode(json) : null;
  } catch {
    return null;
  }
}
