/** Releases in the database: write one beside the others, make it current in one small write, read cards, sweep what is left. */
import type { EntityBundle } from '../core/dataset/bundle.ts';
import type { Card } from '../core/dataset/card.ts';
import type { ReleaseEntity } from '../core/dataset/release.ts';
import type { ReleaseHeader } from '../core/dataset/release-lines.ts';
import { removedIds } from '../core/dataset/withdrawal.ts';
import { answerRequests, byDataset, isLacking, requestsOf } from './card-requests.ts';
import {
  CORE,
  type DatasetDatabase,
  type PointerRow,
  type ReleaseRow,
  type RepositoryRow,
  type TrustRow,
} from './dataset-database.ts';
import { type ByteRoom, type KeptIndex, keepIndex, keptIndex, type ReadIndex } from './kept-index.ts';
import { BESIDE_READERS, createPace, type Pause } from './pace.ts';
import { createStage, type ReleaseStage, type StageOptions } from './release-stage.ts';
import { rememberCards } from './remembered-cards.ts';
import { shelfTables, tableOf, tablesRead, tablesReadNow } from './shelf-tables.ts';
import { readShelves } from './shelves.ts';
import { readSmallRows, type SmallRowsMemory } from './small-rows.ts';
import { sweepLeftovers, sweepShelves } from './sweep.ts';

/** Shelves read at once when a whole release is read, at most. */
const MOST_READ_AT_ONCE = 64;

export type NewRelease = Omit<StageOptions, 'generation' | 'besideReaders' | 'pause'>;

/** What is recorded in the same write that makes a release current. */
export interface Alongside {
  /** Verified metadata; null deletes. */
  readonly trust?: Readonly<Record<string, string | null>>;
  /** The repository's row as it is to be. */
  readonly repository?: (row: RepositoryRow) => RepositoryRow;
}

export interface ReleaseStore {
  current(repository?: string): Promise<ReleaseRow | null>;
  /** Begins to write a release. What earlier attempts left behind is deleted first. */
  stage(release: NewRelease): Promise<ReleaseStage>;
  /** Makes a written release current, with what belongs to it, in one transaction; then deletes what nothing refers to. */
  makeCurrent(release: ReleaseRow, alongside?: Alongside): Promise<void>;
  /** Records what belongs to a check that changed no release. */
  record(repository: string, alongside: Alongside): Promise<void>;
  /** True when every shelf of the release can be read. */
  isWhole(release: ReleaseRow): Promise<boolean>;
  /** Goes back to the release before a damaged one, if that is whole. False when there is none: then there is no current one. */
  fallBack(repository: string): Promise<boolean>;
  /** All bundles of a release, shelf by shelf. */
  bundles(release: ReleaseRow): AsyncGenerator<readonly EntityBundle[]>;
  /** Cards; ids of added datasets carry their dataset's id. Redirects are followed, unknown ids left out. */
  cards(ids: readonly string[]): Promise<Card[]>;
  /** All entities of the core dataset's current release, without statements. */
  entities(): Promise<readonly ReleaseEntity[]>;
  /** Keeps the index of what is current, and no other. */
  keepIndex(index: KeptIndex): Promise<void>;
  keptIndex<Room extends ByteRoom>(
    roomFor: (length: number) => Room,
    giveWay: () => Promise<void>,
  ): Promise<ReadIndex<Room> | null>;
  /** For when the database was deleted. */
  forgetAll(): void;
  /** Deletes everything of a repository. */
  remove(repository: string): Promise<void>;
  /** Deletes what updates and removals that were cut off have left behind. */
  sweepLeftovers(): Promise<void>;
}

/**
 * `pause` lets other work in between two chunks. `memory`: of the one worker that writes; whoever only reads has none, because
 * what is current changes under it.
 */
