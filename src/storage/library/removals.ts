/**
 * Statements that were removed from the dataset for legal or safety reasons: their text goes from every note, from what undo
 * would bring back and from the dumps. Their id, the date and the reason stay. Not undoable, and safe to do twice.
 */
import Dexie from 'dexie';
import type { Annotation } from '../../core/annotation/annotation.ts';
import {
  type FactsNow,
  type Withdrawal,
  withdrawalFinder,
  withoutRemoved,
} from '../../core/annotation/facts.ts';
import { idsOf, type Redirects } from '../../core/annotation/live-id.ts';
import { outerId } from '../../core/dataset/namespace.ts';
import { CORE, type DatasetDatabase, type ReleaseRow } from '../dataset-database.ts';
import { type JournalItem, LIBRARY, type LibraryDatabase } from './database.ts';
import { type DumpDatabase, dumpDatabase } from './dumps.ts';
import { createNoteStore, type NoteStore, type NoteStoreHost } from './notes.ts';
import type { OpenedLibrary } from './open-library.ts';
import { fromRow } from './rows.ts';

/** All that the datasets' maintainers have withdrawn, by the ids under which notes cite it. */
export async function readWithdrawals(releases: DatasetDatabase): Promise<Withdrawal[]> {
  const rows = await releases.repositories.toArray();
  const current = await currentReleases(releases);
  // What a bundled release withdraws stands in its header alone; what was downloaded once holds against an older package.
  const all = [
    ...rows.map(({ id, withdrawn }) => ({ id, withdrawn })),
    ...current.map(({ repository, header }) => ({ id: repository, withdrawn: header.withdrawn })),
  ];
  return all.flatMap(({ id: repository, withdrawn }) =>
    withdrawn.map(({ id, as, on, reason }) => ({
      id: outerId(repository === CORE ? null : repository, id),
      kind: as,
      on,
      reason,
    })),
  );
}

/** Entities of every dataset that were merged or renamed, by the ids under which notes know them. */
export async function readRedirects(releases: DatasetDatabase): Promise<Redirects> {
  const current = await currentReleases(releases);
  return new Map(
    current.flatMap(({ repository, header }) => {
      const dataset = repository === CORE ? null : repository;
      return Object.entries(header.redirects).map(
        ([from, to]) => [outerId(dataset, from), outerId(dataset, to)] as const,
      );
    }),
  );
}

/** Ids of the added datasets that the reader has switched on. */
export async function readEnabled(releases: DatasetDatabase): Promise<ReadonlySet<string>> {
  const rows = await releases.repositories.toArray();
  return new Set(rows.filter(({ id, enabled }) => enabled && id !== CORE).map(({ id }) => id));
}

async function currentReleases(releases: DatasetDatabase): Promise<ReleaseRow[]> {
  const pointers = await releases.pointers.toArray();
  const rows = await releases.releases.bulkGet(pointers.map((row) => [row.repository, row.current]));
  return rows.flatMap((row) => row ?? []);
}

/** The notes as they may leave the store: without the text of what was removed. */
export function lessRemoved(
  withdrawals: readonly Withdrawal[],
  redirects: Redirects,
): (notes: readonly Annotation[]) => readonly Annotation[] {
  const now = removalsOf(withdrawals, redirects);
  return now === null ? (notes) => notes : (notes) => notes.map((note) => withoutRemoved(note, now) ?? note);
}

/** Resolves with how many notes held such a statement. */
export async function applyRemovals(
  database: LibraryDatabase,
  notes: NoteStore,
  withdrawals: readonly Withdrawal[],
  redirects: Redirects,
): Promise<number> {
  const now = removalsOf(withdrawals, redirects);
  if (now === null) return 0;
  const removed = withdrawals.filter(({ kind }) => kind === 'removed');
  const rows = await database.notes
    .where('statementIds')
    // An entity that is removed takes its statements along: their ids begin with its own, or with one it had before.
    .startsWithAnyOf(removed.flatMap(({ id }) => idsOf(id, redirects)))
    .distinct()
    .toArray();
  const changed = rows.flatMap((row) => withoutRemoved(fromRow(row), now) ?? []);
  if (changed.length > 0) await notes.replace(changed);
  await cleanJournal(database, now);
  const dumps = dumpDatabase(database.name);
  await cleanDumps(dumps, now).finally(() => dumps.close());
  return changed.length;
}

/**
 * The same for a library that is not open: called when a dataset has changed, because the text must not stay until somebody
 * opens the library again. Resolves with how many notes held such a statement.
 */
export async function eraseRemoved(
  releases: DatasetDatabase,
  open: () => Promise<OpenedLibrary>,
  host: Pick<NoteStoreHost, 'now' | 'newId' | 'changed'>,
  name: string = LIBRARY,
): Promise<number> {
  // Most readers keep no notes; what the datasets withdraw is large enough to hold up a card. Asked by the list: `exists` opens what
  // is not there and deletes it again, which may be a library that is being made.
  if (!(await Dexie.getDatabaseNames()).includes(name)) return 0;
  const withdrawals = await readWithdrawals(releases);
  if (!withdrawals.some(({ kind }) => kind === 'removed')) return 0;
  const opened = await open();
  if (opened.state !== 'open') return 0;
  const { database } = opened;
  try {
    const store = createNoteStore({ ...host, database });
    return await applyRemovals(database, store, withdrawals, await readRedirects(releases));
  } finally {
    database.close();
  }
}

function removalsOf(withdrawals: readonly Withdrawal[], redirects: Redirects): FactsNow | null {
  const removed = withdrawals.filter(({ kind }) => kind === 'removed');
  if (removed.length === 0) return null;
  return { statement: () => null, withdrawal: withdrawalFinder(removed, redirects) };
}

async function cleanJournal(database: LibraryDatabase, now: FactsNow): Promise<void> {
  await database.transaction('rw', database.journal, async () => {
    for (const row of await database.journal.toArray()) {
      const items = row.items.map((item): JournalItem => {
        if (item.kind === 'deleted')
          return { ...item, before: withoutRemoved(item.before, now) ?? item.before };
        if (item.kind === 'edited' && item.before.facts) {
          // Only the facts are looked at.
          const part = withoutRemoved(item.before as Annotation, now);
          return part ? { ...item, before: part } : item;
        }
        return item;
      });
      if (items.some((item, i) => item !== row.items[i])) await database.journal.put({ ...row, items });
    }
  });
}

async function cleanDumps(dumps: DumpDatabase, now: FactsNow): Promise<void> {
  await dumps.chunks.toCollection().modify((chunk, ref) => {
    if (chunk.table === 'journal') ref.value = { ...chunk, rows: [] };
    if (chunk.table !== 'notes') return;
    const rows = chunk.rows.map((row) => {
      // A dump may be of any layout: what has no list of facts is left as it is.
      const note = row as Annotation;
      return Array.isArray(note?.facts) ? (withoutRemoved(note, now) ?? note) : row;
    });
    ref.value = { ...chunk, rows };
  });
}
