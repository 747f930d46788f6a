/** Where bundles lie: which shelf an id belongs to, and reading and writing what is on it. */
import type { EntityBundle } from '../core/dataset/bundle.ts';
import { spread } from '../core/dataset/checksum.ts';
import type { DatasetDatabase, ReleaseRow } from './dataset-database.ts';

/** Bundles on a shelf, on average. Fewer: more rows to write. More: more to parse for one card. */
const PER_SHELF = 16;
const MIN_SHELVES = 16;

/** How many shelves a release of so many entities gets. */
export function shelvesFor(entities: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(MIN_SHELVES, entities / PER_SHELF)));
}

/** The shelf of an id: by the high bits of its spread, so that ids in the order of files come shelf by shelf. */
export function shelfOf(id: string, shelves: number): number {
  return Math.floor((spread(id) / 2 ** 32) * shelves);
}

/** A release whose rows are not what was written. */
export class DamagedRelease extends Error {
  override name = 'DamagedRelease';
}

/** Reads shelves of a release, by number. @throws DamagedRelease when one is missing or unreadable */
export async function readShelves(
  database: DatasetDatabase,
  release: ReleaseRow,
  numbers: readonly number[],
): Promise<Map<number, readonly EntityBundle[]>> {
  const filled = numbers.filter((n) => release.generations[n] !== 0);
  const keys = filled.map((n): [string, number, number] => [
    release.repository,
    release.generations[n] ?? 0,
    n,
  ]);
  const rows = await database.shelves.bulkGet(keys);
  return new Map(
    rows.map((row, i) => {
      const shelf = filled[i] ?? 0;
      if (!row) throw new DamagedRelease(`${release.key}: shelf ${shelf} is missing`);
      return [shelf, parseShelf(row.text, `${release.key}: shelf ${shelf}`)] as const;
    }),
  );
}

/** Bundles were checked when they were written; here only that it is a list of them. */
function parseShelf(text: string, where: string): readonly EntityBundle[] {
  try {
    const bundles: unknown = JSON.parse(text);
    if (Array.isArray(bundles) && bundles.every((b) => typeof b?.entity?.id === 'string')) return bundles;
  } catch (cause) {
    throw new DamagedRelease(`${where} cannot be read`, { cause });
  }
  throw new DamagedRelease(`${where} holds something else`);
}
