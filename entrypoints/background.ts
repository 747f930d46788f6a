import { defineBackground } from 'wxt/utils/define-background';
import { z } from 'zod';
import { runCommand } from '../src/background/commands.ts';
import { createDataset } from '../src/background/dataset.ts';
import { createHandlers, toWorkerArguments } from '../src/background/handlers.ts';
import { createPause } from '../src/background/pause.ts';
import { createUpdates } from '../src/background/updates.ts';
import { keepAwake, onStartup, onUpdateAlarm, setUpdateAlarm } from '../src/browser/alarms.ts';
import { hasHostPermission } from '../src/browser/host-permission.ts';
import { readIndex, readIndexRelease, writeIndex } from '../src/browser/index-store.ts';
import { answerMessages, ownId, type Sender, sendToTab } from '../src/browser/messaging.ts';
import { readersLanguage, readWords } from '../src/browser/words-store.ts';
import {
  activeTab,
  eraseStorage,
  giveWords,
  injectScript,
  onCommand,
  onInstalled,
  openTab,
  ownPage,
  readPackaged,
  webTabs,
} from '../src/browser/worker-host.ts';
import { createReceiver } from '../src/messages/receiver.ts';
import type { ToWorker } from '../src/messages/to-worker.ts';
import { CORE, openDatasetDatabase } from '../src/storage/dataset-database.ts';
import { eraseDatabases } from '../src/storage/erase.ts';
import { createReleaseStore } from '../src/storage/releases.ts';
import { createRepositoryStore } from '../src/storage/repositories.ts';

// Extension pages forbid eval; zod otherwise probes for it.
z.config({ jitless: true });

export default defineBackground(() => {
  const database = openDatasetDatabase();
  const pause = createPause();
  const store = createReleaseStore(database, pause);
  const repositories = createRepositoryStore(database, CORE);
  const dataset = createDataset({
    store,
    repositories,
    pause,
    readBundled: () => readPackaged('/release.json'),
    storedIndexRelease: readIndexRelease,
    pageIndex: async () => (await readIndex())?.bytes,
    storePageIndex: (release, bytes) => writeIndex({ release, bytes }),
    digest: sha256,
  });
  const updates = createUpdates({
    store,
    repositories,
    fetch: (...request) => fetch(...request),
    now: Date.now,
    random: Math.random,
    times: { small: { idle: 20_000, total: 60_000 }, large: { idle: 30_000, total: 15 * 60_000 } },
    mayFetch: hasHostPermission,
    alone: dataset.alone,
    changed: dataset.changed,
    setAlarm: setUpdateAlarm,
    keepAwake,
  });
  const checkDue = () =>
    void dataset
      .ready()
      .then(updates.checkDue)
      .catch((error: unknown) => console.error('sidelight: looking for updates failed', error));
  answerMessages(
    createReceiver<ToWorker, Sender>({
      handlers: createHandlers({
        dataset,
        store,
        injectToolsScript: (tab, frame) => injectScript(tab, frame, '/card-tools.js'),
        injectCardScript: async (tab, frame) => {
          await giveWords(tab, frame, await readWords('card'));
          await injectScript(tab, frame, '/content-scripts/card.js');
        },
        readWords,
        readersLanguage,
        eraseStored: async () => {
          await eraseDatabases(database);
          await eraseStorage();
        },
        updates,
        openTab,
      }),
      parse: {
        cards: (a) => toWorkerArguments.cards.parse(a),
        path: (a) => toWorkerArguments.path.parse(a),
        injectCardScript: (a) => toWorkerArguments.injectCardScript.parse(a),
        injectToolsScript: (a) => toWorkerArguments.injectToolsScript.parse(a),
        words: (a) => toWorkerArguments.words.parse(a),
        announcement: (a) => toWorkerArguments.announcement.parse(a),
        openSource: (a) => toWorkerArguments.openSource.parse(a),
        linkText: (a) => toWorkerArguments.linkText.parse(a),
        datasetInfo: (a) => toWorkerArguments.datasetInfo.parse(a),
        repairIndex: (a) => toWorkerArguments.repairIndex.parse(a),
        eraseEverything: (a) => toWorkerArguments.eraseEverything.parse(a),
        updateState: (a) => toWorkerArguments.updateState.parse(a),
        checkForUpdates: (a) => toWorkerArguments.checkForUpdates.parse(a),
        addRepository: (a) => toWorkerArguments.addRepository.parse(a),
        changeRepository: (a) => toWorkerArguments.changeRepository.parse(a),
        removeRepository: (a) => toWorkerArguments.removeRepository.parse(a),
      },
      mayCall: (sender) => sender.extension === ownId(),
      report: (error, name) => console.error(`sidelight: ${name} failed`, error),
    }),
  );
  onInstalled((isFirst) => {
    if (isFirst) void openTab(ownPage('/welcome.html'), undefined);
    void dataset
      .importBundled()
      .then(webTabs)
      // Tabs that were open before the install are served too; pages that refuse scripts are skipped.
      .then((tabs) =>
        Promise.allSettled(tabs.map((tab) => injectScript(tab, 0, '/content-scripts/mentions.js'))),
      )
      .then(checkDue)
      .catch((error: unknown) =>
        console.error('sidelight: the bundled release could not be imported', error),
      );
  });
  onStartup(checkDue);
  onUpdateAlarm(checkDue);
  onCommand((command) => void runCommand(command, activeTab, sendToTab));
});

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
