/**
 * Opening the library so that an update can never cost a note:
 *
 *     older layout found ─▶ dump it whole ─▶ upgrade (one transaction of the browser's) ─▶ check every note ─▶ keep the dump, go on
 *                                                │ fails: the old database stands             │ fails: write the dump back
 *                                                └──────────────▶ read-only rescue ◀─────────┘
 *
 * Killed at any step, the next opening takes it up: an unfinished dump is taken anew, an upgrade that was not checked is
 * checked, a dump that was being written back is written back from its beginning.
 */
import Dexie from 'dexie';
import { readAnnotation } from '../../core/annotation/read-annotation.ts';
import { LIBRARY, type LibraryDatabase, libraryDatabase } from './database.ts';
import { type DumpDatabase, dumpDatabase, newestDump, takeDump, writeBack } from './dumps.ts';
import { LAYOUTS, type Layout } from './layouts.ts';

export type OpenedLibrary =
  | { readonly state: 'open'; readonly database: LibraryDatabase }
  /** It could not be opened for writing. What can be read is found by rescue.ts. */
  | { readonly state: 'rescue'; readonly reason: RescueReason; readonly detail: string };

export type RescueReason =
  /** Written by a newer version of the extension. */
  | 'newer'
  /** The upgrade failed, and the library is as it was before. */
  | 'upgrade'
  /** The browser cannot open the database. */
  | 'unreadable';

export interface OpenOptions {
  readonly name?: string;
  readonly layouts?: readonly Layout[];
  readonly now: () => string;
  /** Lets one opener at a time through: the worker and the library page open at the same moment. */
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
}

export async function openLibrary(options: OpenOptions): Promise<OpenedLibrary> {
  const { name = LIBRARY, layouts = LAYOUTS, now, exclusively } = options;
  try {
    return await exclusively(() => openOne(name, layouts, now));
  } catch (error) {
    return { state: 'rescue', reason: 'unreadable', detail: messageOf(error) };
  }
}

async function openOne(name: string, layouts: readonly Layout[], now: () => string): Promise<OpenedLibrary> {
  const newest = layouts.at(-1)?.version ?? 0;
  const dumps = dumpDatabase(name);
  try {
    const halfWay = (await Dexie.exists(`${name}-dumps`)) ? await newestDump(dumps, ['restoring']) : null;
    if (halfWay) return await wayBack(name, layouts, dumps, halfWay.id, 'it was interrupted');
    const found = await versionOf(name);
    if (found !== null && found > newest)
      return { state: 'rescue', reason: 'newer', detail: `layout ${found}, this version knows ${newest}` };
    if (found !== null && found < newest) return await upgrade(name, layouts, found, dumps, now);
    const database = libraryDatabase(name, layouts);
    await database.open();
    const unchecked = (await Dexie.exists(`${name}-dumps`)) ? await newestDump(dumps, ['whole']) : null;
    if (unchecked && unchecked.version < newest)
      return await check(name, layouts, database, dumps, unchecked.id);
    return { state: 'open', database };
  } finally {
    dumps.close();
  }
}

async function upgrade(
  name: string,
  layouts: readonly Layout[],
  found: number,
  dumps: DumpDatabase,
  now: () => string,
): Promise<OpenedLibrary> {
  const old = new Dexie(name);
  await old.open();
  const dump = await takeDump(old, found, dumps, now()).finally(() => old.close());
  const database = libraryDatabase(name, layouts);
  try {
    await database.open();
  } catch (error) {
    // The browser has undone the upgrade as a whole: the old database stands.
    database.close();
    await dumps.dumps.update(dump, { state: 'kept' });
    return { state: 'rescue', reason: 'upgrade', detail: messageOf(error) };
  }
  return check(name, layouts, database, dumps, dump);
}

/** Every note that was there is there, and can be read. */
async function check(
  name: string,
  layouts: readonly Layout[],
  database: LibraryDatabase,
  dumps: DumpDatabase,
  dump: number,
): Promise<OpenedLibrary> {
  const expected = (await dumps.dumps.get(dump))?.notes ?? 0;
  let readable = 0;
  await database.notes.each((row) => {
    if ('note' in readAnnotation(row)) readable++;
  });
  if (readable >= expected) {
    await dumps.dumps.update(dump, { state: 'kept' });
    return { state: 'open', database };
  }
  database.close();
  return wayBack(name, layouts, dumps, dump, `${readable} of ${expected} notes could be read after it`);
}

async function wayBack(
  name: string,
  layouts: readonly Layout[],
  dumps: DumpDatabase,
  dump: number,
  detail: string,
): Promise<OpenedLibrary> {
  await dumps.dumps.update(dump, { state: 'restoring' });
  await Dexie.delete(name);
  const version = (await dumps.dumps.get(dump))?.version ?? 0;
  const old = libraryDatabase(
    name,
    layouts.filter((layout) => layout.version <= version),
  );
  await old.open();
  await writeBack(dumps, dump, old).finally(() => old.close());
  await dumps.dumps.update(dump, { state: 'kept' });
  return { state: 'rescue', reason: 'upgrade', detail };
}

/** The layout of a database as it lies on the disk; null when there is none. */
async function versionOf(name: string): Promise<number | null> {
  if (!(await Dexie.exists(name))) return null;
  const database = new Dexie(name);
  try {
    await database.open();
    return database.verno;
  } finally {
    database.close();
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
