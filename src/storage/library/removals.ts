/**
 * Statements that were removed from the dataset for legal or safety reasons: their text goes from every note, from what undo
 * would bring back and from the dumps. Their id, the date and the reason stay. Not undoable, and safe to do twice.
 */
import type { Annotation } from '../../core/annotation/annotation.ts';
import {
  type FactsNow,
  type Withdrawal,
  withdrawalFinder,
  withoutRemoved,
} from '../../core/annotation/facts.ts';
import { outerId } from '../../core/dataset/namespace.ts';
import { CORE, type DatasetDatabase } from '../dataset-database.ts';
import type { JournalItem, LibraryDatabase } from './database.ts';
import { type DumpDatabase, dumpDatabase } from './dumps.ts';
import type { NoteStore } from './notes.ts';
import { fromRow } from './rows.ts';

/** All that the datasets' maintainers have withdrawn, by the ids under which notes cite it. */
export async function readWithdrawals(releases: DatasetDatabase): Promise<Withdrawal[]> {
  const rows = await releases.repositories.toArray();
  return rows.flatMap(({ id: repository, withdrawn }) =>
    withdrawn.map(({ id, as, on, reason }) => ({
      id: outerId(repository === CORE ? null : repository, id),
      kind: as,
      on,
      reason,
    })),
  );
}

/** Resolves with how many notes held such a statement. */
export async function applyRemovals(
  database: LibraryDatabase,
  notes: NoteStore,
  withdrawals: readonly Withdrawal[],
): Promise<number> {
  const removed = withdrawals.filter(({ kind }) => kind === 'removed');
  if (removed.length === 0) return 0;
  const now: FactsNow = { statement: () => null, withdrawal: withdrawalFinder(removed) };
  const rows = await database.notes
    .where('statementIds')
    // An entity that is removed takes its statements along: their ids begin with its own.
    .startsWithAnyOf(removed.map(({ id }) => id))
    .distinct()
    .toArray();
  const changed = rows.flatMap((row) => withoutRemoved(fromRow(row), now) ?? []);
  if (changed.length > 0) await notes.replace(changed);
  await cleanJournal(database, now);
  const dumps = dumpDatabase(database.name);
  await cleanDumps(dumps, now).finally(() => dumps.close());
  return changed.length;
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
