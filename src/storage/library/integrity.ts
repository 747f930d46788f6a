/** Is every note whole? Reads them all, changes nothing. */
import { readAnnotation } from '../../core/annotation/read-annotation.ts';
import type { LibraryDatabase } from './database.ts';
import { fromRow, toRow } from './rows.ts';

export interface IntegrityReport {
  readonly notes: number;
  readonly problems: readonly IntegrityProblem[];
}

export interface IntegrityProblem {
  readonly id: string;
  /** unreadable: no note any more. altered: the passage is not the one that was saved. lost-keys: search would miss it; can be mended. */
  readonly kind: 'unreadable' | 'altered' | 'lost-keys';
  /** unreadable: the problem's code. altered: how the passage begins. lost-keys: the page's address. */
  readonly detail: string;
}

/** `digest` is SHA-256 in hex. */
export async function checkIntegrity(
  database: LibraryDatabase,
  digest: (text: string) => Promise<string>,
  onProgress: (done: number) => void = () => undefined,
): Promise<IntegrityReport> {
  const problems: IntegrityProblem[] = [];
  const keys = (await database.notes.toCollection().primaryKeys()) as string[];
  for (let i = 0; i < keys.length; i += CHUNK) {
    const rows = await database.notes.bulkGet(keys.slice(i, i + CHUNK));
    for (const [j, row] of rows.entries()) {
      const id = keys[i + j] ?? '';
      if (!row) continue;
      const read = readAnnotation(row);
      if ('problem' in read) problems.push({ id, kind: 'unreadable', detail: read.problem.code });
      else {
        const { passage } = read.note;
        if (passage?.hash && (await digest(passage.text)) !== passage.hash)
          problems.push({ id, kind: 'altered', detail: passage.text.slice(0, 80) });
        const wanted = toRow(fromRow(row));
        if (
          String(wanted.pageKeys) !== String(row.pageKeys) ||
          String(wanted.statementIds) !== String(row.statementIds)
        )
          problems.push({ id, kind: 'lost-keys', detail: read.note.page.url });
      }
    }
    onProgress(Math.min(i + CHUNK, keys.length));
  }
  return { notes: keys.length, problems };
}

/** Gives notes their keys back. */
export async function mendKeys(database: LibraryDatabase, ids: readonly string[]): Promise<void> {
  await database.transaction('rw', database.notes, async () => {
    const rows = await database.notes.bulkGet([...ids]);
    await database.notes.bulkPut(rows.flatMap((row) => (row ? [toRow(fromRow(row))] : [])));
  });
}

const CHUNK = 500;
