/** All shelves of a database, whichever of its tables they lie in, and what stands on them. */
import type { EntityBundle } from '../../src/core/dataset/bundle.ts';
import type { DatasetDatabase, ShelfRow } from '../../src/storage/dataset-database.ts';
import { type PackedShelf, packShelf, type ShelfItem, unpackShelf } from '../../src/storage/shelf-bytes.ts';
import { shelfTables, tableOf } from '../../src/storage/shelf-tables.ts';

/** A shelf with its text: a JSON array. */
export interface Shelf extends Omit<ShelfRow, Exclude<keyof PackedShelf, 'ids'>> {
  readonly text: string;
}

export async function allShelves(database: DatasetDatabase): Promise<Shelf[]> {
  const rows = (await Promise.all(shelfTables(database).map((table) => table.toArray()))).flat();
  return rows.map((row) => {
    const { bytes, ends, checksum, ...rest } = row;
    return { ...rest, text: `[${unpackShelf(row).map(({ json }) => json)}]` };
  });
}

/** A text that is no array stands for each of the ids. */
export async function putShelf(database: DatasetDatabase, { text, ids, ...row }: Shelf): Promise<void> {
  await tableOf(database, row.generation).put({ ...row, ...packShelf(itemsOf(text, ids)) });
}

function itemsOf(text: string, ids: readonly string[]): ShelfItem[] {
  try {
    const bundles: EntityBundle[] = JSON.parse(text);
    return bundles.map((bundle) => ({ id: bundle.entity.id, json: JSON.stringify(bundle) }));
  } catch {
    return ids.map((id) => ({ id, json: text }));
  }
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
