/**
 * Deleting what no release uses any more. Shelves go by the range, some at once: one by one, thousands of them take seconds,
 * and thousands at once would keep a card waiting.
 */
import type { DatasetDatabase, ReleaseRow } from './dataset-database.ts';
import { createPace, type Pace } from './pace.ts';
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
  pause: () => Promise<void>,
): Promise<void> {
  const pointer = await database.pointers.get(repository);
  const rows = await database.releases.where('repository').equals(repository).toArray();
  const isCurrent = ({ generation }: ReleaseRow) =>
    generation === pointer?.current || generation === pointer?.last;
  const kept = rows.filter(isCurrent);
  const pace = createPace(MOST_AT_ONCE);
  for (const row of rows) {
    if (isCurrent(row)) continue;
    for (const ranges of inBatches(freeRanges(row, kept), pace)) {
      await pace.time(() => deleteRanges(database, repository, ranges));
      await pause();
    }
    await database.releases.delete([repository, row.generation]);
  }
  // What no row names is newer than all that rows name. Looking from the beginning, over what was just deleted, takes 250 ms.
  let newest = 0;
  for (const { generations } of kept)
    for (const generation of generations) newest = Math.max(newest, generation);
  for (let next = await firstFrom(database, repository, newest + 1, 0); next; ) {
    const [, generation, from] = next;
    const to = from + pace.size() - 1;
    await pace.time(() => deleteRanges(database, repository, [{ generation, from, to }]));
    await pause();
    next = await firstFrom(database, repository, generation, to + 1);
  }
}

/**
 * Deletes what a worker that was stopped has left behind: shelves of repositories that are there no more, whose rows go first
 * when one is removed, and of releases that something was removed from.
 */
export async function sweepLeftovers(database: DatasetDatabase, pause: () => Promise<void>): Promise<void> {
  for (let next = await repositoryAfter(database, ''); next !== null; ) {
    await sweepShelves(database, next, pause);
    next = await repositoryAfter(database, next);
  }
}

/** What the release has and none of the others: as few ranges as hold it all and nothing of theirs. */
function freeRanges({ generations }: ReleaseRow, kept: readonly ReleaseRow[]): ShelfRun[] {
  const ranges: ShelfRun[] = [];
  for (const generation of new Set(generations)) {
    if (generation === 0) continue;
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
  return ranges;
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
  database: DatasetDatabase,
  repository: string,
  ranges: readonly ShelfRun[],
): Promise<void> {
  await database.transaction('rw', database.shelves, async () => {
    await Promise.all(
      ranges.map(({ generation, from, to }) =>
        database.shelves
          .where('[repository+generation+shelf]')
          .between([repository, generation, from], [repository, generation, to], true, true)
          .delete(),
      ),
    );
  });
}

/** Key of the first shelf from here on, if there is one. */
async function firstFrom(
  database: DatasetDatabase,
  repository: string,
  generation: number,
  shelf: number,
): Promise<[string, number, number] | null> {
  const [key] = await database.shelves
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
  const [key] = await database.shelves
    .where('[repository+generation+shelf]')
    // A list is greater than any number, and a longer one than its beginning.
    .above([repository, []])
    .limit(1)
    .primaryKeys();
  return key?.[0] ?? null;
}
