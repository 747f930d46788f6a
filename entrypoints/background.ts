import { defineBackground } from 'wxt/utils/define-background';
import { z } from 'zod';
import { backupsStoppedIn, menusIn } from '../src/background/browser-words.ts';
import { runCommand } from '../src/background/commands.ts';
import { createDataset } from '../src/background/dataset.ts';
import { createEraser } from '../src/background/erase.ts';
import { createHandlers, toWorkerArguments } from '../src/background/handlers.ts';
import { createLinkedPages } from '../src/background/linked-pages.ts';
import { backupArguments, backupHandlers, createBackups } from '../src/background/notes/backups.ts';
import { startKeeper } from '../src/background/notes/start-keeper.ts';
import { createTurns } from '../src/background/turns.ts';
import { createUpdates } from '../src/background/updates.ts';
import { keepAwake, onStartup, onUpdateAlarm, setUpdateAlarm } from '../src/browser/alarms.ts';
import * as backupHost from '../src/browser/backup-host.ts';
import { changeBackupState, mayDownload, readBackupState } from '../src/browser/backup-store.ts';
import { sha256 } from '../src/browser/digest.ts';
import { hasHostPermission } from '../src/browser/host-permission.ts';
import { readIndexRelease, writeIndexRelease } from '../src/browser/index-store.ts';
import { createAnnouncer, exclusively } from '../src/browser/library-channel.ts';
import { answerMessages, ownId, type Sender, sendToTab } from '../src/browser/messaging.ts';
import { changeHints } from '../src/browser/note-hints.ts';
import * as notesHost from '../src/browser/notes-host.ts';
import { isPackageTaken, packageTaken } from '../src/browser/package-store.ts';
import { onLanguageChanged } from '../src/browser/settings-store.ts';
import { readersLanguage, readWords } from '../src/browser/words-store.ts';
import {
  activeTab,
  eraseStorage,
  giveWords,
  hasAccess,
  injectEverywhere,
  injectScript,
  isErasing,
  noteErasing,
  onAccessAdded,
  onAccessRemoved,
  onCommand,
  onInstalled,
  openTab,
  ownPage,
  readPackaged,
  sendToAllTabs,
  webTabs,
} from '../src/browser/worker-host.ts';
import { addHints } from '../src/core/annotation/hint.ts';
import { makeBackupFile } from '../src/library/files/backup-file.ts';
import type { BackupToWorker } from '../src/messages/backup-to-worker.ts';
import type { CallMessage } from '../src/messages/envelope.ts';
import { createReceiver } from '../src/messages/receiver.ts';
import type { ToWorker } from '../src/messages/to-worker.ts';
import { CORE, type DatasetDatabase, openDatasetDatabase } from '../src/storage/dataset-database.ts';
import { eraseDatabases } from '../src/storage/erase.ts';
import { openLibrary } from '../src/storage/library/open-library.ts';
import {
  eraseRemoved,
  lessRemoved,
  readRedirects,
  readWithdrawals,
} from '../src/storage/library/removals.ts';
import { createReleaseStore } from '../src/storage/releases.ts';
import { createRepositoryStore } from '../src/storage/repositories.ts';
import { rememberSmallRows } from '../src/storage/small-rows.ts';

// Extension pages forbid eval; zod otherwise probes for it.
z.config({ jitless: true });

