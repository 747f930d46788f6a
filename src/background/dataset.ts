/** Keeps the worker's dataset ready: a release current, its index kept, damage mended. Everything here may run twice. */

import type { Card } from '../core/dataset/card.ts';
import { type IndexRoom, roomForIndex } from '../core/linking/index-bytes.ts';
import { INDEX_LAYOUT } from '../core/linking/index-layout.ts';
import type { Linker } from '../core/linking/link.ts';
import { compileAhead } from '../core/linking/matcher-instance.ts';
import { openRules, RULES_LAYOUT } from '../core/linking/rules-bytes.ts';
import type { Loader } from '../loading/loader.ts';
import { CORE, type RepositoryRow } from '../storage/dataset-database.ts';
import type { ReadIndex } from '../storage/kept-index.ts';
import { DamagedRelease } from '../storage/shelves.ts';
import { type BundledHost, importBundled } from './bundled.ts';
import { createQueue } from './queue.ts';

export interface DatasetHost extends BundledHost {
  readonly loader: Pick<Loader, 'makeIndex'>;
  /** Does what a reader waits for; pauses last until it is done. */
  first<T>(work: () => Promise<T>): Promise<T>;
  /** Lets whatever waits have its turn. */
  giveWay(): Promise<void>;
  /** Key of the index that was announced last. */
  announcedIndex(): Promise<string | null>;
  /** Whether the bundled release of this very version of the extension was looked at. */
  isPackageTaken(): Promise<boolean>;
  packageTaken(): Promise<void>;
  /** Notes that the index of this key is kept; pages hear of it and are linked anew. */
  announceIndex(key: string): Promise<void>;
}

/** What is current. */
export interface CurrentInfo {
  readonly version: string;
  readonly entities: number;
  readonly statements: number;
}

export interface Dataset {
  /** Resolves once a release is current and its index kept. */
  ready(): Promise<CurrentInfo>;
  /** Resolves once a release is current: does not wait for an index that is being made. */
  hasRelease(): Promise<void>;
  /** Imports the bundled release if it is the better one: after an install or an update of the extension. */
  importBundled(): Promise<void>;
  /** Another release is current, or a dataset was added, removed, turned on or off: the index is made anew. */
  changed(): Promise<void>;
  /** Cards, once everything is ready. A release found damaged is left for the one before it, or for the bundled one. */
  cards(ids: readonly string[]): Promise<Card[]>;
  /** The engine of what is current, in this worker. */
  linker(): Promise<Linker>;
  /** Runs work that changes releases, alone. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

export function createDataset(host: DatasetHost): Dataset {
  const { store, repositories } = host;
  const alone = createQueue();
  /** Remembered for the worker's life; forgotten when it fails or something changes. */
  let prepared: Promise<CurrentInfo> | null = null;
  let linker: Promise<Linker> | null = null;
  /** The index, while it is read ahead of what says which one is wanted. */
  let reading: Promise<ReadIndex<IndexRoom> | null> | null = null;
  const openKept = async (): Promise<Linker> => {
    const rows = (await repositories.all()).filter((row) => row.enabled);
    const key = await indexKey(host, rows);
    const early = await reading?.catch(() => null);
    reading = null;
    const kept = early?.key === key ? early : await store.keptIndex(roomForIndex, host.giveWay);
    if (kept?.key !== key) throw new Error('no index is kept for what is current');
    // Of a large dataset either takes a while, and so does the text that comes next.
    const index = kept.index.open();
    await host.giveWay();
    const rules = openRules(kept.rules);
    await host.giveWay();
    return { index, rules };
  };

