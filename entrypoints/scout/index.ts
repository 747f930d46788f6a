import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import {
  answerMessages,
  isConnected,
  ownId,
  type Sender,
  sendToWorker,
} from '../../src/browser/messaging.ts';
import { readHints } from '../../src/browser/note-hints.ts';
import { readPageStore } from '../../src/browser/page-store.ts';
import { fetchReader } from '../../src/browser/reader-script.ts';
import { onSettingsChanged } from '../../src/browser/settings-store.ts';
import { once } from '../../src/core/once/once.ts';
import { ENDED } from '../../src/core/signals/ended.ts';
import { createCaller } from '../../src/messages/caller.ts';
import { isCallMessage, type ReplyMessage } from '../../src/messages/envelope.ts';
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
import { startGlance } from '../../src/page/scout/glance.ts';
import { startScout } from '../../src/page/scout/scout.ts';
import { createScoutHandlers } from '../../src/page/scout/scout-handlers.ts';
import { isRunning, takeOver } from '../../src/page/single-session.ts';

type Receive = (message: unknown, sender: Sender) => Promise<ReplyMessage | undefined> | null;

declare global {
  // Left in the isolated world of this frame by a script that the browser brings to every page where a glance is not enough
  // (entrypoints/everywhere), whichever of the two comes first.
  var sidelightIsWanted: boolean | undefined;
  var sidelightBringScout: (() => void) | undefined;
}

/** The only script of every page; the manifest (wxt.config.ts) says where and when. */
export default defineUnlistedScript(() => {
  if (isRunning('mentions')) return;
  const session = takeOver('scout', isConnected);
  if (!session) return;
  try {
    start(session);
  } catch (error) {
    quietly('the page could not be looked at', error);
    session.abort(ENDED);
  }
});

function start(session: AbortController): void {
  const { signal } = session;
  const leave = () => session.abort(ENDED);
  // As the page is parsed, nothing of an earlier version can be in it.
  if (document.readyState === 'complete') sweep(document);
  /** Who answers, once the scout runs. */
  let receive: Receive | null = null;
  /** Access to some site was taken back since the page was opened. */
  let isDoubtful = false;
  const glancing = new AbortController();
  signal.addEventListener('abort', () => glancing.abort(ENDED));

  const { bringScout } = startGlance({
    document,
    startScout: async (isSelected) => {
      receive = await startScoutHere(session, isSelected, () => isDoubtful);
      glancing.abort(ENDED);
    },
    isConnected,
    leave,
    signal: glancing.signal,
  });
  globalThis.sidelightBringScout = () =>
    void bringScout().catch((error: unknown) => quietly('the scout could not start', error));
  if (globalThis.sidelightIsWanted) globalThis.sidelightBringScout();

  if (signal.aborted) return;
  answerMessages((message, sender) => {
    if (receive) return receive(message, sender);
    if (!isCallMessage(message) || !Object.hasOwn(toPageArguments, message.name)) return null;
    if (message.name === 'accessChanged') {
      isDoubtful = true;
      return null;
    }
    return bringScout().then(
      () => receive?.(message, sender) ?? undefined,
      () => undefined,
    );
  }, signal);
}

/** Resolves with who answers for the page; null when it may not be read any more. */
async function startScoutHere(
  session: AbortController,
  isSelected: () => boolean,
  isDoubtful: () => boolean,
): Promise<Receive | null> {
  const { signal } = session;
  const leave = () => session.abort(ENDED);
  const worker = createCaller<ToWorker>(sendToWorker);
  const mayRead = () => worker.mayRead(null);
  // Before the page is judged: where the reader has switched the site off, nothing is.
  const { settings, hints } = await readPageStore();
  if (isDoubtful() && !(await mayRead())) {
    leave();
    return null;
  }
  // Another version may have taken over meanwhile.
  if (signal.aborted || !isConnected()) {
    leave();
    return null;
  }
  sweep(document);
  globalThis.sidelightHints = hints;
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
    leave,
    signal,
  });
  // Notes are kept on pages of every kind; where an article is found, the mentions script goes on with this.
  if (settings.enabled && ruleHere(settings, document) !== 'off')
    watchNeedForNotes({
      document,
      worker: createCaller<NotesToWorker>(sendToWorker),
      readHints,
      ...(hints === undefined ? {} : { hints }),
      isSelected: isSelected(),
      signal,
    });
  onSettingsChanged((changed) => scout.settingsChanged(changed), signal);
  const receiver = once(() =>
    createReceiver<ToPage, { extension: string | undefined }>({
      handlers: createScoutHandlers({
        document,
        scout,
        signal,
        checkAccess: async () => {
          if (!(await mayRead())) leave();
        },
      }),
      parse: toPageArguments,
      mayCall: (sender) => sender.extension === ownId(),
      report: (error, name) => quietly(`${name} failed`, error),
    }),
  );
  return (message, sender) => receiver()(message, sender);
}
