/** Deleting what no release uses any more. */
import type { DatasetDatabase, ReleaseRow } from './dataset-database.ts';

/** Shelves deleted at once. */
const AT_ONCE = 200;

/**
 * Deletes the shelves and releases of a repository that neither its current release nor the last one uses. What old releases
 * had is known from their rows; only when there is more than that, left behind by a worker that was stopped, are all keys read.
 */
export async function sweepShelves(
  database: DatasetDatabase,
  repository: string,
  pause: () => Promise<void>,
): Promise<void> {
  const pointer = await database.pointers.get(repository);
  const rows = await database.releases.where('repository').equals(repository).toArray();
  const kept = rows.filter(
    ({ generation }) => generation === pointer?.current || generation === pointer?.last,
  );
  const isKept = (generation: number, shelf: number) =>
    kept.some((row) => row.generations[shelf] === generation);
  const old = rows.filter((row) => !kept.includes(row));
  const doomed = old.flatMap((row) =>
    keysOf(row).filter(([, generation, shelf]) => !isKept(generation, shelf)),
  );
  await deleteShelves(database, doomed, pause);
  for (const row of old) await database.releases.delete([repository, row.generation]);
  const expected = new Set(
    kept.flatMap((row) => keysOf(row).map(([, generation, shelf]) => generation * 2 ** 24 + shelf)),
  );
  const found = database.shelves.where('repository').equals(repository);
  if ((await found.count()) === expected.size) return;
  const keys = await found.primaryKeys();
  await deleteShelves(
    database,
    keys.filter(([, generation, shelf]) => !isKept(generation, shelf)),
    pause,
  );
}

function keysOf({ repository, generations }: ReleaseRow): [string, number, number][] {
  return [...generations.entries()].flatMap(([shelf, generation]) =>
    generation === 0 ? [] : [[repository, generation, shelf]],
  );
}

async function deleteShelves(
  database: DatasetDatabase,
  keys: readonly [string, number, number][],
  pause: () => Promise<void>,
): Promise<void> {
  for (let i = 0; i < keys.length; i += AT_ONCE) {
    await database.shelves.bulkDelete(keys.slice(i, i + AT_ONCE));
    await pause();
  }
}