export default defineBackground(() => {
  const database = openDatasetDatabase();
  const { pause, first } = createTurns();
  const memory = rememberSmallRows(database);
  const store = createReleaseStore(database, pause, memory);
  const repositories = createRepositoryStore(database, CORE, memory);
  const dataset = createDataset({
    store,
    repositories,
    pause,
    first,
    readBundled: () => readPackaged('/release.json'),
    announcedIndex: readIndexRelease,
    announceIndex: writeIndexRelease,
    isPackageTaken,
    packageTaken,
    digest: sha256,
  });
  const eraser = createEraser({
    begin: noteErasing,
    isBegun: isErasing,
    async databases() {
      await eraseDatabases(database);
      memory.forget();
    },
    storage: eraseStorage,
  });
  const ready = eraser
    .finish()
    .catch((error: unknown) => console.error('sidelight: erasing could not be ended', error));
  const announceNotes = createAnnouncer();
  const eraseFromNotes = async () => {
    const now = () => new Date().toISOString();
    const host = { now, newId: () => crypto.randomUUID(), changed: announceNotes };
    await eraseRemoved(database, () => openLibrary({ now, exclusively }), host).catch((error: unknown) =>
      // Taken up again when the library is opened next.
      console.error('sidelight: notes could not be cleaned', error),
    );
  };
  const updates = createUpdates({
    store,
    repositories,
    fetch: (...request) => fetch(...request),
    now: Date.now,
    random: Math.random,
    times: { small: { idle: 20_000, total: 60_000 }, large: { idle: 30_000, total: 15 * 60_000 } },
    mayFetch: hasHostPermission,
    alone: dataset.alone,
    async changed() {
      await dataset.changed();
      await eraseFromNotes();
    },
    setAlarm: setUpdateAlarm,
    keepAwake,
  });
  const openWelcome = () => openTab(ownPage('/welcome.html'), undefined);
  const tellOfUpdates = async () => {
    if ((await updates.untoldPlace()) !== null) await openWelcome();
  };
  const checkDue = () =>
    void ready
      .then(dataset.ready)
      .then(updates.checkDue)
      .catch((error: unknown) => console.error('sidelight: looking for updates failed', error));
  answerMessages(
    createReceiver<ToWorker, Sender>({
      handlers: createHandlers({
        dataset,
        store,
        first,
        pages: createLinkedPages(() => dataset.linker()),
        injectReader: (tab, frame) => injectScript(tab, frame, '/mentions.js'),
        injectHands: (tab, frame) => injectScript(tab, frame, '/hands.js'),
        hasAccess,
        injectToolsScript: (tab, frame) => injectScript(tab, frame, '/card-tools.js'),
        injectCardScript: async (tab, frame) => {
          await giveWords(tab, frame, 'sidelightWords', await readWords('card'));
          await injectScript(tab, frame, '/card.js');
        },
        readWords,
        readersLanguage,
        eraseStored: eraser.erase,
        updates,
        openTab,
        tellOfUpdates,
      }),
      parse: {
        cards: (a) => toWorkerArguments.cards.parse(a),
        injectReader: (a) => toWorkerArguments.injectReader.parse(a),
        injectHands: (a) => toWorkerArguments.injectHands.parse(a),
        mayRead: (a) => toWorkerArguments.mayRead.parse(a),
        path: (a) => toWorkerArguments.path.parse(a),
        injectCardScript: (a) => toWorkerArguments.injectCardScript.parse(a),
        injectToolsScript: (a) => toWorkerArguments.injectToolsScript.parse(a),
        words: (a) => toWorkerArguments.words.parse(a),
        announcement: (a) => toWorkerArguments.announcement.parse(a),
        openSource: (a) => toWorkerArguments.openSource.parse(a),
        linkPage: (a) => toWorkerArguments.linkPage.parse(a),
        datasetInfo: (a) => toWorkerArguments.datasetInfo.parse(a),
        eraseEverything: (a) => toWorkerArguments.eraseEverything.parse(a),
        updateState: (a) => toWorkerArguments.updateState.parse(a),
        updatePlaceShown: (a) => toWorkerArguments.updatePlaceShown.parse(a),
        checkForUpdates: (a) => toWorkerArguments.checkForUpdates.parse(a),
        addRepository: (a) => toWorkerArguments.addRepository.parse(a),
        changeRepository: (a) => toWorkerArguments.changeRepository.parse(a),
        removeRepository: (a) => toWorkerArguments.removeRepository.parse(a),
      },
      mayCall: (sender) => sender.extension === ownId(),
      ready,
      report: (error, name) => console.error(`sidelight: ${name} failed`, error),
    }),
  );
  startNotes(ready);
  startBackups(database, ready);
  onInstalled((isFirst) => {
    if (isFirst) void openWelcome();
    void ready
      .then(dataset.importBundled)
      .then(() => (isFirst ? undefined : tellOfUpdates()))
      .then(eraseFromNotes)
      .then(serveOpenTabs)
      .then(checkDue)
      .catch((error: unknown) =>
        console.error('sidelight: the bundled release could not be imported', error),
      );
  });
  onStartup(() => {
    // The page that was to open after the install may never have come.
    void ready
      .then(tellOfUpdates)
      .catch((error: unknown) => console.error('sidelight: the first page failed', error));
    checkDue();
  });
  onUpdateAlarm(checkDue);
  onAccessAdded(() => void serveOpenTabs().catch(() => undefined));
  onAccessRemoved(
    () =>
      void sendToAllTabs(accessChanged).catch((error: unknown) =>
        console.error('sidelight: pages were not told of a change of access', error),
      ),
  );
  onCommand(
    (command) =>
      void runCommand(command, activeTab, sendToTab).catch((error: unknown) =>
        console.error(`sidelight: ${command} failed`, error),
      ),
  );
});