  const refreshIndex = async (isBad = false) => {
    const rows = (await repositories.all()).filter((row) => row.enabled);
    const key = await indexKey(host, rows);
    if (!isBad && (await host.announcedIndex()) === key) return;
    const conflicts = await host.loader.makeIndex({ key, repositories: rows.map(({ id }) => id) });
    // The next page that asks opens the new one.
    linker = null;
    reading = null;
    for (const { id } of rows)
      await repositories.change(id, (row) => withConflicts(row, conflicts.get(id) ?? []));
    // Last: what was announced is not made anew, and a worker stopped before the conflicts would have lost them.
    await host.announceIndex(key);
  };
  /** The browser tells of an update of the extension once: a worker stopped before this is done leaves it to the next one. */
  const takeBundled = async () => {
    await importBundled(host);
    await host.packageTaken();
  };
  const hasBundled = async () => (await host.isPackageTaken()) && (await store.current()) !== null;
  const prepare = async (): Promise<CurrentInfo> => {
    // Only what is missing waits its turn: a card must not wait for an update that is being written.
    const rows = (await repositories.all()).filter((row) => row.enabled);
    const [isThere, announced] = await Promise.all([hasBundled(), host.announcedIndex()]);
    if (!isThere || announced !== (await indexKey(host, rows))) {
      await alone(async () => {
        // Asked again: what was done while this waited for its turn need not be done twice.
        if (!(await hasBundled())) await takeBundled();
        await refreshIndex().catch((error: unknown) => recoverFrom(error));
      });
    }
    const current = await store.current();
    if (!current) throw new Error('no release could be imported');
    const { version, entities, statements } = current.header;
    return { version, entities, statements };
  };
  const ready = () => {
    prepared ??= prepare().catch((error: unknown) => {
      prepared = null;
      throw error;
    });
    return prepared;
  };
  const hasRelease = async () => {
    if (!(await store.current())) await ready();
  };
  /** Leaves damaged releases behind. Other errors are passed on. */
  const recoverFrom = async (error: unknown) => {
    if (!(error instanceof DamagedRelease)) throw error;
    console.warn('sidelight: a damaged release is left behind', error);
    for (const { id } of await repositories.all()) {
      const current = await store.current(id);
      if (current && (await store.isWhole(current))) continue;
      if (!(await store.fallBack(id)) && id === CORE) await importBundled(host);
    }
    await refreshIndex(true);
  };
  return {
    ready,
    hasRelease,
    alone,
    async importBundled() {
      await alone(async () => {
        await takeBundled();
        await refreshIndex().catch(recoverFrom);
      });
      prepared = null;
    },
    async changed() {
      prepared = null;
      await alone(() => refreshIndex().catch(recoverFrom));
    },
    async linker() {
      // What a reader waits for longest. Which one is current is found out meanwhile; it nearly always is this.
      if (!linker) {
        void compileAhead();
        reading ??= store.keptIndex(roomForIndex, host.giveWay);
      }
      reading?.catch(() => null);
      await ready().finally(() => {
        // Made anew, it need not be read; and bytes that nobody opens are not to be held.
        if (linker || !prepared) reading = null;
      });
      linker ??= openKept().catch(async () => {
        await alone(() => refreshIndex(true).catch(recoverFrom));
        return openKept();
      });
      // What failed is tried anew by the next call.
      linker.catch(() => {
        linker = null;
      });
      return linker;
    },
    async cards(ids) {
      // Nothing that waits for background work may be done first: that work would wait for it in turn.
      const isThere = await host.first(async () => (await store.current()) !== null);
      if (!isThere) await ready();
      try {
        return await host.first(() => store.cards(ids));
      } catch (error) {
        await alone(() => recoverFrom(error));
        prepared = null;
        return store.cards(ids);
      }
    },
  };
}

/** The row as it is when nothing about it is new: what is written is read again, by the next card. */
function withConflicts(row: RepositoryRow, conflicts: RepositoryRow['conflicts']): RepositoryRow {
  return JSON.stringify(row.conflicts) === JSON.stringify(conflicts) ? row : { ...row, conflicts };
}

/** An index belongs to the releases it is made from and to a layout: an update of the extension may change either. */
async function indexKey({ store }: DatasetHost, rows: readonly RepositoryRow[]): Promise<string> {
  const keys: string[] = [];
  for (const { id } of rows) {
    const current = await store.current(id);
    // The generation tells a release from the same one after something in it was removed.
    if (current) keys.push(id === CORE ? current.key : `${id}=${current.key}`);
  }
  return `${keys.join('|')}/layout-${INDEX_LAYOUT}.${RULES_LAYOUT}`;
}
