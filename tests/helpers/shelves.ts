/** All shelves of a database, whichever of its tables they lie in. */
import type { DatasetDatabase, ShelfRow } from '../../src/storage/dataset-database.ts';
import { shelfTables, tableOf } from '../../src/storage/shelf-tables.ts';

export async function allShelves(database: DatasetDatabase): Promise<ShelfRow[]> {
  return (await Promise.all(shelfTables(database).map((table) => table.toArray()))).flat();
}

export async function putShelf(database: DatasetDatabase, row: ShelfRow): Promise<void> {
  await tableOf(database, row.generation).put(row);
}

export async function clearShelves(database: DatasetDatabase): Promise<void> {
  for (const table of shelfTables(database)) await table.clear();
}
