/** The restore drill: a backup is read and restored into a scratch database, and what comes out is compared with the library. */
import type { Annotation } from '../core/annotation/annotation.ts';
import type { DrillReport } from '../messages/to-library.ts';
import { libraryDatabase } from '../storage/library/database.ts';
import { createNoteStore, type NoteStore } from '../storage/library/notes.ts';
import { isSame } from '../storage/library/same-note.ts';
import { readFile } from './files/read-file.ts';

const SCRATCH = 'sidelight-library-drill';

export interface DrillHost {
  now(): string;
  /** Notes without the text of statements that were removed since the backup was made. */
  readonly cleaned: (notes: readonly Annotation[]) => readonly Annotation[];
  progress(done: number): void;
}

export async function drill(
  file: Blob,
  library: NoteStore,
  { now, cleaned, progress }: DrillHost,
): Promise<DrillReport> {
  const read = await readFile(file, now(), progress);
  const database = libraryDatabase(SCRATCH);
  await database.delete();
  try {
    await database.open();
    const scratch = createNoteStore({ database, now, newId: () => '', changed: () => undefined });
    await scratch.addAll(cleaned(read.notes));
    let restored = 0;
    let same = 0;
    let older = 0;
    await scratch.each(async (notes) => {
      restored += notes.length;
      const own = new Map((await library.get(notes.map((note) => note.id))).map((note) => [note.id, note]));
      for (const note of notes) {
        const mine = own.get(note.id);
        if (mine && isSame(mine, note)) same++;
        else if (mine) older++;
      }
    });
    return {
      inFile: read.notes.length,
      stated: read.stated,
      restored,
      same,
      older,
      missing: (await library.count()) - same - older,
      problems: read.problems.slice(0, 50),
    };
  } finally {
    await database.delete();
  }
}

/** A drill that was stopped half-way leaves its copy of the notes behind. */
export async function eraseScratch(): Promise<void> {
  await libraryDatabase(SCRATCH).delete();
}
