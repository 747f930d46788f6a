/** What happens behind each message to the notes script. */
import { CallError, type Handlers } from '../../messages/envelope.ts';
import type { NotesToPage } from '../../messages/notes-to-page.ts';
import type { NotesSession } from './notes-session.ts';

export const notesToPageArguments: {
  readonly [K in keyof NotesToPage]: (argument: unknown) => Parameters<NotesToPage[K]>[0];
} = {
  saveSelection: () => null,
  savePage: () => null,
  showNote(argument) {
    const id = typeof argument === 'object' && argument !== null ? (argument as { id?: unknown }).id : null;
    if (typeof id !== 'string') throw new Error('id is missing');
    return { id };
  },
  notesReport: () => null,
};

export function notesHandlers(session: NotesSession): Handlers<NotesToPage, unknown> {
  return {
    async saveSelection() {
      await session.saveSelection();
      return null;
    },
    async savePage() {
      await session.savePage();
      return null;
    },
    showNote({ id }) {
      if (!session.anchored().some(({ note }) => note.id === id))
        throw new CallError('not-found', 'there is no such note on this page');
      session.show(id);
      return null;
    },
    notesReport: () => session.report(),
  };
}
