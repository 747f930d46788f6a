/** The restore drill: a backup is read and restored into a scratch database, and what comes out is compared with the library. */
import type { DrillReport } from '../messages/to-library.ts';
import { libraryDatabase } from '../storage/library/database.ts';
import { createNoteStore, isSame, type NoteStore } from '../storage/library/notes.ts';
import { readFile } from './files/read-file.ts';

const SCRATCH = 'sidelight-library-drill';

export async function drill(
  file: Blob,
  library: NoteStore,
  now: () => string,
  progress: (done: number) => void,
): Promise<DrillReport> {
  const read = await readFile(file, now(), progress);
  const database = libraryDatabase(SCRATCH);
  await database.delete();
  try {
    await database.open();
    const scratch = createNoteStore({ database, now, newId: () => '', changed: () => undefined });
    await scratch.addAll(read.notes);
    let restored = 0;
    let same = 0;
    let older = 0;
    await scratch.each(async (notes) => {
      restored += notes.length;
      const own = new Map((await library.get(notes.map((note) => note.id))).map((note) => [note.id, note]));
      for (const note of notes) {
        const now = own.get(note.id);
        if (now && isSame(now, note)) same++;
        else if (now) older++;
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
