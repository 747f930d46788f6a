import { defineContentScript } from 'wxt/utils/define-content-script';
import { onIndexStored, readIndex } from '../../src/browser/index-store.ts';
import { answerMessages, isConnected, ownId, sendToWorker } from '../../src/browser/messaging.ts';
import { readHints } from '../../src/browser/note-hints.ts';
import { createCaller } from '../../src/messages/caller.ts';
import type { NotesToWorker } from '../../src/messages/notes-to-worker.ts';
import { createReceiver } from '../../src/messages/receiver.ts';
import type { ToPage } from '../../src/messages/to-page.ts';
import type { ToWorker } from '../../src/messages/to-worker.ts';
import { createLinkerLoader } from '../../src/page/linker-loader.ts';
import { watchNeedForNotes } from '../../src/page/notes/need-notes.ts';
import { openNotesDoor } from '../../src/page/notes/notes-door.ts';
import { toPageArguments } from '../../src/page/page-handlers.ts';
import { startSession } from '../../src/page/session.ts';
import { takeOver } from '../../src/page/single-session.ts';
import './marks.css';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  runAt: 'document_idle',
  main() {
    const signal = takeOver(isConnected);
    if (!signal) return;
    const worker = createCaller<ToWorker>(sendToWorker);
    const notes = createCaller<NotesToWorker>(sendToWorker);
    const session = startSession({
      document,
      worker,
      loadLinker: createLinkerLoader(readIndex, () => worker.repairIndex(null)),
      saveMention: (range, card) =>
        void openNotesDoor(notes)
          .then((door) => door.saveMention(range, card))
          .catch((error: unknown) => console.error('sidelight: the card could not be saved', error)),
      signal,
    });
    watchNeedForNotes({ document, worker: notes, readHints, signal });
    onIndexStored(() => session.releaseChanged(), signal);
    answerMessages(
      createReceiver<ToPage, { extension: string | undefined }>({
        handlers: session.handlers,
        parse: toPageArguments,
        mayCall: (sender) => sender.extension === ownId(),
        report: (error, name) => console.error(`sidelight: ${name} failed`, error),
      }),
      signal,
    );
  },
});
