/** The repositories a reader has: the core one, and those that were added; and what has been verified of each. */
import type { DatasetDatabase, RepositoryRow } from './dataset-database.ts';

export interface RepositoryStore {
  get(id: string): Promise<RepositoryRow | null>;
  /** The core repository first, then in the order of their ids. */
  all(): Promise<RepositoryRow[]>;
  put(row: RepositoryRow): Promise<void>;
  /** Changes the row as it is at that moment; nothing happens when it is gone. */
  change(id: string, change: (row: RepositoryRow) => RepositoryRow): Promise<void>;
  /** Text of verified metadata, by role. */
  trust(id: string): Promise<ReadonlyMap<string, string>>;
}

export function createRepositoryStore(database: DatasetDatabase, first: string): RepositoryStore {
  return {
    get: async (id) => (await database.repositories.get(id)) ?? null,
    async all() {
      const rows = await database.repositories.orderBy('id').toArray();
      return [...rows.filter((row) => row.id === first), ...rows.filter((row) => row.id !== first)];
    },
    put: async (row) => void (await database.repositories.put(row)),
    async change(id, change) {
      await database.transaction('rw', database.repositories, async () => {
        const row = await database.repositories.get(id);
        if (row) await database.repositories.put(change(row));
      });
    },
    async trust(id) {
      const rows = await database.trust.where('repository').equals(id).toArray();
      return new Map(rows.map((row) => [row.role, row.text]));
    },
  };
}
