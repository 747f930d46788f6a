/**
 * Everything that is ever asked of the worker and of the library's engine, and everything that happens to the worker: one row
 * for each message and event, or several where it may go several ways. tests/house/killed-rows.test.ts sees that none is missing.
 */
import type { Annotation } from '../../../src/core/annotation/annotation.ts';
import { addHints } from '../../../src/core/annotation/hint.ts';
import { pageKeys } from '../../../src/core/annotation/page-key.ts';
import type { BackupToWorker } from '../../../src/messages/backup-to-worker.ts';
import type { NotesToWorker } from '../../../src/messages/notes-to-worker.ts';
import { EVERYTHING, type ToLibrary } from '../../../src/messages/to-library.ts';
import type { ToWorker } from '../../../src/messages/to-worker.ts';
import { aFact, aNote, fileOf } from '../notes.ts';
import type { Extension } from './extension.ts';
import type { Kept } from './kept.ts';
import type { Asked, View } from './scene.ts';
import { ADDED_SITE, CORE_SITE, IDS } from './sites.ts';

/** What the rows need to know of the datasets that are served. */
export interface Given {
  /** Fingerprint of the dataset that a reader may add, and the id that it then has. */
  readonly fingerprint: string;
  readonly added: string;
}

export interface Row {
  readonly about?: string;
  /** Nothing was there before: the extension has just come. */
  readonly isNew?: true;
  /** What the reader has done before. */
  readonly before?: (asked: Asked, given: Given) => Promise<unknown>;
  /** How what is kept differs from that of other readers. */
  readonly with?: (kept: Kept) => Kept;
  /** Releases that are newer than the reader's: served by both datasets, or come with a new version of the extension. */
  readonly newer?: 'served' | 'packaged';
  /** Files of backups are made by a hidden page. */
  readonly hasHiddenPage?: boolean;
  /** What a process is asked first, unharmed. */
  readonly first?: (asked: Asked) => Promise<unknown>;
  readonly ask: (asked: Asked, extension: Extension, given: Given) => Promise<unknown>;
  /** What comes after the process has ended, where it is not the same that is asked again. */
  readonly afterwards?: (asked: Asked, given: Given, extension: Extension) => Promise<unknown>;
  /** Done a second time it does more, or is refused: it is only asked again if it was not done. */
  readonly once?: true;
  /** What comes after a refusal, where it is not that: a check that failed is not made anew at once, but by hand. */
  readonly afterRefusal?: Row['afterwards'];
  /** Found besides where one step was refused, and the worker lives. */
  readonly betweenRefusals?: Row['between'];
  /** States beside the old and the new one that may be found, and why. */
  readonly between?: readonly ((view: View, before: View, after: View) => boolean)[];
}

export type Rows<Protocol> = { readonly [Message in keyof Protocol]: readonly Row[] };

/** Two notes are in every reader's library: `a`, which cites the dataset, and `b`. */
export const NOTES: readonly Annotation[] = [
  aNote({ id: 'a', note: 'The first.', facts: [aFact('e-1/s')] }),
  aNote({ id: 'b', note: 'The second.', page: { ...aNote().page, url: 'https://news.example/other' } }),
];
export const PAGES = [...NOTES.map(({ page }) => page.url), 'https://news.example/third'];

const THIRD = aNote({ id: 'c', note: 'The third.', page: { ...aNote().page, url: PAGES[2] ?? '' } });
const hasTold = ({ worker }: Asked) => worker.updatePlaceShown({ address: CORE_SITE });
const byHand = async (asked: Asked) => {
  await hasTold(asked);
  await asked.worker.checkForUpdates({ repository: null });
};
const add = ({ worker }: Asked, { fingerprint }: Given) =>
  worker.addRepository({ address: ADDED_SITE, fingerprint, label: 'Added', colour: '#336699' });
const speaks = (language: string) => (kept: Kept) => ({
  ...kept,
  local: { ...kept.local, settings: { language } },
});
/** The row of an added dataset comes first, what it serves later. */
const withoutItsRelease = ({ cards, datasets }: View, before: View) =>
  cards.length === before.cards.length && datasets.length > before.datasets.length;

