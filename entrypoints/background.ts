/** The worker: builds its parts, hands each what it needs of the browser, and starts listening. What they do stands in src. */
import { defineBackground } from 'wxt/utils/define-background';
import { z } from 'zod';
import { backupsStoppedIn, menusIn } from '../src/background/browser-words.ts';
import { runCommand } from '../src/background/commands.ts';
import { createDataset, type Dataset } from '../src/background/dataset.ts';
import { createEraser, type Eraser } from '../src/background/erase.ts';
import { createHandlers, type HandlerHost } from '../src/background/handlers.ts';
import { createLinkedPages } from '../src/background/linked-pages.ts';
import { backupArguments, backupHandlers, createBackups } from '../src/background/notes/backups.ts';
import { startKeeper } from '../src/background/notes/start-keeper.ts';
import { createScoutEverywhere } from '../src/background/scout-everywhere.ts';
import { createUpdates, type Updates, type UpdatesHost } from '../src/background/updates.ts';
import { workerArguments } from '../src/background/worker-arguments.ts';
import { keepAwake, onStartup, onUpdateAlarm, setUpdateAlarm } from '../src/browser/alarms.ts';
import * as backupHost from '../src/browser/backup-host.ts';
import { changeBackupState, mayDownload, readBackupState } from '../src/browser/backup-store.ts';
import { sha256 } from '../src/browser/digest.ts';
import { isScoutOn, onNeedForScout, turnScoutOff, turnScoutOn } from '../src/browser/everywhere-script.ts';
import { hasHostPermission } from '../src/browser/host-permission.ts';
import { readIndexRelease, writeIndexRelease } from '../src/browser/index-store.ts';
import { createAnnouncer, exclusively } from '../src/browser/library-channel.ts';
import { whileWriting } from '../src/browser/loader-channel.ts';
import { createThreads } from '../src/browser/loader-thread.ts';
import { answerMessages, ownId, type Sender, sendToTab } from '../src/browser/messaging.ts';
import { changeHints } from '../src/browser/note-hints.ts';
import * as notesHost from '../src/browser/notes-host.ts';
import { isPackageTaken, packageTaken } from '../src/browser/package-store.ts';
import { readPageStore } from '../src/browser/page-store.ts';
import { onLanguageChanged } from '../src/browser/settings-store.ts';
import { readWords, rememberLanguage } from '../src/browser/words-store.ts';
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
  type PackagedScript,
  readPackaged,
  sendToAllTabs,
  webTabs,
} from '../src/browser/worker-host.ts';
import { addHints } from '../src/core/annotation/hint.ts';
import { makeBackupFile } from '../src/library/files/backup-file.ts';
import { createLoader, DATASET_TIMES, type LoadProgress } from '../src/loading/loader.ts';
import { createThreadLoader, NoThread } from '../src/loading/thread.ts';
import { createTurns } from '../src/loading/turns.ts';
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
import { createReleaseStore, type ReleaseStore } from '../src/storage/releases.ts';
import { createRepositoryStore } from '../src/storage/repositories.ts';
import { rememberSmallRows, type SmallRowsMemory } from '../src/storage/small-rows.ts';

// Extension pages forbid eval; zod otherwise probes for it.
z.config({ jitless: true });

const now = () => new Date().toISOString();
const newId = () => crypto.randomUUID();
const openNotes = () => openLibrary({ now, exclusively });
const failed = (what: string) => (error: unknown) => console.error(`sidelight: ${what}`, error);

