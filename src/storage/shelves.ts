/** Where bundles lie: which shelf an id belongs to, and reading and writing what is on it. */
import type { EntityBundle } from '../core/dataset/bundle.ts';
import { spread } from '../core/dataset/checksum.ts';
import {
  type DatasetDatabase,
  type ReleaseRow,
  SHELF_TABLES,
  type ShelfRow,
  tableNameOf,
} from './dataset-database.ts';
import { unpackShelf } from './shelf-bytes.ts';
import { tableOf } from './shelf-tables.ts';

/**
 * Bundles on a shelf, on average. Fewer: more rows to write, which only a large release feels. More: more to unpack for one card,
 * which needs a shelf for each entity it names.
 */
const PER_SHELF = { small: 4, large: 16 } as const;
/** Entities of a large release. */
const LARGE = 8192;
const MIN_SHELVES = 16;

/** How many shelves a release of so many entities gets. */
export function shelvesFor(entities: number): number {
  const perShelf = entities >= LARGE ? PER_SHELF.large : PER_SHELF.small;
  return 2 ** Math.ceil(Math.log2(Math.max(MIN_SHELVES, entities / perShelf)));
}

/** The shelf of an id: by the high bits of its spread, so that ids in the order of files come shelf by shelf. */
export function shelfOf(id: string, shelves: number): number {
  return Math.floor((spread(id) / 2 ** 32) * shelves);
}

/** A release whose rows are not what was written. */
export class DamagedRelease extends Error {
  override name = 'DamagedRelease';
}

/**
 * Reads shelves of a release, by number, in order: all bundles on them, or those that are wanted.
 * @throws DamagedRelease when one is missing or unreadable
 */
export async function readShelves(
  database: DatasetDatabase,
  release: ReleaseRow,
  numbers: readonly number[],
  wanted?: ReadonlySet<string>,
): Promise<Map<number, readonly EntityBundle[]>> {
  const filled = numbers.filter((n) => release.generations[n] !== 0).sort((a, b) => a - b);
  // Within the caller's transaction nothing may be waited for that is no request: it would end.
  if (filled.length === 0) return new Map();
  const runs = runsOf(release, filled);
  const alone = runs.filter(({ from, to }) => from === to);
  const rows: (ShelfRow | undefined)[] = [];
  for (const name of SHELF_TABLES) {
    const keys = alone
      .filter(({ generation }) => tableNameOf(generation) === name)
      .map(({ generation, from }): ShelfKey => [release.repository, generation, from]);
    if (keys.length > 0) rows.push(...(await database[name].bulkGet(keys)));
  }
  for (const run of runs) if (run.from !== run.to) rows.push(...(await readRun(database, release, run)));
  const found = new Map(rows.flatMap((row) => (row ? [[row.shelf, row] as const] : [])));
  return new Map(
    filled.map((shelf) => {
      const where = `${release.key}: shelf ${shelf}`;
      const row = found.get(shelf);
      if (row === undefined) throw new DamagedRelease(`${where} is missing`);
      return [shelf, parseShelf(row, where, wanted)] as const;
    }),
  );
}

/** Shelves that lie side by side, first and last: one request reads them all, in a third of the time. */
export interface ShelfRun {
  readonly generation: number;
  readonly from: number;
  readonly to: number;
}

function runsOf({ generations }: ReleaseRow, shelves: readonly number[]): ShelfRun[] {
  const runs: ShelfRun[] = [];
  for (const shelf of shelves) {
    const generation = generations[shelf] ?? 0;
    const last = runs.at(-1);
    if (last && last.to === shelf - 1 && last.generation === generation)
      runs[runs.length - 1] = { ...last, to: shelf };
    else runs.push({ generation, from: shelf, to: shelf });
  }
  return runs;
}

type ShelfKey = [string, number, number];

function readRun(
  database: DatasetDatabase,
  { repository }: ReleaseRow,
  { generation, from, to }: ShelfRun,
): PromiseLike<ShelfRow[]> {
  const first: ShelfKey = [repository, generation, from];
  const last: ShelfKey = [repository, generation, to];
  return tableOf(database, generation)
    .where('[repository+generation+shelf]')
    .between(first, last, true, true)
    .toArray();
}

/** Bundles were checked when they were written; here only that they are what they are said to be. */
function parseShelf(row: ShelfRow, where: string, wanted?: ReadonlySet<string>): readonly EntityBundle[] {
  let found: readonly { readonly id: string; readonly bundle: EntityBundle }[];
  try {
    const items = unpackShelf(row, wanted && ((id) => wanted.has(id)));
    found = items.map(({ id, json }) => ({ id, bundle: JSON.parse(json) }));
  } catch (cause) {
    throw new DamagedRelease(`${where} cannot be read`, { cause });
  }
  for (const { id, bundle } of found)
    if (bundle?.entity?.id !== id) throw new DamagedRelease(`${where} holds something else for ${id}`);
  return found.map(({ bundle }) => bundle);
}
