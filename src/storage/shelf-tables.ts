/** The tables of shelves, and which of them are read (see SHELF_TABLES). */
import {
  type DatasetDatabase,
  type ReleaseRow,
  SHELF_TABLES,
  type ShelfTable,
  tableNameOf,
} from './dataset-database.ts';

export function tableOf(database: DatasetDatabase, generation: number): ShelfTable {
  return database[tableNameOf(generation)];
}

export function shelfTables(database: DatasetDatabase): readonly ShelfTable[] {
  return SHELF_TABLES.map((name) => database[name]);
}

/** Tables that are read for cards of these releases. */
export function tablesRead(
  database: DatasetDatabase,
  releases: readonly Pick<ReleaseRow, 'generations'>[],
): ShelfTable[] {
  const names = new Set<string>();
  for (const { generations } of releases)
    for (const generation of generations) if (generation !== 0) names.add(tableNameOf(generation));
  return shelfTables(database).filter(({ name }) => names.has(name));
}

/** Tables that are read for any card now, of whatever dataset. */
export async function tablesReadNow(database: DatasetDatabase): Promise<ShelfTable[]> {
  const pointers = await database.pointers.toArray();
  const rows = await database.releases.bulkGet(
    pointers.map(({ repository, current }): [string, number] => [repository, current]),
  );
  return tablesRead(
    database,
    rows.filter((row) => row !== undefined),
  );
}
