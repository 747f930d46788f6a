import { defineContentScript } from 'wxt/utils/define-content-script';
import { answerMessages, isConnected, ownId, sendToWorker } from '../../src/browser/messaging.ts';
import { isPrivateWindow } from '../../src/browser/private-window.ts';
import { onLanguageChanged, readSettings } from '../../src/browser/settings-store.ts';
import { ENDED } from '../../src/core/signals/ended.ts';
import { createCaller } from '../../src/messages/caller.ts';
import type { NotesToPage } from '../../src/messages/notes-to-page.ts';
import type { NotesToWorker } from '../../src/messages/notes-to-worker.ts';
import { createReceiver } from '../../src/messages/receiver.ts';
import type { ToWorker } from '../../src/messages/to-worker.ts';
import { followSelection } from '../../src/page/notes/follow-selection.ts';
import { notesHandlers, notesToPageArguments } from '../../src/page/notes/notes-handlers.ts';
import { startNotes } from '../../src/page/notes/notes-session.ts';
import { openOnClick } from '../../src/page/notes/open-on-click.ts';
import { randomId } from '../../src/page/notes/random-id.ts';
import { createNotesUi } from '../../src/ui/notes/notes-ui.tsx';
import './notes.css';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  registration: 'runtime',
  main() {
    // Injected twice (a key pressed while a selection brings it in), the second run finds the door and leaves it alone.
    if (globalThis.sidelightNotes) return;
    const end = new AbortController();
    const ui = createNotesUi(document, end.signal);
    // The worker leaves words here for readers of another language than English.
    if (globalThis.sidelightNoteWords) ui.speak(globalThis.sidelightNoteWords);
    const session = startNotes({
      document,
      worker: createCaller<NotesToWorker>(sendToWorker, { timeout: 20_000, retries: 1 }),
      ui,
      isPrivate: isPrivateWindow(),
      now: () => new Date().toISOString(),
      newId: randomId,
      mentions: () => globalThis.sidelightMentions?.() ?? [],
      signal: end.signal,
    });
    globalThis.sidelightNotes = {
      saveMention: (range, card) => void session.saveMention(range, card),
    };
    end.signal.addEventListener('abort', () => {
      // A new version of the extension that comes into this page begins anew.
      globalThis.sidelightNotes = undefined;
    });
    openOnClick(document, session, end.signal);
    const words = createCaller<ToWorker>(sendToWorker);
    onLanguageChanged(
      () =>
        void words
          .words({ part: 'notes' })
          .then((given) => ui.speak(given))
          .catch(() => undefined),
      end.signal,
    );
    void readSettings().then(({ selectionButton }) => {
      if (selectionButton) followSelection(document, ui, session, end.signal);
    });
    answerMessages(
      createReceiver<NotesToPage, { extension: string | undefined }>({
        handlers: notesHandlers(session),
        parse: notesToPageArguments,
        mayCall: (sender) => sender.extension === ownId(),
        report: (error, name) => console.error(`sidelight: ${name} failed`, error),
      }),
      end.signal,
    );
    // After an update or removal of the extension nothing of it answers any more: what it showed goes.
    const timer = setInterval(() => {
      if (isConnected()) return;
      clearInterval(timer);
      end.abort(ENDED);
    }, 5000);
  },
});
