/**
 * Copies of the whole library inside the browser, taken before its layout changes. In a database of their own, of the simplest
 * form, which never changes: what has to be there when everything else went wrong must not itself be upgraded.
 */
import Dexie, { type Table } from 'dexie';

/**
 * writing: not whole yet. whole: may be returned to. restoring: being written back. kept: what it was taken for went well, or
 * another was taken for it since.
 */
export type DumpState = 'writing' | 'whole' | 'restoring' | 'kept';

export interface DumpRow {
  readonly id?: number;
  readonly at: string;
  readonly state: DumpState;
  /** Layout that the rows are in. */
  readonly version: number;
  readonly notes: number;
}

interface DumpChunk {
  readonly dump: number;
  readonly n: number;
  readonly table: string;
  readonly rows: readonly unknown[];
}

export interface DumpDatabase extends Dexie {
  dumps: Table<DumpRow & { readonly id: number }, number, DumpRow>;
  chunks: Table<DumpChunk, [number, number]>;
}

const CHUNK = 200;
/** Older ones go once there are more. */
const KEPT = 2;

export function dumpDatabase(name: string): DumpDatabase {
  const database = new Dexie(`${name}-dumps`) as DumpDatabase;
  database.version(1).stores({ dumps: '++id', chunks: '[dump+n], dump' });
  return database;
}

/** Copies every table of an open database. Resolves with the dump's id once it is whole. */
export async function takeDump(
  from: Dexie,
  version: number,
  dumps: DumpDatabase,
  at: string,
): Promise<number> {
  const notes = await from.table('notes').count();
  const id = await dumps.dumps.add({ at, state: 'writing', version, notes });
  let n = 0;
  for (const { name } of from.tables) {
    let after: unknown;
    for (;;) {
      const table = from.table(name);
      const key = table.schema.primKey.keyPath as string;
      const rows: Record<string, unknown>[] = await (after === undefined
        ? table.orderBy(':id')
        : table.where(':id').above(after)
      )
        .limit(CHUNK)
        .toArray();
      if (rows.length > 0) await dumps.chunks.add({ dump: id, n: n++, table: name, rows });
      if (rows.length < CHUNK) break;
      after = rows.at(-1)?.[key];
    }
  }
  await becomeWhole(dumps, id);
  await dropOld(dumps, id);
  return id;
}

/** A dump whose upgrade was cut off is done with: held against it later, what the reader deletes would pass for lost. */
async function becomeWhole(dumps: DumpDatabase, id: number): Promise<void> {
  await dumps.transaction('rw', dumps.dumps, async () => {
    await dumps.dumps.filter((row) => row.state === 'whole').modify({ state: 'kept' });
    await dumps.dumps.update(id, { state: 'whole' });
  });
}

/** Writes a dump into an open, empty database of its layout. */
export async function writeBack(dumps: DumpDatabase, id: number, into: Dexie): Promise<void> {
  await dumps.chunks
    .where('dump')
    .equals(id)
    .each(() => undefined);
  const count = await dumps.chunks.where('dump').equals(id).count();
  for (let n = 0; n < count; n++) {
    const chunk = await dumps.chunks.get([id, n]);
    if (chunk) await into.table(chunk.table).bulkPut([...chunk.rows]);
  }
}

/** The newest dump in one of these states; null when there is none. */
export async function newestDump(
  dumps: DumpDatabase,
  states: readonly DumpState[],
): Promise<(DumpRow & { readonly id: number }) | null> {
  const all = await dumps.dumps.orderBy('id').reverse().toArray();
  return all.find((row) => states.includes(row.state)) ?? null;
}

/** The rows of one table in a dump. */
export async function rowsOfDump(dumps: DumpDatabase, id: number, table: string): Promise<unknown[]> {
  const chunks = await dumps.chunks.where('dump').equals(id).toArray();
  return chunks.filter((chunk) => chunk.table === table).flatMap((chunk) => chunk.rows);
}

async function dropOld(dumps: DumpDatabase, newest: number): Promise<void> {
  const old = (await dumps.dumps.orderBy('id').reverse().toArray())
    .filter((row) => row.id < newest)
    .filter((row, i) => i >= KEPT - 1 || row.state === 'writing');
  for (const { id } of old) {
    await dumps.chunks.where('dump').equals(id).delete();
    await dumps.dumps.delete(id);
  }
}