export const WORKER_ROWS: Rows<ToWorker> = {
  cards: [
    { ask: ({ workerFromPage }) => workerFromPage.cards({ ids: IDS }) },
    {
      about: 'of a reader of Cyrillic',
      with: speaks('sr'),
      ask: ({ workerFromPage }) => workerFromPage.cards({ ids: IDS }),
    },
    {
      about: 'before anything is there',
      isNew: true,
      ask: ({ workerFromPage }) => workerFromPage.cards({ ids: IDS }),
    },
  ],
  injectReader: [{ ask: ({ workerFromPage }) => workerFromPage.injectReader(null) }],
  prepareLinking: [{ ask: ({ workerFromPage }) => workerFromPage.prepareLinking(null) }],
  mayRead: [{ ask: ({ workerFromPage }) => workerFromPage.mayRead(null) }],
  path: [{ ask: ({ worker }) => worker.path({ from: 'e-0', to: 'e-1', preferred: [] }) }],
  injectCardScript: [
    { ask: ({ workerFromPage }) => workerFromPage.injectCardScript(null) },
    {
      about: 'in German',
      with: speaks('de'),
      ask: ({ workerFromPage }) => workerFromPage.injectCardScript(null),
    },
  ],
  injectHands: [{ ask: ({ workerFromPage }) => workerFromPage.injectHands(null) }],
  injectToolsScript: [{ ask: ({ workerFromPage }) => workerFromPage.injectToolsScript(null) }],
  words: [{ with: speaks('de'), ask: ({ worker }) => worker.words({ part: 'card' }) }],
  announcement: [
    { ask: ({ workerFromPage }) => workerFromPage.announcement({ what: 'found', mentions: 2, entities: 1 }) },
  ],
  openSource: [
    { ask: ({ workerFromPage }) => workerFromPage.openSource({ url: 'https://source.example/' }) },
  ],
  datasetInfo: [
    { ask: ({ worker }) => worker.datasetInfo(null) },
    { about: 'before anything is there', isNew: true, ask: ({ worker }) => worker.datasetInfo(null) },
  ],
  linkPage: [
    {
      ask: ({ workerFromPage }) =>
        workerFromPage.linkPage({
          page: 'x',
          from: null,
          language: 'en',
          changes: [{ at: 0, remove: 0, insert: ['Entity 1 sold cameras.'] }],
        }),
    },
  ],
  eraseEverything: [
    {
      before: add,
      ask: ({ worker }) => worker.eraseEverything(null),
      // The dataset went; the rest is noted, and goes when it is asked again or a worker starts.
      betweenRefusals: [({ version }, _, after) => version === after.version],
    },
  ],
  updateState: [{ before: add, ask: ({ worker }) => worker.updateState(null) }],
  updatePlaceShown: [
    { isNew: true, before: ({ worker }) => worker.datasetInfo(null), ask: hasTold, afterRefusal: byHand },
  ],
  checkForUpdates: [
    { about: 'that brings nothing', ask: ({ worker }) => worker.checkForUpdates({ repository: null }) },
    {
      about: 'that brings a release',
      newer: 'served',
      ask: ({ worker }) => worker.checkForUpdates({ repository: 'core' }),
    },
  ],
  addRepository: [
    {
      ask: (asked, _, given) => add(asked, given),
      between: [withoutItsRelease],
      // Refused when it is there already; what it says is then had by looking for updates.
      afterwards: async (asked, given) => {
        await add(asked, given).catch((error: Error) => {
          if (error.message !== 'here-already') throw error;
        });
        await asked.worker.checkForUpdates({ repository: given.added });
      },
    },
  ],
  changeRepository: [
    {
      about: 'renames',
      before: add,
      ask: ({ worker }, _, { added }) => worker.changeRepository({ id: added, label: 'Renamed' }),
    },
    {
      about: 'turns off',
      before: add,
      ask: ({ worker }, _, { added }) => worker.changeRepository({ id: added, enabled: false }),
    },
  ],
  removeRepository: [
    { before: add, ask: ({ worker }, _, { added }) => worker.removeRepository({ id: added }) },
  ],
};