export function createReleaseStore(
  database: DatasetDatabase,
  pause: Pause,
  memory?: SmallRowsMemory,
): ReleaseStore {
  /**
   * Rows of current releases: a card needs one, and its cues and generations weigh. Only of the worker that writes: a number
   * may be another release's once that has been given up.
   */
  const cache = new Map<string, ReleaseRow>();
  /** Only there as well: they are remembered by the row of their release. */
  const remembered = rememberCards();
  const current = async (repository = CORE): Promise<ReleaseRow | null> => {
    const pointer = memory
      ? (await memory.read()).pointers.get(repository)
      : await database.pointers.get(repository);
    return pointer ? pointedTo(pointer) : null;
  };
  const pointedTo = async (pointer: PointerRow): Promise<ReleaseRow | null> => {
    const cached = cache.get(nameOf(pointer));
    if (cached) return cached;
    const row = await database.releases.get([pointer.repository, pointer.current]);
    if (row && memory) cache.set(nameOf(pointer), row);
    return row ?? null;
  };
  /** Those of other datasets stay: read anew, a large one holds up the card that needs it. */
  const forget = (repository: string) => {
    for (const [name, row] of cache) if (row.repository === repository) cache.delete(name);
  };
  /** The small rows, and the releases that they point to: after the last wait for a release, they are read again. */
  const known = async (repositories: Iterable<string>, memory: Pick<SmallRowsMemory, 'read'>) => {
    const releases = new Map<string, ReleaseRow | null>();
    for (;;) {
      const small = await memory.read();
      const pointers = [...repositories].flatMap((id) => small.pointers.get(id) ?? []);
      const unknown = pointers.filter((pointer) => !releases.has(nameOf(pointer)));
      if (unknown.length === 0) return { small, releases };
      for (const pointer of unknown) releases.set(nameOf(pointer), await pointedTo(pointer));
    }
  };
  const readable = [database.pointers, database.releases, database.repositories, ...shelfTables(database)];
  const sweep = (repository: string) => sweepShelves(database, repository, pause);
  /** After something has become current: that is done, and what could not be deleted goes before the next one is written. */
  const tidy = (repository: string) =>
    sweep(repository).catch((error: unknown) => console.warn('sidelight: old rows are still there', error));
  return {
    current,
    async stage(release) {
      await sweep(release.repository);
      const pointer = await database.pointers.get(release.repository);
      const newest = Math.max(0, pointer?.current ?? 0, pointer?.last ?? 0);
      const read = await tablesReadNow(database);
      const isRead = (generation: number) => read.includes(tableOf(database, generation));
      // Numbers may be left out: the next one whose table is not read from.
      const free = [newest + 1, newest + 2, newest + 3].find((number) => !isRead(number));
      const generation = free ?? newest + 1;
      const besideReaders = free === undefined;
      return createStage(database, { ...release, generation, besideReaders, pause });
    },
    async makeCurrent(release, alongside = {}) {
      await swap(database, release, alongside);
      forget(release.repository);
      // Read back, it would keep the next card waiting: of a large dataset it weighs.
      cache.set(nameOf({ repository: release.repository, current: release.generation }), release);
      await tidy(release.repository);
    },
    async record(repository, alongside) {
      await database.transaction('rw', [database.trust, database.repositories], () =>
        writeAlongside(database, repository, alongside),
      );
    },
    isWhole: (release) => canBeRead(database, release),
    async fallBack(repository) {
      forget(repository);
      const pointer = await database.pointers.get(repository);
      const last =
        pointer?.last == null ? undefined : await database.releases.get([repository, pointer.last]);
      const isWhole = last !== undefined && (await canBeRead(database, last));
      if (isWhole) await database.pointers.put({ repository, current: last.generation, last: null });
      else await database.pointers.delete(repository);
      await sweep(repository);
      return isWhole;
    },
    bundles: (release) => readAll(database, release, pause),
    async cards(ids) {
      const groups = byDataset(ids);
      // One transaction, so that no card is put together from two releases: what is deleted now is deleted behind it.
      if (!memory)
        return database.transaction('r', readable, async () => {
          const { small, releases } = await known([...groups.keys()], {
            read: () => readSmallRows(database),
          });
          return answerRequests(database, requestsOf(groups, small, releaseIn(releases)), small);
        });
      const { small, releases } = await known([...groups.keys()], memory);
      // Nothing is waited for from here to the transaction. It takes the tables of these releases alone: others are written.
      const requests = requestsOf(groups, small, releaseIn(releases), remembered);
      const tables = tablesRead(
        database,
        requests.filter(isLacking).map(({ release }) => release),
      );
      if (tables.length === 0) return answerRequests(database, requests, small);
      // An async function by its form: of no other does Dexie keep the transaction open beyond what is awaited in it.
      return database.transaction('r', tables, async () => answerRequests(database, requests, small));
    },
    async entities() {
      const release = await current();
      const entities: ReleaseEntity[] = [];
      if (!release) return entities;
      for await (const bundles of readAll(database, release, pause))
        entities.push(...bundles.map(({ entity }) => entity));
      return entities;
    },
    keepIndex: (index) => keepIndex(database, index, pause),
    keptIndex: (roomFor, giveWay) => keptIndex(database, roomFor, giveWay),
    forgetAll: () => cache.clear(),
    async remove(repository) {
      forget(repository);
      await removeRows(database, repository);
      await sweep(repository);
    },
    sweepLeftovers: () => sweepLeftovers(database, pause),
  };
}

