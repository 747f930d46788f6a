/** The search index on the disk: a cache in a database of its own. Lost or damaged, it is made anew from the notes. */
import Dexie, { type Table } from 'dexie';
import { LIBRARY } from './database.ts';

interface CachedSegment {
  readonly key: string;
  /** Layout of the segments; those of another layout are of no use. */
  readonly layout: number;
  readonly segment: unknown;
}

export interface IndexCache {
  /** Segments of this layout by key; empty when they cannot be read. */
  read(layout: number): Promise<Map<string, unknown>>;
  /** Keys that are stored. */
  keys(): Promise<string[]>;
  write(layout: number, segments: ReadonlyMap<string, unknown>, keep: ReadonlySet<string>): Promise<void>;
  erase(): Promise<void>;
}

export function createIndexCache(name: string = `${LIBRARY}-index`): IndexCache {
  const database = new Dexie(name) as Dexie & { segments: Table<CachedSegment, string> };
  database.version(1).stores({ segments: 'key' });
  const orNothing = async <T>(work: () => Promise<T>, nothing: T): Promise<T> => {
    try {
      return await work();
    } catch {
      // A cache that cannot be read or written costs time, no note: the index is built anew.
      return nothing;
    }
  };
  return {
    read: (layout) =>
      orNothing(async () => {
        const rows = await database.segments.toArray();
        return new Map(rows.filter((row) => row.layout === layout).map(({ key, segment }) => [key, segment]));
      }, new Map()),
    keys: () => orNothing(() => database.segments.toCollection().primaryKeys(), []),
    write: (layout, segments, keep) =>
      orNothing(
        () =>
          database.transaction('rw', database.segments, async () => {
            const stored = await database.segments.toCollection().primaryKeys();
            await database.segments.bulkDelete(stored.filter((key) => !keep.has(key)));
            await database.segments.bulkPut(
              [...segments].map(([key, segment]) => ({ key, layout, segment })),
            );
          }),
        undefined,
      ),
    erase: () => orNothing(() => database.delete(), undefined),
  };
}
