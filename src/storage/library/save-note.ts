/** Saving one note and changing it, as often as the caller asks: the answer may have been lost on its way. */
import type { Annotation, NoteChange } from '../../core/annotation/annotation.ts';
import type { ChangedNote, SavedNote } from '../../core/annotation/outcome.ts';
import type { Before, LibraryDatabase } from './database.ts';
import { record } from './journal.ts';
import { fromRow, type NoteRow, toRow } from './rows.ts';
import { isSame } from './same-note.ts';

/** Where notes are written, and what writing them takes from outside. */
export interface NoteWriter {
  readonly database: LibraryDatabase;
  now(): string;
  newId(): string;
}

/** Within the caller's transaction, like everything here. */
export async function saveNote({ database, now, newId }: NoteWriter, note: Annotation): Promise<SavedNote> {
  const row = await database.notes.get(note.id);
  if (row && isSame(fromRow(row), note)) return { outcome: 'same', note: fromRow(row) };
  const before = row && (await twinOf(database, row.id, note));
  if (before) return { outcome: 'twin', note: before };
  const saved = row ? { ...note, id: newId(), rev: 1, twin: row.id } : { ...note, rev: 1 };
  await database.notes.add(toRow(saved));
  await record(database, now(), 'save', [{ kind: 'added', id: saved.id, rev: 1 }]);
  return { outcome: row ? 'twin' : 'saved', note: saved };
}

/** Changes a note that the caller knows at revision `base`. */
export async function changeNote(
  writer: NoteWriter,
  id: string,
  base: number,
  change: NoteChange,
): Promise<ChangedNote> {
  const { database, now } = writer;
  const row = await database.notes.get(id);
  if (!row) return { outcome: 'gone' };
  const note = fromRow(row);
  if (isSame(note, { ...note, ...change })) return { outcome: 'changed', note };
  if (note.rev !== base) return keepBeside(writer, row, change);
  const next = { ...note, ...change, rev: note.rev + 1, modified: now() };
  await database.notes.put(toRow(next));
  await record(database, now(), 'edit', [
    { kind: 'edited', id, rev: next.rev, before: partOf(note, change) },
  ]);
  return { outcome: 'changed', note: next };
}

async function keepBeside(
  { database, now, newId }: NoteWriter,
  row: NoteRow,
  change: NoteChange,
): Promise<ChangedNote> {
  const note = fromRow(row);
  const { id } = note;
  const before = await twinOf(database, id, { ...note, ...change });
  if (before) return { outcome: 'twin', note, twin: before };
  const twin = { ...note, ...change, id: newId(), rev: 1, modified: now(), twin: id };
  await database.notes.add(toRow(twin));
  await record(database, now(), 'save', [{ kind: 'added', id: twin.id, rev: 1 }]);
  return { outcome: 'twin', note, twin };
}

/** The twin of a note that says this already: asked again, the same editor would make a second one. */
async function twinOf({ notes }: LibraryDatabase, id: string, note: Annotation): Promise<Annotation | null> {
  const known = await notes
    .where('pageKeys')
    .anyOf([...toRow(note).pageKeys])
    .toArray();
  const twin = known.find((other) => other.twin === id && isSame(fromRow(other), { ...note, twin: id }));
  return twin ? fromRow(twin) : null;
}

/** What the note has now where a change says something. */
export function partOf(note: Annotation, change: NoteChange): Before {
  const keys = [...Object.keys(change), 'modified'] as (keyof Before)[];
  // The same keys with their values before: of the same types.
  return Object.fromEntries(keys.map((key) => [key, note[key]])) as unknown as Before;
}
