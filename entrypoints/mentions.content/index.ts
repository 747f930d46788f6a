import { defineContentScript } from 'wxt/utils/define-content-script';
import { onIndexStored, readIndex } from '../../src/browser/index-store.ts';
import { answerMessages, isConnected, ownId, sendToWorker } from '../../src/browser/messaging.ts';
import {
  changeSettings,
  onLanguageChanged,
  onSettingsChanged,
  readSettings,
} from '../../src/browser/settings-store.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings/settings.ts';
import { createCaller } from '../../src/messages/caller.ts';
import { createReceiver } from '../../src/messages/receiver.ts';
import type { ToPage } from '../../src/messages/to-page.ts';
import type { ToWorker } from '../../src/messages/to-worker.ts';
import { createLinkerLoader } from '../../src/page/linker-loader.ts';
import { toPageArguments } from '../../src/page/page-handlers.ts';
import { startSession } from '../../src/page/session.ts';
import { takeOver } from '../../src/page/single-session.ts';
import './marks.css';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  runAt: 'document_idle',
  async main() {
    const signal = takeOver(isConnected);
    if (!signal) return;
    const worker = createCaller<ToWorker>(sendToWorker);
    // Before anything is read: on a page that the reader has switched off, nothing is.
    const settings = await readSettings().catch(() => DEFAULT_SETTINGS);
    const session = startSession({
      document,
      worker,
      settings,
      changeSettings,
      loadLinker: createLinkerLoader(readIndex, worker),
      signal,
    });
    onSettingsChanged((changed) => session.settingsChanged(changed), signal);
    onIndexStored(() => session.releaseChanged(), signal);
    onLanguageChanged(() => {
      // A card script that comes later is given its words by the worker.
      if (globalThis.sidelightCard)
        void worker
          .words({ part: 'card' })
          .then((words) => globalThis.sidelightCard?.speak(words))
          .catch(() => undefined);
    }, signal);
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
