/** Notes written through the worker; what came of it is taken over by the page's notes. Nothing here rejects. */
import type { Annotation, NoteChange } from '../../core/annotation/annotation.ts';
import { CallError, type Calls } from '../../messages/envelope.ts';
import type { NotesToWorker } from '../../messages/notes-to-worker.ts';
import type { ChangeOutcome, NoteMessage } from './notes-ui.ts';
import type { PageNotes } from './page-notes.ts';

type Worker = Pick<Calls<NotesToWorker>, 'saveNote' | 'changeNote' | 'removeNote'>;

export interface NoteWrites {
  /** The note as it was saved, or why it was not. */
  save(note: Annotation): Promise<Annotation | NoteMessage>;
  change(id: string, wanted: NoteChange): Promise<ChangeOutcome>;
  /** False when it could not be done. */
  remove(id: string): Promise<boolean>;
}

export function createNoteWrites(worker: Worker, notes: PageNotes): NoteWrites {
  const saved = async (note: Annotation): Promise<Annotation> => {
    const result = await worker.saveNote({ note });
    notes.take(result.note);
    return result.note;
  };
  return {
    save: (note) => saved(note).catch(messageFor),
    async change(id, wanted) {
      const note = notes.noteOf(id);
      if (!note) return { state: 'failed', message: 'not-saved' };
      try {
        const result = await worker.changeNote({ id, base: note.rev, change: wanted });
        // Deleted elsewhere while somebody was writing: what they wrote is kept.
        if (result.outcome === 'gone') return { state: 'kept', note: await saved({ ...note, ...wanted }) };
        notes.take(result.note);
        if (result.outcome === 'twin') notes.take(result.twin);
        return { state: result.outcome === 'twin' ? 'twin' : 'kept', note: result.note };
      } catch (error) {
        return { state: 'failed', message: messageFor(error) };
      }
    },
    async remove(id) {
      try {
        await worker.removeNote({ id });
        notes.drop(id);
        return true;
      } catch {
        return false;
      }
    },
  };
}

function messageFor(error: unknown): NoteMessage {
  if (!(error instanceof CallError)) return 'not-saved';
  if (error.code === 'forbidden') return 'private';
  if (error.code === 'full' || error.code === 'read-only') return error.code;
  return error.code === 'unreachable' ? 'disconnected' : 'not-saved';
}
