import { defineBackground } from 'wxt/utils/define-background';
import { z } from 'zod';
import { stepInActiveTab } from '../src/background/commands.ts';
import { createDataset } from '../src/background/dataset.ts';
import { createHandlers, toWorkerArguments } from '../src/background/handlers.ts';
import { backupArguments, backupHandlers, createBackups } from '../src/background/notes/backups.ts';
import { MENUS } from '../src/background/notes/commands.ts';
import { startKeeper } from '../src/background/notes/start-keeper.ts';
import * as backupHost from '../src/browser/backup-host.ts';
import { changeBackupState, mayDownload, readBackupState } from '../src/browser/backup-store.ts';
import { readIndex, readIndexRelease, writeIndex } from '../src/browser/index-store.ts';
import { createAnnouncer, exclusively } from '../src/browser/library-channel.ts';
import { answerMessages, ownId, type Sender, sendToTab } from '../src/browser/messaging.ts';
import { changeHints } from '../src/browser/note-hints.ts';
import * as notesHost from '../src/browser/notes-host.ts';
import {
  activeTab,
  injectScript,
  onCommand,
  onInstalled,
  openTab,
  readPackaged,
  webTabs,
} from '../src/browser/worker-host.ts';
import { addHints } from '../src/core/annotation/hint.ts';
import { makeBackupFile } from '../src/library/files/backup-file.ts';
import type { BackupToWorker } from '../src/messages/backup-to-worker.ts';
import { createReceiver } from '../src/messages/receiver.ts';
import type { ToWorker } from '../src/messages/to-worker.ts';
import { openDatabase } from '../src/storage/database.ts';
import { openLibrary } from '../src/storage/library/open-library.ts';
import { createReleaseStore } from '../src/storage/releases.ts';

// Extension pages forbid eval; zod otherwise probes for it.
z.config({ jitless: true });

export default defineBackground(() => {
  const store = createReleaseStore(openDatabase(), () => new Promise((resolve) => setTimeout(resolve, 0)));
  const dataset = createDataset({
    store,
    readBundled: () => readPackaged('/release.json'),
    storedIndexRelease: readIndexRelease,
    storedIndexBytes: async () => (await readIndex())?.bytes ?? null,
    storeIndex: (release, bytes, rules) => writeIndex({ release, bytes, rules }),
    digest: sha256,
  });
  answerMessages(
    createReceiver<ToWorker, Sender>({
      handlers: createHandlers({
        dataset,
        store,
        injectCardScript: (tab, frame) => injectScript(tab, frame, '/content-scripts/card.js'),
        openTab,
      }),
      parse: {
        cards: (a) => toWorkerArguments.cards.parse(a),
        injectCardScript: (a) => toWorkerArguments.injectCardScript.parse(a),
        openSource: (a) => toWorkerArguments.openSource.parse(a),
        datasetInfo: (a) => toWorkerArguments.datasetInfo.parse(a),
        repairIndex: (a) => toWorkerArguments.repairIndex.parse(a),
      },
      mayCall: (sender) => sender.extension === ownId(),
      report: (error, name) => console.error(`sidelight: ${name} failed`, error),
    }),
  );
  startNotes();
  startBackups();
  onInstalled(() => {
    void dataset
      .importBundled()
      .then(webTabs)
      // Tabs that were open before the install are served too; pages that refuse scripts are skipped.
      .then((tabs) =>
        Promise.allSettled(tabs.map((tab) => injectScript(tab, 0, '/content-scripts/mentions.js'))),
      )
      .catch((error: unknown) =>
        console.error('sidelight: the bundled release could not be imported', error),
      );
  });
  onCommand((command) => void stepInActiveTab(command, activeTab, sendToTab));
});

/** Keeping notes: a protocol, a database and a menu of their own. */
function startNotes(): void {
  const now = () => new Date().toISOString();
  answerMessages(
    startKeeper<Sender>(
      {
        open: () => openLibrary({ now, exclusively: exclusively }),
        now,
        newId: () => crypto.randomUUID(),
        digest: sha256,
        addHints: (keys) => changeHints((hints) => addHints(hints, keys)),
        announce: createAnnouncer(),
        persist: async () => void (await notesHost.persistStorage()),
        inject: notesHost.injectNotes,
        sendToFrame: notesHost.sendToFrame,
        openLibraryPage: notesHost.openLibraryTab,
        activeTab,
        onCommand,
        onMenu: notesHost.onMenu,
        report: (error, what) => console.error(`sidelight: ${what} failed`, error),
      },
      (sender) => sender.extension === ownId(),
    ),
  );
  onInstalled(
    () =>
      void notesHost.setMenus([
        { id: MENUS.selection, title: 'Save “%s” to Sidelight', contexts: ['selection'] },
        { id: MENUS.page, title: 'Sidelight: note on this page', contexts: ['page'] },
      ]),
  );
}

/** Scheduled backups of the library. */
function startBackups(): void {
  const now = () => new Date().toISOString();
  const backups = createBackups({
    now,
    read: readBackupState,
    change: changeBackupState,
    mayDownload,
    build: () =>
      backupHost.buildBackup(async () => {
        const opened = await openLibrary({ now, exclusively });
        const { file, name, notes } = await makeBackupFile(opened, now, () => crypto.randomUUID());
        return { url: URL.createObjectURL(file), name, notes, bytes: file.size };
      }),
    download: backupHost.download,
    release: backupHost.releaseBackup,
    alarm: backupHost.showBackupAlarm,
  });
  answerMessages(
    createReceiver<BackupToWorker, Sender>({
      handlers: backupHandlers(backups),
      parse: backupArguments,
      mayCall: (sender) => sender.extension === ownId() && sender.ownPage,
      report: (error, name) => console.error(`sidelight: ${name} failed`, error),
    }),
  );
  backupHost.onBackupAlarm(
    () => void backups.tick().catch((error: unknown) => console.error('sidelight: the backup failed', error)),
  );
}

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