/** Tabs that were open before the install, or before access was given, are served too; pages that refuse scripts are skipped. */
async function serveOpenTabs(): Promise<void> {
  const tabs = await webTabs();
  await Promise.allSettled(tabs.map((tab) => injectEverywhere(tab, '/scout.js', '/assets/marks.css')));
}

/** Every page asks for itself whether it is one that may not be read any more. */
const accessChanged: CallMessage = { sidelight: 'call', name: 'accessChanged', argument: null };
/** Keeping notes: a protocol, a database and a menu of their own. */
function startNotes(ready: Promise<unknown>): void {
  const now = () => new Date().toISOString();
  answerMessages(
    startKeeper<Sender>(
      {
        ready,
        open: () => openLibrary({ now, exclusively: exclusively }),
        now,
        newId: () => crypto.randomUUID(),
        digest: sha256,
        addHints: (keys) => changeHints((hints) => addHints(hints, keys)),
        announce: createAnnouncer(),
        persist: async () => void (await notesHost.persistStorage()),
        async inject(tab, frame) {
          await giveWords(tab, frame, 'sidelightNoteWords', await readWords('notes'));
          await notesHost.injectNotes(tab, frame);
        },
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
  const setMenus = () =>
    void readWords('announce')
      .then((words) => notesHost.setMenus(menusIn(words)))
      .catch((error: unknown) => console.error('sidelight: the menu could not be set', error));
  onInstalled(setMenus);
  // The browser keeps menus as they were; its own language may have changed since it was closed.
  onStartup(setMenus);
  onLanguageChanged(setMenus, new AbortController().signal);
}

/** Scheduled backups of the library. */
function startBackups(releases: DatasetDatabase, ready: Promise<unknown>): void {
  const now = () => new Date().toISOString();
  const backups = createBackups({
    now,
    read: readBackupState,
    change: changeBackupState,
    mayDownload,
    build: () =>
      backupHost.buildBackup(async () => {
        const cleaned = lessRemoved(await readWithdrawals(releases), await readRedirects(releases));
        const opened = await openLibrary({ now, exclusively });
        const { file, name, notes } = await makeBackupFile(opened, now, () => crypto.randomUUID(), cleaned);
        return { url: URL.createObjectURL(file), name, notes, bytes: file.size };
      }),
    download: backupHost.download,
    release: backupHost.releaseBackup,
    alarm: async (on) =>
      backupHost.showBackupAlarm(on ? backupsStoppedIn(await readWords('announce')) : null),
  });
  answerMessages(
    createReceiver<BackupToWorker, Sender>({
      handlers: backupHandlers(backups),
      parse: backupArguments,
      mayCall: (sender) => sender.extension === ownId() && sender.ownPage,
      ready,
      report: (error, name) => console.error(`sidelight: ${name} failed`, error),
    }),
  );
  backupHost.onBackupAlarm(
    () =>
      void ready
        .then(backups.tick)
        .catch((error: unknown) => console.error('sidelight: the backup failed', error)),
  );
}
