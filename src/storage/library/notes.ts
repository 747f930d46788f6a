/**
 * Notes in the database. Every change is one transaction with its entry in the journal: killed at any moment, the old state
 * stands or the new one, and what was done can be taken back. Every call may be made twice.
 */
import type { Annotation, NoteChange } from '../../core/annotation/annotation.ts';
import type { ChangedNote, SavedNote } from '../../core/annotation/outcome.ts';
import type { Deed } from './database.ts';
import { lastDeed, takeBack, type UndoResult } from './journal.ts';
import { addNotes, changeNotes, removeNotes } from './many-notes.ts';
import { type NoteRow, readableNotes, toRow } from './rows.ts';
import { changeNote, type NoteWriter, saveNote } from './save-note.ts';
import { addUnindexed, forgetUnindexed, readUnindexed, type Unindexed } from './unindexed.ts';

export interface NoteStore {
  save(note: Annotation): Promise<SavedNote>;
  /** Changes a note that the caller knows at revision `base`. */
  change(id: string, base: number, change: NoteChange): Promise<ChangedNote>;
  /** Changes many at once, as they are now. `change` returns null to leave a note alone. Resolves with how many were changed. */
  changeAll(
    ids: readonly string[],
    what: Deed,
    change: (note: Annotation) => NoteChange | null,
  ): Promise<number>;
  remove(ids: readonly string[]): Promise<number>;
  /** Adds notes that are not there yet; those that are, are left untouched. Resolves with how many were added. */
  addAll(notes: readonly Annotation[], onProgress?: (done: number) => void): Promise<number>;
  get(ids: readonly string[]): Promise<Annotation[]>;
  forPage(keys: readonly string[]): Promise<Annotation[]>;
  count(): Promise<number>;
  /** Without counting, which takes its time in a large library. */
  isEmpty(): Promise<boolean>;
  /** The id of every note. */
  ids(): Promise<string[]>;
  /** All notes that can be read, a few hundred at a time, in the order of their ids. */
  each(visit: (notes: readonly Annotation[]) => void | Promise<void>): Promise<void>;
  /** Takes back what was done last; null when there is nothing. */
  undo(): Promise<UndoResult | null>;
  /** What `undo` would take back, and how many notes it is about. */
  undoable(): Promise<{ readonly what: Deed; readonly notes: number } | null>;
  /** Ids of notes that changed since `indexed` was called last; `all` when they are too many to list. */
  unindexed(): Promise<Unindexed>;
  /** The index has seen these. */
  indexed(ids: Unindexed): Promise<void>;
  /** Puts notes in the place of those with their ids, without a journal: for what must not be undone (facts.ts). */
  replace(notes: readonly Annotation[]): Promise<void>;
}

export interface NoteStoreHost extends NoteWriter {
  /** Called after a change has been written, with the ids of the notes that changed. */
  changed(ids: readonly string[]): void;
}

/** Rows read at once. */
const CHUNK = 500;

export function createNoteStore(host: NoteStoreHost): NoteStore {
  const { database, changed } = host;
  const { notes, journal, facts } = database;
  const writing = <T>(work: () => Promise<T>): Promise<T> =>
    database.transaction('rw', notes, journal, facts, work);
  /** A deed on many: told to the host, and counted. */
  const counted = async (work: () => Promise<readonly string[]>): Promise<number> => {
    const done = await writing(work);
    changed(done);
    return done.length;
  };

  return {
    async save(note) {
      const result = await writing(() => saveNote(host, note));
      if (result.outcome !== 'same') changed([result.note.id]);
      return result;
    },
    async change(id, base, change) {
      const result = await writing(() => changeNote(host, id, base, change));
      if (result.outcome === 'changed') changed([id]);
      if (result.outcome === 'twin') changed([result.twin.id]);
      return result;
    },
    changeAll: (ids, what, change) => counted(() => changeNotes(host, ids, what, change)),
    remove: (ids) => counted(() => removeNotes(host, ids)),
    addAll: (list, onProgress) => counted(() => addNotes(host, list, onProgress)),
    async get(ids) {
      return readableNotes(await notes.bulkGet([...ids]));
    },
    async forPage(keys) {
      const rows = await notes
        .where('pageKeys')
        .anyOf([...keys])
        .distinct()
        .toArray();
      return readableNotes(rows).sort((a, b) => (a.created < b.created ? -1 : 1));
    },
    count: () => notes.count(),
    isEmpty: async () => (await notes.limit(1).primaryKeys()).length === 0,
    ids: async () => (await notes.toCollection().primaryKeys()) as string[],
    async each(visit) {
      let after: string | null = null;
      for (;;) {
        const rows: NoteRow[] = await (after === null ? notes.toCollection() : notes.where('id').above(after))
          .limit(CHUNK)
          .toArray();
        if (rows.length > 0) await visit(readableNotes(rows));
        if (rows.length < CHUNK) return;
        after = rows.at(-1)?.id ?? null;
      }
    },
    async undo() {
      const back = await writing(() => takeBack(database));
      changed(back?.touched ?? []);
      return back?.result ?? null;
    },
    undoable: () => lastDeed(database),
    unindexed: () => readUnindexed(database),
    indexed: (ids) => forgetUnindexed(database, ids),
    async replace(list) {
      await counted(async () => {
        const ids = list.map((note) => note.id);
        await notes.bulkPut(list.map(toRow));
        await addUnindexed(database, ids);
        return ids;
      });
    },
  };
}
