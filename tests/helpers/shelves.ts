/** All shelves of a database, whichever of its tables they lie in, and what stands on them. */
import type { DatasetDatabase, ShelfRow } from '../../src/storage/dataset-database.ts';
import { packJson, unpackShelf } from '../../src/storage/shelf-bytes.ts';
import { shelfTables, tableOf } from '../../src/storage/shelf-tables.ts';

/** A shelf with its text. */
export interface Shelf extends Omit<ShelfRow, 'bytes' | 'checksum'> {
  readonly text: string;
}

export async function allShelves(database: DatasetDatabase): Promise<Shelf[]> {
  const rows = (await Promise.all(shelfTables(database).map((table) => table.toArray()))).flat();
  return rows.map(({ bytes, checksum, ...row }) => ({ ...row, text: unpackShelf({ bytes, checksum }) }));
}

export async function putShelf(database: DatasetDatabase, { text, ...row }: Shelf): Promise<void> {
  await tableOf(database, row.generation).put({ ...row, ...packJson(new TextEncoder().encode(text)) });
}

/** Puts other bytes on every shelf. */
export async function damageShelves(
  database: DatasetDatabase,
  damaged: (bytes: Uint8Array) => Uint8Array,
): Promise<void> {
  for (const table of shelfTables(database)) {
    const rows = await table.toArray();
    await table.bulkPut(rows.map((row) => ({ ...row, bytes: damaged(row.bytes) })));
  }
}

export async function clearShelves(database: DatasetDatabase): Promise<void> {
  for (const table of shelfTables(database)) await table.clear();
}
