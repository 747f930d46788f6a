/**
 * What every card needs of the small tables: which releases are current, and which datasets there are. The worker is the only
 * one that writes them, so it may remember them until it writes again; a card then takes one transaction instead of five.
 */
import type { DBCore, DBCoreTable } from 'dexie';
import type { DatasetDatabase, PointerRow, RepositoryRow } from './dataset-database.ts';

export interface SmallRows {
  readonly pointers: ReadonlyMap<string, PointerRow>;
  /** In the order of their ids. */
  readonly repositories: readonly RepositoryRow[];
}

export interface SmallRowsMemory {
  read(): Promise<SmallRows>;
  /** For when the database was deleted. */
  forget(): void;
}

/** Reads them from the database. */
export async function readSmallRows(database: DatasetDatabase): Promise<SmallRows> {
  const [pointers, repositories] = await database.transaction(
    'r',
    [database.pointers, database.repositories],
    () => Promise.all([database.pointers.toArray(), database.repositories.orderBy('id').toArray()]),
  );
  return { pointers: new Map(pointers.map((row) => [row.repository, row])), repositories };
}

/** Remembers them. Only for whoever writes everything through this very database, before it is opened. */
export function rememberSmallRows(database: DatasetDatabase): SmallRowsMemory {
  let remembered: Promise<SmallRows> | null = null;
  const forget = () => {
    remembered = null;
  };
  const forgetful = (table: DBCoreTable): DBCoreTable => ({
    ...table,
    mutate(request) {
      // From here on the database itself makes readers wait until this is written, or undone.
      forget();
      return table.mutate(request).finally(forget);
    },
  });
  database.use({
    stack: 'dbcore',
    name: 'small-rows',
    create: (core: DBCore): DBCore => ({
      ...core,
      table: (name) =>
        name === 'pointers' || name === 'repositories' ? forgetful(core.table(name)) : core.table(name),
    }),
  });
  return {
    forget,
    read() {
      const rows = remembered ?? readSmallRows(database);
      remembered = rows;
      rows.catch(() => {
        if (remembered === rows) forget();
      });
      return rows;
    },
  };
}