export const NOTES_ROWS: Rows<NotesToWorker> = {
  saveNote: [
    { ask: ({ notes }) => notes.saveNote({ note: THIRD }) },
    { about: 'the first of all', isNew: true, ask: ({ notes }) => notes.saveNote({ note: THIRD }) },
    {
      about: 'under an id that another note has',
      ask: ({ notes }) => notes.saveNote({ note: aNote({ id: 'a', note: 'Another.' }) }),
    },
  ],
  changeNote: [
    { ask: ({ notes }) => notes.changeNote({ id: 'b', base: 1, change: { note: 'Changed.' } }) },
    {
      about: 'that was changed elsewhere',
      before: ({ notes }) => notes.changeNote({ id: 'b', base: 1, change: { note: 'Elsewhere.' } }),
      ask: ({ notes }) => notes.changeNote({ id: 'b', base: 1, change: { note: 'Changed.' } }),
    },
  ],
  removeNote: [{ ask: ({ notes }) => notes.removeNote({ id: 'b' }) }],
  notesOnPage: [{ ask: ({ notes }) => notes.notesOnPage({ urls: PAGES }) }],
  injectNotes: [
    { ask: ({ notes }) => notes.injectNotes(null) },
    { about: 'in German', with: speaks('de'), ask: ({ notes }) => notes.injectNotes(null) },
  ],
  openLibrary: [
    { ask: ({ notes }) => notes.openLibrary({ note: 'a', page: null }) },
    {
      about: 'that is open already',
      before: ({ notes }) => notes.openLibrary({ note: null, page: null }),
      ask: ({ notes }) => notes.openLibrary({ note: null, page: PAGES[0] ?? '' }),
    },
  ],
};

const BACKED_UP_DAILY = (kept: Kept): Kept => ({
  ...kept,
  local: {
    ...kept.local,
    libraryBackup: { every: 'daily', since: '2020-01-01T00:00:00.000Z', last: null, failed: null },
  },
  alarms: { ...kept.alarms, 'library-backup': {} },
});

export const BACKUP_ROWS: Rows<BackupToWorker> = {
  makeBackup: [
    { ask: ({ backup }) => backup.makeBackup(null) },
    { about: 'by a hidden page', hasHiddenPage: true, ask: ({ backup }) => backup.makeBackup(null) },
  ],
};

const open = ({ library }: Asked) => library.open(null);
/** A note of the library with other words, and one more. */
const IMPORTED = fileOf([aNote({ id: 'b', note: 'From a file.' }), THIRD]);
/** The page keeps the hints of what it imports before the notes are written. */
const hinted = (kept: Kept): Kept => ({
  ...kept,
  local: {
    ...kept.local,
    noteHints: addHints(String(kept.local.noteHints), pageKeys([THIRD.page.url, aNote().page.url])),
  },
});
const previewed = async (asked: Asked) => {
  await open(asked);
  const { library } = asked;
  await library.previewImport({ file: IMPORTED, name: 'x' });
};

export const LIBRARY_ROWS: Rows<ToLibrary> = {
  open: [{ ask: open }, { about: 'that is empty', isNew: true, ask: open }],
  search: [
    {
      first: open,
      ask: ({ library }) => library.search({ query: { ...EVERYTHING, text: 'first' }, from: 0, count: 9 }),
    },
  ],
  findIds: [{ first: open, ask: ({ library }) => library.findIds({ query: EVERYTHING }) }],
  facets: [{ first: open, ask: ({ library }) => library.facets(null) }],
  notes: [{ first: open, ask: ({ library }) => library.notes({ ids: ['a', 'b'] }) }],
  factStates: [{ first: open, ask: ({ library }) => library.factStates({ ids: ['a'] }) }],
  cards: [{ first: open, ask: ({ library }) => library.cards({ ids: IDS }) }],
  change: [
    { first: open, ask: ({ library }) => library.change({ id: 'b', base: 1, change: { note: 'New.' } }) },
  ],
  bulk: (
    [
      { kind: 'tag', tag: 'new' },
      { kind: 'untag', tag: 'belgrade' },
      { kind: 'colour', colour: 'pink' },
      { kind: 'delete' },
    ] as const
  ).map((deed) => ({
    about: deed.kind,
    first: open,
    ask: ({ library }) => library.bulk({ ids: ['a', 'b'], deed }),
  })),
  undo: [{ first: open, once: true, ask: ({ library }) => library.undo(null) }],
  undoable: [{ first: open, ask: ({ library }) => library.undoable(null) }],
  exportFile: [{ first: open, ask: ({ library }) => library.exportFile({ format: 'json-ld', ids: null }) }],
  previewImport: [
    { first: open, ask: ({ library }) => library.previewImport({ file: IMPORTED, name: 'x' }) },
  ],
  importHints: [{ first: previewed, ask: ({ library }) => library.importHints(null) }],
  commitImport: [
    {
      with: hinted,
      once: true,
      first: previewed,
      ask: ({ library }) => library.commitImport({ keepBoth: false }),
    },
    {
      about: 'that keeps both of a note',
      with: hinted,
      first: previewed,
      once: true,
      ask: ({ library }) => library.commitImport({ keepBoth: true }),
    },
  ],
  dropImport: [{ first: previewed, ask: ({ library }) => library.dropImport(null) }],
  health: [{ first: open, ask: ({ library }) => library.health(null) }],
  checkIntegrity: [{ first: open, ask: ({ library }) => library.checkIntegrity(null) }],
  mend: [{ first: open, ask: ({ library }) => library.mend({ ids: ['a'] }) }],
  drill: [{ first: open, ask: ({ library }) => library.drill({ file: IMPORTED }) }],
  eraseAll: [{ first: open, ask: ({ library }) => library.eraseAll(null) }],
};

