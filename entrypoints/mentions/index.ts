import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { onIndexStored } from '../../src/browser/index-store.ts';
import { answerMessages, isConnected, ownId, sendToWorker } from '../../src/browser/messaging.ts';
import { readHints } from '../../src/browser/note-hints.ts';
import { isPrivateWindow } from '../../src/browser/private-window.ts';
import {
  changeSettings,
  onLanguageChanged,
  onSettingsChanged,
  readSettings,
} from '../../src/browser/settings-store.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings/settings.ts';
import { ENDED } from '../../src/core/signals/ended.ts';
import { createCaller } from '../../src/messages/caller.ts';
import type { NotesToWorker } from '../../src/messages/notes-to-worker.ts';
import type { ToWorker } from '../../src/messages/to-worker.ts';
import { quietly } from '../../src/page/failures.ts';
import { watchConnection } from '../../src/page/lifecycle.ts';
import { watchNeedForNotes } from '../../src/page/notes/need-notes.ts';
import { openNotesDoor } from '../../src/page/notes/notes-door.ts';
import { showNotice } from '../../src/page/notice.ts';
import { startSession } from '../../src/page/session.ts';
import { endSession, takeOver } from '../../src/page/single-session.ts';
import { NOTICE, speakNotice } from '../../src/page/words.ts';

/** Comes into frames in which the scout has found an article, or the reader has asked for it (src/page/scout/call-reader.ts). */
export default defineUnlistedScript(() => {
  void start().catch((error: unknown) => quietly('the mentions could not start', error));
});

async function start(): Promise<void> {
  // The document that was in this frame before has asked for it, and the scout of this one asks in its turn; or there is no scout
  // any more, because the page may not be read.
  if (!globalThis.sidelightJudge) return;
  const own = takeOver('mentions', isConnected);
  if (!own) return;
  const { signal } = own;
  // One that a version before has left in this frame.
  globalThis.sidelightHands = undefined;
  const worker = createCaller<ToWorker>(sendToWorker);
  const notes = createCaller<NotesToWorker>(sendToWorker);
  // Before anything is read: on a page that the reader has switched off, nothing is.
  let settings = globalThis.sidelightSettings ?? (await readSettings().catch(() => DEFAULT_SETTINGS));
  const obey = (changed: Settings) => {
    settings = changed;
    session.settingsChanged(changed);
  };
  const end = (words: string) => {
    const hadMarks = session.hasMarks();
    own.abort(ENDED);
    if (hadMarks && window.top === window) showNotice(document, words);
  };
  const session = startSession({
    document,
    worker,
    extension: ownId(),
    settings,
    // In a private window a change holds for this page, and is not stored.
    changeSettings: async (change) => (isPrivateWindow() ? obey(change(settings)) : changeSettings(change)),
    signal,
    isConnected,
    judge: globalThis.sidelightJudge,
    insists: globalThis.sidelightInsists === true,
    saveMention: (range, card) =>
      void openNotesDoor(notes)
        .then((door) => door.saveMention(range, card))
        .catch((error: unknown) => quietly('the card could not be saved', error)),
    checkAccess: async () => {
      if (!(await worker.mayRead(null))) end(NOTICE.noAccess);
    },
  });
  watchConnection(document, {
    isConnected,
    onLost({ inTime, late }) {
      const hadMarks = session.hasMarks();
      own.abort(ENDED);
      void inTime.then((isSucceeded) => {
        if (!isSucceeded && hadMarks && window.top === window)
          void late.then(showNotice(document, NOTICE.stopped));
      });
    },
    signal,
  });
  const hints = globalThis.sidelightHints;
  watchNeedForNotes({
    document,
    worker: notes,
    readHints,
    ...(hints === undefined ? {} : { hints }),
    signal,
  });
  onSettingsChanged(obey, signal);
  onIndexStored(() => session.releaseChanged(), signal);
  const learnNotice = () =>
    void worker
      .words({ part: 'announce' })
      .then(speakNotice)
      .catch(() => undefined);
  // After the names, which the reader is waiting for.
  const learning = setTimeout(learnNotice, 2000);
  signal.addEventListener('abort', () => clearTimeout(learning));
  onLanguageChanged(() => {
    learnNotice();
    // A card script that comes later is given its words by the worker.
    if (globalThis.sidelightCard)
      void worker
        .words({ part: 'card' })
        .then((words) => globalThis.sidelightCard?.speak(words))
        .catch(() => undefined);
  }, signal);
  answerMessages(session.answer, signal);
  // From here on the page has one script that answers.
  endSession('scout');
}
