/**
 * Deleting what no release uses any more. Shelves go by the range, some at once: one by one, thousands of them take seconds,
 * and thousands at once would keep a card waiting.
 */
import type { DatasetDatabase, ReleaseRow, ShelfTable } from './dataset-database.ts';
import { ALONE, BESIDE_READERS, createPace, type Pace, type Pause } from './pace.ts';
import { shelfTables, tableOf, tablesReadNow } from './shelf-tables.ts';
import type { ShelfRun } from './shelves.ts';

/** Shelves deleted at once, at most: 256 took 30 ms. */
const MOST_AT_ONCE = 96;
/** Ranges deleted at once. */
const RANGES_AT_ONCE = 32;

/**
 * Deletes the shelves and releases of a repository that neither its current release nor the last one uses: those of old
 * releases, which their rows name, and whole generations that no row names, left behind by a worker that was stopped.
 */
export async function sweepShelves(
  database: DatasetDatabase,
  repository: string,
  pause: Pause,
): Promise<void> {
  const pointer = await database.pointers.get(repository);
  const rows = await database.releases.where('repository').equals(repository).toArray();
  const isCurrent = ({ generation }: ReleaseRow) =>
    generation === pointer?.current || generation === pointer?.last;
  const kept = rows.filter(isCurrent);
  const read = await tablesReadNow(database);
  const paces = {
    alone: createPace(MOST_AT_ONCE, ALONE, pause),
    beside: createPace(MOST_AT_ONCE, BESIDE_READERS, pause),
  };
  const paceIn = (table: ShelfTable) => (read.includes(table) ? paces.beside : paces.alone);
  for (const row of rows) {
    if (isCurrent(row)) continue;
    for (const [generation, ranges] of freeRanges(row, kept)) {
      const table = tableOf(database, generation);
      const pace = paceIn(table);
      for (const some of inBatches(ranges, pace)) {
        await pace.time(() => deleteRanges(table, repository, some));
        await pace.pause();
      }
    }
    await database.releases.delete([repository, row.generation]);
  }
  // What no row names is newer than all that rows name. Looking from the beginning, over what was just deleted, takes 250 ms.
  let newest = 0;
  for (const { generations } of kept)
    for (const generation of generations) newest = Math.max(newest, generation);
  for (const table of shelfTables(database)) {
    const pace = paceIn(table);
    for (let next = await firstFrom(table, repository, newest + 1, 0); next; ) {
      const [, generation, from] = next;
      const to = from + pace.size() - 1;
      await pace.time(() => deleteRanges(table, repository, [{ generation, from, to }]));
      await pace.pause();
      next = await firstFrom(table, repository, generation, to + 1);
    }
  }
}

/**
 * Deletes what a worker that was stopped has left behind: shelves of repositories that are there no more, whose rows go first
 * when one is removed, and of releases that something was removed from.
 */
export async function sweepLeftovers(database: DatasetDatabase, pause: Pause): Promise<void> {
  for (let next = await repositoryAfter(database, ''); next !== null; ) {
    await sweepShelves(database, next, pause);
    next = await repositoryAfter(database, next);
  }
}

/** What the release has and none of the others, by generation: as few ranges as hold it all and nothing of theirs. */
function freeRanges({ generations }: ReleaseRow, kept: readonly ReleaseRow[]): Map<number, ShelfRun[]> {
  const free = new Map<number, ShelfRun[]>();
  for (const generation of new Set(generations)) {
    if (generation === 0) continue;
    const ranges: ShelfRun[] = [];
    free.set(generation, ranges);
    let from = -1;
    let to = -1;
    const end = () => {
      if (from >= 0) ranges.push({ generation, from, to });
      from = -1;
    };
    for (const [shelf, own] of generations.entries()) {
      if (kept.some((row) => row.generations[shelf] === generation)) end();
      else if (own === generation) {
        if (from < 0) from = shelf;
        to = shelf;
      }
    }
    end();
  }
  return free;
}

/** Cuts long ranges and joins short ones, to as many shelves as the pace allows. */
function* inBatches(ranges: readonly ShelfRun[], pace: Pace): Generator<ShelfRun[]> {
  let batch: ShelfRun[] = [];
  let shelves = 0;
  for (const { generation, from, to } of ranges) {
    for (let start = from; start <= to; ) {
      const end = Math.min(to, start + Math.max(1, pace.size() - shelves) - 1);
      batch.push({ generation, from: start, to: end });
      shelves += end - start + 1;
      start = end + 1;
      if (shelves < pace.size() && batch.length < RANGES_AT_ONCE) continue;
      yield batch;
      batch = [];
      shelves = 0;
    }
  }
  if (batch.length > 0) yield batch;
}

async function deleteRanges(
  table: ShelfTable,
  repository: string,
  ranges: readonly ShelfRun[],
): Promise<void> {
  await table.db.transaction('rw', table, async () => {
    await Promise.all(
      ranges.map(({ generation, from, to }) =>
        table
          .where('[repository+generation+shelf]')
          .between([repository, generation, from], [repository, generation, to], true, true)
          .delete(),
      ),
    );
  });
}

/** Key of the first shelf from here on, if there is one. */
async function firstFrom(
  table: ShelfTable,
  repository: string,
  generation: number,
  shelf: number,
): Promise<[string, number, number] | null> {
  const [key] = await table
    .where('[repository+generation+shelf]')
    .between(
      [repository, generation, shelf],
      [repository, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    )
    .limit(1)
    .primaryKeys();
  return key ?? null;
}

/** The first repository behind this one that has shelves: a step from one to the next, whatever lies on them. */
async function repositoryAfter(database: DatasetDatabase, repository: string): Promise<string | null> {
  const next: string[] = [];
  for (const table of shelfTables(database)) {
    const [key] = await table
      .where('[repository+generation+shelf]')
      // A list is greater than any number, and a longer one than its beginning.
      .above([repository, []])
      .limit(1)
      .primaryKeys();
    if (key) next.push(key[0]);
  }
  return next.sort()[0] ?? null;
}
