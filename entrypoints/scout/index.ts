import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerMessages, isConnected, ownId, sendToWorker } from '../../src/browser/messaging.ts';
import { readHints } from '../../src/browser/note-hints.ts';
import { readPageStore } from '../../src/browser/page-store.ts';
import { fetchReader } from '../../src/browser/reader-script.ts';
import { onSettingsChanged } from '../../src/browser/settings-store.ts';
import { once } from '../../src/core/once/once.ts';
import { ENDED } from '../../src/core/signals/ended.ts';
import { createCaller } from '../../src/messages/caller.ts';
import type { NotesToWorker } from '../../src/messages/notes-to-worker.ts';
import { createReceiver } from '../../src/messages/receiver.ts';
import type { ToPage } from '../../src/messages/to-page.ts';
import type { ToWorker } from '../../src/messages/to-worker.ts';
import { ruleHere } from '../../src/page/address.ts';
import { quietly } from '../../src/page/failures.ts';
import { sweep } from '../../src/page/lifecycle.ts';
import { watchNeedForNotes } from '../../src/page/notes/need-notes.ts';
import { toPageArguments } from '../../src/page/page-arguments.ts';
import { callReader } from '../../src/page/scout/call-reader.ts';
import { startScout } from '../../src/page/scout/scout.ts';
import { createScoutHandlers } from '../../src/page/scout/scout-handlers.ts';
import { isRunning, takeOver } from '../../src/page/single-session.ts';

/** The only script of every page; the manifest (wxt.config.ts) says where and when. */
export default defineUnlistedScript(() => {
  void start().catch((error: unknown) => quietly('the scout could not start', error));
});

async function start(): Promise<void> {
  if (isRunning('mentions')) return;
  const session = takeOver('scout', isConnected);
  if (!session) return;
  const { signal } = session;
  sweep(document);
  // Before anything is looked at: on a page that the reader has switched off, nothing is.
  const { settings, hints } = await readPageStore();
  globalThis.sidelightHints = hints;
  const worker = createCaller<ToWorker>(sendToWorker);
  const scout = startScout({
    document,
    settings,
    callReader: () =>
      callReader({
        fetch: fetchReader,
        inject: () => worker.injectReader(null),
        prepare: () => worker.prepareLinking(null),
      }),
    isConnected,
    leave: () => session.abort(ENDED),
    signal,
  });
  // Notes are kept on pages of every kind; where an article is found, the mentions script goes on with this.
  if (settings.enabled && ruleHere(settings, document) !== 'off')
    watchNeedForNotes({
      document,
      worker: createCaller<NotesToWorker>(sendToWorker),
      readHints,
      ...(hints === undefined ? {} : { hints }),
      signal,
    });
  onSettingsChanged((changed) => scout.settingsChanged(changed), signal);
  const receive = once(() =>
    createReceiver<ToPage, { extension: string | undefined }>({
      handlers: createScoutHandlers({
        document,
        scout,
        signal,
        checkAccess: async () => {
          if (!(await worker.mayRead(null))) session.abort(ENDED);
        },
      }),
      parse: toPageArguments,
      mayCall: (sender) => sender.extension === ownId(),
      report: (error, name) => quietly(`${name} failed`, error),
    }),
  );
  answerMessages((message, sender) => receive()(message, sender), signal);
}