export default defineBackground(() => {
  const database = openDatasetDatabase();
  const { pause, giveWay, first: firstHere } = createTurns();
  const memory = rememberSmallRows(database);
  const store = createReleaseStore(database, pause, memory);
  const threads = createThreads<LoadProgress>((cause) => new NoThread('none could be started', { cause }));
  const first = <T>(work: () => Promise<T>) => firstHere(work).finally(threads.asked);
  const loader = createThreadLoader({
    withThread: threads.withThread,
    here: createLoader({
      store,
      pause,
      fetch: (...request) => fetch(...request),
      times: DATASET_TIMES,
      exclusively: whileWriting,
    }),
  });
  const repositories = createRepositoryStore(database, CORE, memory);
  const dataset = createDataset({
    store,
    repositories,
    loader,
    first,
    giveWay,
    exclusively: whileWriting,
    readBundled: () => readPackaged('/release.json'),
    announcedIndex: readIndexRelease,
    announceIndex: writeIndexRelease,
    isPackageTaken,
    packageTaken,
    digest: sha256,
  });
  const eraser = startEraser(database, memory, store);
  const ready = eraser.finish().catch(failed('erasing could not be ended'));
  const cleanNotes = notesCleaner(database);
  const updates = startUpdates({ store, repositories, loader }, dataset, cleanNotes);
  const openWelcome = () => openTab(ownPage('/welcome.html'), undefined);
  const tellOfUpdates = async () => {
    if ((await updates.untoldPlace()) !== null) await openWelcome();
  };
  answerPages(ready, { dataset, store, first, updates, eraseStored: eraser.erase, tellOfUpdates });
  startNotes(ready);
  startBackups(database, ready);
  startDataset(ready, { dataset, updates, cleanNotes, openWelcome, tellOfUpdates });
  followAccess();
  followNeedForScout(ready);
  onCommand((command) => void runCommand(command, activeTab, sendToTab).catch(failed(`${command} failed`)));
});

function startEraser(
  database: DatasetDatabase,
  memory: SmallRowsMemory,
  store: Pick<ReleaseStore, 'forgetAll'>,
): Eraser {
  return createEraser({
    begin: noteErasing,
    isBegun: isErasing,
    async databases() {
      try {
        await eraseDatabases(database);
      } finally {
        // Also when only some could be deleted: what is answered from memory would seem to be there still.
        memory.forget();
        store.forgetAll();
      }
    },
    storage: eraseStorage,
  });
}

/** Takes out of the notes what releases have removed. What fails is taken up again when the library is opened next. */
function notesCleaner(database: DatasetDatabase): () => Promise<void> {
  const host = { now, newId, changed: createAnnouncer() };
  return async () => {
    await eraseRemoved(database, openNotes, host).catch(failed('notes could not be cleaned'));
  };
}

function startUpdates(
  parts: Pick<UpdatesHost, 'store' | 'repositories' | 'loader'>,
  dataset: Dataset,
  cleanNotes: () => Promise<void>,
): Updates {
  return createUpdates({
    ...parts,
    fetch: (...request) => fetch(...request),
    now: Date.now,
    random: Math.random,
    times: { idle: 20_000, total: 60_000 },
    mayFetch: hasHostPermission,
    alone: dataset.alone,
    async changed() {
      await dataset.changed();
      await cleanNotes();
    },
    setAlarm: setUpdateAlarm,
    keepAwake,
  });
}

type AnswerParts = Pick<
  HandlerHost,
  'dataset' | 'store' | 'first' | 'updates' | 'eraseStored' | 'tellOfUpdates'
>;

/** What pages and the extension's own pages ask of the worker. */
function answerPages(ready: Promise<unknown>, parts: AnswerParts): void {
  const handlers = createHandlers({
    ...parts,
    pages: createLinkedPages(() => parts.dataset.linker()),
    injectReader: (tab, frame) => injectScript(tab, frame, '/mentions.js'),
    injectHands: (tab, frame) => injectScript(tab, frame, '/hands.js'),
    hasAccess,
    injectToolsScript: (tab, frame) => injectScript(tab, frame, '/card-tools.js'),
    injectCardScript: async (tab, frame) => {
      await giveWords(tab, frame, 'sidelightWords', await readWords('card'));
      await injectScript(tab, frame, '/card.js');
    },
    readWords,
    readersLanguage: rememberLanguage(new AbortController().signal),
    openTab,
  });
  answerMessages(
    createReceiver<ToWorker, Sender>({
      handlers,
      parse: workerArguments,
      mayCall: (sender) => sender.extension === ownId(),
      ready,
      report: (error, name) => failed(`${name} failed`)(error),
    }),
  );
}

