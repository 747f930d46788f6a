/**
 * Notes in the database. Every change is one transaction with its entry in the journal: killed at any moment, the old state
 * stands or the new one, and what was done can be taken back. Every call may be made twice.
 */
import Dexie from 'dexie';
import type { Annotation, NoteChange } from '../../core/annotation/annotation.ts';
import { canonicalJson } from '../../core/annotation/content-hash.ts';
import type { Before, Deed, JournalItem, LibraryDatabase } from './database.ts';
import { fromRow, type NoteRow, toRow } from './rows.ts';

export interface SaveResult {
  /** saved: it is new. same: it was there already. twin: another note has its id, both are kept. */
  readonly outcome: 'saved' | 'same' | 'twin';
  readonly note: Annotation;
}

export type ChangeResult =
  | { readonly outcome: 'changed'; readonly note: Annotation }
  /** Somebody else changed the note meanwhile: theirs stands, ours is kept beside it. */
  | { readonly outcome: 'twin'; readonly note: Annotation; readonly twin: Annotation }
  | { readonly outcome: 'gone' };

export interface UndoResult {
  readonly what: Deed;
  /** Notes put back as they were. */
  readonly restored: number;
  /** Notes left alone, because they were changed since. */
  readonly skipped: number;
}

export interface NoteStore {
  save(note: Annotation): Promise<SaveResult>;
  /** Changes a note that the caller knows at revision `base`. */
  change(id: string, base: number, change: NoteChange): Promise<ChangeResult>;
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
  /** All notes, a few hundred at a time, in the order of their ids. */
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

export interface NoteStoreHost {
  readonly database: LibraryDatabase;
  now(): string;
  newId(): string;
  /** Called after a change has been written, with the ids of the notes that changed. */
  changed(ids: readonly string[]): void;
}

/** Ids that the search index has yet to see. */
export type Unindexed = readonly string[] | 'all';
const UNINDEXED = 'unindexed';
const MOST_UNINDEXED = 2000;

/** Deeds that can be taken back. */
const JOURNAL = 50;
/** Rows read at once. */
const CHUNK = 500;

export function createNoteStore({ database, now, newId, changed }: NoteStoreHost): NoteStore {
  const { notes, journal, facts } = database;
  const record = async (what: Deed, items: readonly JournalItem[]) => {
    if (items.length === 0) return;
    await unindexed(items.map((item) => item.id));
    const seq = await journal.add({ at: now(), what, items });
    await journal
      .where('seq')
      .belowOrEqual(seq - JOURNAL)
      .delete();
  };
  const writing = <T>(work: () => Promise<T>): Promise<T> =>
    database.transaction('rw', notes, journal, facts, work);
  /** Leaves word of what the search index has not seen, in the same transaction: an index that is behind would hide notes. */
  const unindexed = async (ids: readonly string[]) => {
    const row = (await facts.get(UNINDEXED))?.value as Unindexed | undefined;
    if (row === 'all' || ids.length === 0) return;
    const all = [...new Set([...(row ?? []), ...ids])];
    await facts.put({ key: UNINDEXED, value: all.length > MOST_UNINDEXED ? 'all' : all });
  };

  const store: NoteStore = {
    async save(note) {
      const result = await writing(async (): Promise<SaveResult> => {
        const row = await notes.get(note.id);
        if (row && isSame(fromRow(row), note)) return { outcome: 'same', note: fromRow(row) };
        const before = row && (await twinOf(row.id, note));
        if (before) return { outcome: 'twin', note: before };
        const saved = row ? { ...note, id: newId(), rev: 1, twin: row.id } : { ...note, rev: 1 };
        await notes.add(toRow(saved));
        await record('save', [{ kind: 'added', id: saved.id, rev: 1 }]);
        return { outcome: row ? 'twin' : 'saved', note: saved };
      });
      if (result.outcome !== 'same') changed([result.note.id]);
      return result;
    },
    async change(id, base, change) {
      const result = await writing(async (): Promise<ChangeResult> => {
        const row = await notes.get(id);
        if (!row) return { outcome: 'gone' };
        const note = fromRow(row);
        if (isSame(note, { ...note, ...change })) return { outcome: 'changed', note };
        if (note.rev !== base) {
          const before = await twinOf(id, { ...note, ...change });
          if (before) return { outcome: 'twin', note, twin: before };
          const twin = { ...note, ...change, id: newId(), rev: 1, modified: now(), twin: id };
          await notes.add(toRow(twin));
          await record('save', [{ kind: 'added', id: twin.id, rev: 1 }]);
          return { outcome: 'twin', note, twin };
        }
        const next = { ...note, ...change, rev: note.rev + 1, modified: now() };
        await notes.put(toRow(next));
        await record('edit', [{ kind: 'edited', id, rev: next.rev, before: partOf(note, change) }]);
        return { outcome: 'changed', note: next };
      });
      if (result.outcome === 'changed') changed([id]);
      if (result.outcome === 'twin') changed([result.twin.id]);
      return result;
    },
    async changeAll(ids, what, change) {
      const done = await writing(async () => {
        const rows = (await notes.bulkGet([...ids])).filter((row) => row !== undefined);
        const next: NoteRow[] = [];
        const items: JournalItem[] = [];
        for (const row of rows) {
          const note = fromRow(row);
          const wanted = change(note);
          if (!wanted || isSame(note, { ...note, ...wanted })) continue;
          next.push(toRow({ ...note, ...wanted, rev: note.rev + 1, modified: now() }));
          items.push({ kind: 'edited', id: note.id, rev: note.rev + 1, before: partOf(note, wanted) });
        }
        await notes.bulkPut(next);
        await record(what, items);
        return next.map((row) => row.id);
      });
      changed(done);
      return done.length;
    },
    async remove(ids) {
      const done = await writing(async () => {
        const rows = (await notes.bulkGet([...ids])).filter((row) => row !== undefined);
        await notes.bulkDelete(rows.map((row) => row.id));
        await record(
          'delete',
          rows.map((row) => ({ kind: 'deleted', id: row.id, before: fromRow(row) })),
        );
        return rows.map((row) => row.id);
      });
      changed(done);
      return done.length;
    },
    async addAll(list, onProgress) {
      const added = await writing(async () => {
        // All ids at once: asking for each by itself takes longer than writing the notes.
        const known = new Set((await notes.toCollection().primaryKeys()) as string[]);
        const fresh: string[] = [];
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
          for (const row of rows) {
            fresh.push(row.id);
            items.push({ kind: 'added', id: row.id, rev: row.rev });
          }
          onProgress?.(Math.min(i + CHUNK, list.length));
        }
        await written;
        await record('import', items);
        return fresh;
      });
      changed(added);
      return added.length;
    },
    async get(ids) {
      const rows = await notes.bulkGet([...ids]);
      return rows.flatMap((row) => (row ? [fromRow(row)] : []));
    },
    async forPage(keys) {
      const rows = await notes
        .where('pageKeys')
        .anyOf([...keys])
        .distinct()
        .toArray();
      return rows.map(fromRow).sort((a, b) => (a.created < b.created ? -1 : 1));
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
        if (rows.length > 0) await visit(rows.map(fromRow));
        if (rows.length < CHUNK) return;
        after = rows.at(-1)?.id ?? null;
      }
    },
    async undo() {
      let touched: readonly string[] = [];
      const result = await writing(async (): Promise<UndoResult | null> => {
        const entry = await journal.orderBy('seq').last();
        if (!entry) return null;
        await journal.delete(entry.seq);
        touched = await takeBack(entry.items);
        await unindexed(touched);
        return {
          what: entry.what,
          restored: touched.length,
          skipped: entry.items.length - touched.length,
        };
      });
      changed(touched);
      return result;
    },
    async undoable() {
      const entry = await journal.orderBy('seq').last();
      return entry ? { what: entry.what, notes: entry.items.length } : null;
    },
    async unindexed() {
      return ((await facts.get(UNINDEXED))?.value as Unindexed | undefined) ?? [];
    },
    indexed: (ids) =>
      // Of the facts alone: it must not wait for a save, nor a save for it.
      database.transaction('rw', facts, async () => {
        const row = ((await facts.get(UNINDEXED))?.value as Unindexed | undefined) ?? [];
        // What was changed meanwhile stays unseen.
        const left = ids === 'all' ? [] : row === 'all' ? row : row.filter((id) => !ids.includes(id));
        await facts.put({ key: UNINDEXED, value: left });
      }),
    async replace(list) {
      await writing(async () => {
        await notes.bulkPut(list.map(toRow));
        await unindexed(list.map((note) => note.id));
      });
      changed(list.map((note) => note.id));
    },
  };
  return store;

  /** The twin of a note that says this already: asked again, the same editor would make a second one. */
  async function twinOf(id: string, note: Annotation): Promise<Annotation | null> {
    const known = await notes
      .where('pageKeys')
      .anyOf([...toRow(note).pageKeys])
      .toArray();
    const twin = known.find((other) => other.twin === id && isSame(fromRow(other), { ...note, twin: id }));
    return twin ? fromRow(twin) : null;
  }

  /** Puts back what an entry changed, unless somebody has changed it since. Resolves with the ids put back. */
  async function takeBack(items: readonly JournalItem[]): Promise<string[]> {
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
}

/** True when two notes say the same: revision, dates of change and id aside. */
export function isSame(a: Annotation, b: Annotation): boolean {
  return canonicalJson(contentOf(a)) === canonicalJson(contentOf(b));
}

function contentOf({ id: _, rev: __, modified: ___, ...content }: Annotation) {
  return content;
}

/** What the note has now where a change says something. */
function partOf(note: Annotation, change: NoteChange): Before {
  const keys = [...Object.keys(change), 'modified'] as (keyof Before)[];
  // The same keys with their values before: of the same types.
  return Object.fromEntries(keys.map((key) => [key, note[key]])) as unknown as Before;
}

/** True for failures of the disk being full, whatever layer says so. */
export function isQuotaError(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'QuotaExceededError' ||
      (error instanceof Dexie.DexieError && error.inner?.name === 'QuotaExceededError') ||
      /quota/i.test(error.message))
  );
}