/** The browser does not repeat what it told a worker that ended: the next thing to happen is its own start. */
const starts: Row['afterwards'] = (_, __, extension) => extension.happen('runtime.onStartup');
const tab = { id: 1, url: PAGES[0] };

/** By the name under which the worker listens. */
export const EVENT_ROWS: Readonly<Record<string, readonly Row[]>> = {
  'runtime.onInstalled': [
    {
      about: 'for the first time',
      isNew: true,
      ask: (_, extension) => extension.happen('runtime.onInstalled', { reason: 'install' }),

      afterwards: starts,
    },
    {
      about: 'with a newer release',
      newer: 'packaged',
      ask: (_, extension) => extension.happen('runtime.onInstalled', { reason: 'update' }),

      afterwards: starts,
    },
  ],
  // With a check due, it does what the alarm does.
  'runtime.onStartup': [{ ask: (_, extension) => extension.happen('runtime.onStartup') }],
  'alarms.onAlarm': [
    {
      about: 'to look for updates',
      newer: 'served',
      with: isDue,
      ask: (_, extension) => extension.happen('alarms.onAlarm', { name: 'updates' }),
      afterRefusal: byHand,
    },
    {
      about: 'to make a backup',
      with: BACKED_UP_DAILY,
      ask: (_, extension) => extension.happen('alarms.onAlarm', { name: 'library-backup' }),
    },
  ],
  'permissions.onAdded': [{ ask: (_, extension) => extension.happen('permissions.onAdded', {}) }],
  'permissions.onRemoved': [{ ask: (_, extension) => extension.happen('permissions.onRemoved', {}) }],
  'commands.onCommand': ['next-mention', 'previous-mention', 'pause', 'save-selection'].map((command) => ({
    about: command,
    ask: (_, extension) => extension.happen('commands.onCommand', command),
  })),
  'contextMenus.onClicked': ['save-selection', 'save-page'].map((menuItemId) => ({
    about: menuItemId,
    ask: (_, extension) => extension.happen('contextMenus.onClicked', { menuItemId, frameId: 0 }, tab),
  })),
  'storage.onChanged': [
    {
      about: 'to another language',
      with: speaks('de'),
      ask: (_, extension) =>
        extension.happen(
          'storage.onChanged',
          { settings: { oldValue: { language: 'en' }, newValue: { language: 'de' } } },
          'local',
        ),
    },
  ],
};

/** The time for the next check has come. */
function isDue(kept: Kept): Kept {
  const { 'sidelight-dataset': dataset, ...others } = kept.databases;
  if (!dataset) throw new Error('there is no dataset');
  const { repositories } = dataset.tables;
  const rows = (repositories?.rows ?? []).map((row) => {
    const { check, ...rest } = row as { check: object };
    return { ...rest, check: { ...check, due: 1 } };
  });
  const tables = {
    ...dataset.tables,
    repositories: { ...repositories, rows } as typeof repositories & object,
  };
  return { ...kept, databases: { ...others, 'sidelight-dataset': { ...dataset, tables } } };
}
