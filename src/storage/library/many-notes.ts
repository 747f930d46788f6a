/** Deeds on many notes at once. All run within the caller's transaction and resolve with the ids of the notes that changed. */
import Dexie from 'dexie';
import type { Annotation, NoteChange } from '../../core/annotation/annotation.ts';
import type { Deed, JournalItem, LibraryDatabase } from './database.ts';
import { record } from './journal.ts';
import { fromRow, type NoteRow, toRow } from './rows.ts';
import { isSame } from './same-note.ts';
import { type NoteWriter, partOf } from './save-note.ts';

/** Rows written at once. */
const CHUNK = 500;

/** Changes them as they are now; `change` returns null to leave a note alone. */
export async function changeNotes(
  { database, now }: NoteWriter,
  ids: readonly string[],
  what: Deed,
  change: (note: Annotation) => NoteChange | null,
): Promise<string[]> {
  const next: NoteRow[] = [];
  const items: JournalItem[] = [];
  for (const note of (await rowsOf(database, ids)).map(fromRow)) {
    const wanted = change(note);
    if (!wanted || isSame(note, { ...note, ...wanted })) continue;
    next.push(toRow({ ...note, ...wanted, rev: note.rev + 1, modified: now() }));
    items.push({ kind: 'edited', id: note.id, rev: note.rev + 1, before: partOf(note, wanted) });
  }
  await database.notes.bulkPut(next);
  await record(database, now(), what, items);
  return next.map((row) => row.id);
}

export async function removeNotes({ database, now }: NoteWriter, ids: readonly string[]): Promise<string[]> {
  const rows = await rowsOf(database, ids);
  const found = rows.map((row) => row.id);
  await database.notes.bulkDelete(found);
  await record(
    database,
    now(),
    'delete',
    rows.map((row) => ({ kind: 'deleted', id: row.id, before: fromRow(row) })),
  );
  return found;
}

/** Adds notes that are not there yet; those that are, are left untouched. */
export async function addNotes(
  { database, now }: NoteWriter,
  list: readonly Annotation[],
  onProgress?: (done: number) => void,
): Promise<string[]> {
  const { notes } = database;
  // All ids at once: asking for each by itself takes longer than writing the notes.
  const known = new Set((await notes.toCollection().primaryKeys()) as string[]);
  const items: JournalItem[] = [];
  let written: PromiseLike<unknown> = Dexie.Promise.resolve();
  for (let i = 0; i < list.length; i += CHUNK) {
    const part = list.slice(i, i + CHUNK);
    const rows = part.filter((note) => !known.has(note.id)).map(toRow);
    // One part is written while the next is made ready; a failure of either ends the transaction.
    const next = notes.bulkAdd(rows);
    next.catch(() => undefined);
    await written;
    written = next;
    for (const row of rows) items.push({ kind: 'added', id: row.id, rev: row.rev });
    onProgress?.(Math.min(i + CHUNK, list.length));
  }
  await written;
  await record(database, now(), 'import', items);
  return items.map((item) => item.id);
}

async function rowsOf({ notes }: LibraryDatabase, ids: readonly string[]): Promise<NoteRow[]> {
  return (await notes.bulkGet([...ids])).filter((row) => row !== undefined);
}
