/**
 * Statements that were removed from the dataset for legal or safety reasons: their text goes from every note, from what undo
 * would bring back and from the dumps. Their id, the date and the reason stay. Not undoable, and safe to do twice.
 */
import type { Annotation } from '../../core/annotation/annotation.ts';
import { type FactsNow, type Withdrawal, withoutRemoved } from '../../core/annotation/facts.ts';
import { isFields, list, text } from '../../core/annotation/fields.ts';
import type { Database } from '../database.ts';
import type { JournalItem, LibraryDatabase } from './database.ts';
import { type DumpDatabase, dumpDatabase } from './dumps.ts';
import type { NoteStore } from './notes.ts';
import { fromRow } from './rows.ts';

/** What the current release says was withdrawn; nothing where it says nothing. */
export async function readWithdrawals(releases: Database): Promise<Withdrawal[]> {
  // A field that releases carry once their maintainers withdraw something; read as what it is, outside data.
  const row: unknown = await releases.pointers.get('current');
  if (!isFields(row)) return [];
  return list(row.withdrawn, (item) => {
    if (!isFields(item)) return null;
    const id = text(item.id, 300);
    const kind = item.kind === 'removed' ? 'removed' : 'superseded';
    return id ? { id, kind, on: text(item.on, 40) ?? '', reason: text(item.reason, 2000) ?? '' } : null;
  });
}

/** Resolves with how many notes held such a statement. */
export async function applyRemovals(
  database: LibraryDatabase,
  notes: NoteStore,
  withdrawals: readonly Withdrawal[],
): Promise<number> {
  const removed = withdrawals.filter(({ kind }) => kind === 'removed');
  if (removed.length === 0) return 0;
  const byId = new Map(removed.map((item) => [item.id, item]));
  const now: FactsNow = { statement: () => null, withdrawal: (id) => byId.get(id) ?? null };
  const rows = await database.notes
    .where('statementIds')
    .anyOf([...byId.keys()])
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