interface DatasetParts {
  readonly dataset: Dataset;
  readonly updates: Updates;
  cleanNotes(): Promise<void>;
  openWelcome(): Promise<void>;
  tellOfUpdates(): Promise<void>;
}

/** The bundled release when a package is new, and looking for later ones. */
function startDataset(ready: Promise<unknown>, parts: DatasetParts): void {
  const { dataset, updates, cleanNotes, openWelcome, tellOfUpdates } = parts;
  const checkDue = () =>
    void ready.then(dataset.ready).then(updates.checkDue).catch(failed('looking for updates failed'));
  onInstalled((isFirst) => {
    if (isFirst) void openWelcome().catch(failed('the first page failed'));
    void ready
      .then(dataset.importBundled)
      .then(() => (isFirst ? undefined : tellOfUpdates()))
      .then(cleanNotes)
      .then(serveOpenTabs)
      .then(checkDue)
      .catch(failed('the bundled release could not be imported'));
  });
  onStartup(() => {
    // The page that was to open after the install may never have come.
    void ready.then(tellOfUpdates).catch(failed('the first page failed'));
    checkDue();
  });
  onUpdateAlarm(checkDue);
}

function followAccess(): void {
  onAccessAdded(() => void serveOpenTabs().catch(() => undefined));
  onAccessRemoved(
    () => void sendToAllTabs(accessChanged).catch(failed('pages were not told of a change of access')),
  );
}

/** Tabs that were open before the install, or before access was given, are served too; pages that refuse scripts are skipped. */
async function serveOpenTabs(): Promise<void> {
  await bringToOpenTabs('/scout.js', '/assets/marks.css');
  // What the browser brings by itself comes to pages that are opened from now on.
  if (await isScoutOn()) await bringToOpenTabs('/everywhere.js', null);
}

async function bringToOpenTabs(file: PackagedScript, css: string | null): Promise<void> {
  const tabs = await webTabs();
  await Promise.allSettled(tabs.map((tab) => injectEverywhere(tab, file, css)));
}

/** For readers who need more on a page than a glance. */
function followNeedForScout(ready: Promise<unknown>): void {
  const everywhere = createScoutEverywhere({
    read: readPageStore,
    isOn: isScoutOn,
    turnOn: turnScoutOn,
    turnOff: turnScoutOff,
    serveOpenTabs: () => bringToOpenTabs('/everywhere.js', null),
  });
  const follow = () =>
    void ready.then(everywhere.follow).catch(failed('the scout could not be brought to every page'));
  onNeedForScout(follow);
  onInstalled(follow);
  onStartup(follow);
}

/** Every page asks for itself whether it is one that may not be read any more. */
const accessChanged: CallMessage = { sidelight: 'call', name: 'accessChanged', argument: null };

/** Keeping notes: a protocol, a database and a menu of their own. */
function startNotes(ready: Promise<unknown>): void {
  answerMessages(
    startKeeper<Sender>(
      {
        ready,
        open: openNotes,
        now,
        newId,
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
        report: (error, what) => failed(`${what} failed`)(error),
      },
      (sender) => sender.extension === ownId(),
    ),
  );
  const setMenus = () =>
    void readWords('announce')
      .then((words) => notesHost.setMenus(menusIn(words)))
      .catch(failed('the menu could not be set'));
  onInstalled(setMenus);
  // The browser keeps menus as they were; its own language may have changed since it was closed.
  onStartup(setMenus);
  onLanguageChanged(setMenus, new AbortController().signal);
}

/** Scheduled backups of the library. */
function startBackups(releases: DatasetDatabase, ready: Promise<unknown>): void {
  const backups = createBackups({
    now,
    read: readBackupState,
    change: changeBackupState,
    mayDownload,
    build: () =>
      backupHost.buildBackup(async () => {
        const cleaned = lessRemoved(await readWithdrawals(releases), await readRedirects(releases));
        const { file, name, notes } = await makeBackupFile(await openNotes(), now, newId, cleaned);
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
      report: (error, name) => failed(`${name} failed`)(error),
    }),
  );
  backupHost.onBackupAlarm(() => void ready.then(backups.tick).catch(failed('the backup failed')));
}
