/** What was done to notes, so that it can be taken back: the last deeds, each with what was there before. */
import type { Deed, JournalItem, LibraryDatabase } from './database.ts';
import { fromRow, type NoteRow, toRow } from './rows.ts';
import { addUnindexed } from './unindexed.ts';

export interface UndoResult {
  readonly what: Deed;
  /** Notes put back as they were. */
  readonly restored: number;
  /** Notes left alone, because they were changed since. */
  readonly skipped: number;
}

/** Deeds that can be taken back. */
const LENGTH = 50;

/** Writes down a deed, within the transaction that does it. */
export async function record(
  database: LibraryDatabase,
  at: string,
  what: Deed,
  items: readonly JournalItem[],
): Promise<void> {
  if (items.length === 0) return;
  const { journal } = database;
  await addUnindexed(
    database,
    items.map((item) => item.id),
  );
  const seq = await journal.add({ at, what, items });
  await journal
    .where('seq')
    .belowOrEqual(seq - LENGTH)
    .delete();
}

/** What would be taken back, and how many notes it is about. */
export async function lastDeed({
  journal,
}: LibraryDatabase): Promise<{ readonly what: Deed; readonly notes: number } | null> {
  const entry = await journal.orderBy('seq').last();
  return entry ? { what: entry.what, notes: entry.items.length } : null;
}

/** Takes back the last deed, within the caller's transaction. Null when there is none. */
export async function takeBack(
  database: LibraryDatabase,
): Promise<{ readonly result: UndoResult; readonly touched: readonly string[] } | null> {
  const entry = await database.journal.orderBy('seq').last();
  if (!entry) return null;
  await database.journal.delete(entry.seq);
  const touched = await putBack(database, entry.items);
  await addUnindexed(database, touched);
  const result = {
    what: entry.what,
    restored: touched.length,
    skipped: entry.items.length - touched.length,
  };
  return { result, touched };
}

/** Puts back what an entry changed, unless somebody has changed it since. Resolves with the ids put back. */
async function putBack({ notes }: LibraryDatabase, items: readonly JournalItem[]): Promise<string[]> {
  const rows = new Map(
    (await notes.bulkGet(items.map((item) => item.id))).flatMap((row) => (row ? [[row.id, row]] : [])),
  );
  const gone: string[] = [];
  const put: NoteRow[] = [];
  for (const item of items) {
    const row = rows.get(item.id);
    if (item.kind === 'deleted') {
      if (!row) put.push(toRow(item.before));
    } else if (row?.rev === item.rev) {
      if (item.kind === 'added') gone.push(item.id);
      else put.push(toRow({ ...fromRow(row), ...item.before, rev: item.rev - 1 }));
    }
  }
  await notes.bulkDelete(gone);
  await notes.bulkPut(put);
  return [...gone, ...put.map((row) => row.id)];
}