function releaseIn(releases: ReadonlyMap<string, ReleaseRow | null>) {
  return (pointer: PointerRow) => releases.get(nameOf(pointer)) ?? null;
}

function nameOf({ repository, current }: Pick<PointerRow, 'repository' | 'current'>): string {
  return `${repository}|${current}`;
}

/** Makes a release current: pointer, release and what belongs to it, in one transaction. */
async function swap(database: DatasetDatabase, release: ReleaseRow, alongside: Alongside): Promise<void> {
  const { repository, generation } = release;
  const tables = [database.releases, database.pointers, database.trust, database.repositories];
  await database.transaction('rw', tables, async () => {
    const pointer = await database.pointers.get(repository);
    const before = pointer ? await database.releases.get([repository, pointer.current]) : undefined;
    // A release that may hold what is now removed is no release to go back to.
    const mayStay = before !== undefined && !removesMore(before.header, release.header);
    await database.releases.put(release);
    await database.pointers.put({
      repository,
      current: generation,
      last: mayStay && before.generation !== generation ? before.generation : null,
    });
    await writeAlongside(database, repository, alongside);
  });
}

/** All of a repository but its shelves, which are swept. */
async function removeRows(database: DatasetDatabase, repository: string): Promise<void> {
  const tables = [database.pointers, database.releases, database.trust, database.repositories];
  await database.transaction('rw', tables, async () => {
    await database.pointers.delete(repository);
    await database.repositories.delete(repository);
    for (const table of [database.releases, database.trust])
      await table.where('repository').equals(repository).delete();
  });
}

async function writeAlongside(
  database: DatasetDatabase,
  repository: string,
  { trust = {}, repository: change }: Alongside,
): Promise<void> {
  for (const [role, text] of Object.entries(trust)) {
    const row: TrustRow | null = text === null ? null : { repository, role, text };
    if (row) await database.trust.put(row);
    else await database.trust.delete([repository, role]);
  }
  if (!change) return;
  const row = await database.repositories.get(repository);
  if (row) await database.repositories.put(change(row));
}

function removesMore(before: ReleaseHeader, after: ReleaseHeader): boolean {
  const known = removedIds(before.withdrawn);
  return [...removedIds(after.withdrawn)].some((id) => !known.has(id));
}

async function canBeRead(database: DatasetDatabase, release: ReleaseRow): Promise<boolean> {
  try {
    for await (const _ of readAll(database, release, () => Promise.resolve(false)));
    return true;
  } catch {
    return false; // Damaged as well, in whatever way.
  }
}

async function* readAll(
  database: DatasetDatabase,
  release: ReleaseRow,
  pause: Pause,
): AsyncGenerator<readonly EntityBundle[]> {
  const pace = createPace(MOST_READ_AT_ONCE, BESIDE_READERS, pause);
  for (let from = 0; from < release.generations.length; ) {
    const count = Math.min(pace.size(), release.generations.length - from);
    const numbers = Array.from({ length: count }, (_, i) => from + i);
    const shelves = await pace.time(() => readShelves(database, release, numbers));
    from += count;
    for (const bundles of shelves.values()) yield bundles;
    await pace.pause();
  }
}
