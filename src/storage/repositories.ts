/** The repositories a reader has: the core one, and those that were added; and what has been verified of each. */
import { outerId } from '../core/dataset/namespace.ts';
import type { DatasetDatabase, RepositoryRow } from './dataset-database.ts';
import { readSmallRows, type SmallRowsMemory } from './small-rows.ts';

export interface RepositoryStore {
  get(id: string): Promise<RepositoryRow | null>;
  /** The core repository first, then in the order of their ids. */
  all(): Promise<RepositoryRow[]>;
  put(row: RepositoryRow): Promise<void>;
  /** Changes the row as it is at that moment; nothing is written when it is gone, or given back as it is. */
  change(id: string, change: (row: RepositoryRow) => RepositoryRow): Promise<void>;
  /**
   * Ids (with their dataset's) of everything that was removed, entities and statements: whoever keeps copies of statements
   * elsewhere, such as notes and exports, asks this and erases what it names.
   */
  removed(): Promise<string[]>;
  /** Text of verified metadata, by role. */
  trust(id: string): Promise<ReadonlyMap<string, string>>;
}

/** `memory`: as for releases. */
export function createRepositoryStore(
  database: DatasetDatabase,
  first: string,
  memory?: SmallRowsMemory,
): RepositoryStore {
  const inOrder = async () => (await (memory?.read() ?? readSmallRows(database))).repositories;
  return {
    get: async (id) => (await inOrder()).find((row) => row.id === id) ?? null,
    async all() {
      const rows = await inOrder();
      return [...rows.filter((row) => row.id === first), ...rows.filter((row) => row.id !== first)];
    },
    put: async (row) => void (await database.repositories.put(row)),
    async change(id, change) {
      await database.transaction('rw', database.repositories, async () => {
        const row = await database.repositories.get(id);
        const changed = row && change(row);
        if (changed && changed !== row) await database.repositories.put(changed);
      });
    },
    async removed() {
      return (await inOrder()).flatMap(({ id, withdrawn }) =>
        withdrawn.filter((w) => w.as === 'removed').map((w) => outerId(id === first ? null : id, w.id)),
      );
    },
    async trust(id) {
      const rows = await database.trust.where('repository').equals(id).toArray();
      return new Map(rows.map((row) => [row.role, row.text]));
    },
  };
}
