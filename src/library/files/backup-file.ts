/** A backup: the whole library as JSON-LD, packed with gzip. What the restore drill and the import read. */
import type { Annotation } from '../../core/annotation/annotation.ts';
import { backupFailure, backupName } from '../../core/settings/backup.ts';
import { CallError } from '../../messages/envelope.ts';
import { createNoteStore } from '../../storage/library/notes.ts';
import type { OpenedLibrary } from '../../storage/library/open-library.ts';
import { jsonLdParts } from './json-ld-file.ts';

export interface BackupFile {
  readonly file: Blob;
  readonly name: string;
  readonly notes: number;
}

/**
 * `cleaned` gives the notes as they may leave the browser: a statement may have been removed since the library was last open.
 * @throws when the library cannot be opened, with the reason
 */
export async function makeBackupFile(
  opened: OpenedLibrary,
  now: () => string,
  newId: () => string,
  cleaned: (notes: readonly Annotation[]) => readonly Annotation[],
): Promise<BackupFile> {
  if (opened.state !== 'open')
    throw new CallError('read-only', backupFailure('read-only', opened.detail).message);
  const store = createNoteStore({ database: opened.database, now, newId, changed: () => undefined });
  try {
    const total = await store.count();
    const parts = await jsonLdParts(
      { total, each: (visit) => store.each((notes) => visit(cleaned(notes))) },
      { now, newId },
    );
    const packed = await new Response(
      new Blob(parts).stream().pipeThrough(new CompressionStream('gzip')),
    ).blob();
    // Told nothing, a browser takes the file for text, and some add an ending of their own to its name.
    const file = packed.slice(0, packed.size, 'application/gzip');
    return { file, name: backupName(now()), notes: total };
  } finally {
    opened.database.close();
  }
}
