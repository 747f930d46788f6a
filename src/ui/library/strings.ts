/**
 * The words of the library page, in English. Same rules as ../strings.ts: locales translate by key, words are read when they
 * are shown, and a number in a message is one of its arguments (its plural forms are the language's).
 */
import type { FactState } from '../../core/annotation/facts.ts';
import type { ItemProblemCode } from '../../core/annotation/item-problem.ts';
import type { BackupEvery, BackupFailure } from '../../core/settings/backup.ts';
import type {
  BulkDeed,
  ExportFormat,
  ImportWarning,
  IntegritySummary,
  LibraryQuery,
  LibraryState,
} from '../../messages/to-library.ts';

type Rescue = Extract<LibraryState, { state: 'rescue' }>;

export { COLOUR } from '../notes/strings.ts';

export const SORT: Readonly<Record<LibraryQuery['sort'], string>> = {
  relevance: 'Best match',
  modified: 'Last changed',
  created: 'Date saved',
};

export const ONLY: Readonly<Record<NonNullable<LibraryQuery['only']>, string>> = {
  hasNote: 'with a note of mine',
  hasFacts: 'citing the dataset',
  hasPassage: 'with a passage',
  isTwin: 'kept in two versions',
  isImported: 'imported',
  isArchived: 'with an archived copy',
};

/** What a format is called, and what it is for. */
export const EXPORT_FORMAT: Readonly<Record<ExportFormat, readonly [name: string, use: string]>> = {
  'json-ld': [
    'Web Annotation (JSON-LD)',
    'Everything, without loss. For backups, and for moving to another browser.',
  ],
  markdown: ['Markdown, one file', 'For reading and writing on.'],
  'markdown-folder': [
    'Markdown, a folder',
    'One file for each note, for Obsidian, Logseq and other note apps.',
  ],
  csv: ['Table (CSV)', 'For spreadsheets: my words, quotations and dataset text in columns of their own.'],
  html: ['Web page (HTML)', 'One page that opens anywhere, without a connection.'],
  'csl-json': ['CSL-JSON', 'References for Zotero, Pandoc and others, with the notes in them.'],
  ris: ['RIS', 'References for nearly every citation manager.'],
  bibtex: ['BibTeX', 'References for LaTeX.'],
};

export const FACT_STATE: Readonly<Record<Exclude<FactState['state'], 'same'>, string>> = {
  changed: 'The dataset says something else now',
  disputed: 'Disputed since you cited it',
  corrected: 'Corrected since you cited it',
  superseded: 'Superseded since you cited it',
  retracted: 'Retracted since you cited it',
  withdrawn: 'No longer in the dataset',
  removed: 'Removed from the dataset',
};

export const EVERY: Readonly<Record<BackupEvery, string>> = {
  off: 'Never',
  daily: 'Every day',
  weekly: 'Every week',
};

/** The way back from what was done last; how many notes that was. */
export const DEED: Readonly<Record<string, (n: number) => string>> = {
  save: (n) => `Undo saving ${notes(n)}`,
  edit: () => 'Undo the last edit',
  delete: (n) => `Undo deleting ${notes(n)}`,
  import: (n) => `Undo importing ${notes(n)}`,
  tag: (n) => `Undo tagging ${notes(n)}`,
  recolour: (n) => `Undo colouring ${notes(n)}`,
};

/** Said once it is done, beside the way back. */
export const DONE: Readonly<Record<BulkDeed['kind'], (n: number) => string>> = {
  tag: (n) => `${notes(n)} tagged`,
  untag: (n) => `Tag taken off ${notes(n)}`,
  colour: (n) => `${notes(n)} coloured`,
  delete: (n) => `${notes(n)} deleted`,
};

/** What is wrong with a note of the library. */
export const IN_LIBRARY: Readonly<Record<IntegritySummary['problems'][number]['kind'], string>> = {
  unreadable: 'cannot be read',
  altered: 'its passage is not the one that was saved',
  'lost-keys': 'search by page would miss it',
};

/** Why an item of a file is no note that can be taken in. */
export const ITEM_PROBLEM: Readonly<Record<ItemProblemCode, string>> = {
  'no-record': 'it is not a record',
  'no-id': 'it has no id',
  'no-address': 'it is about nothing that has a web address',
  'no-date': 'it has no date',
  'note-too-long': 'its note is longer than a million letters',
  'bad-passage': 'its passage cannot be read',
  'bad-json': 'it is not sound JSON',
  'unknown-form': 'it is no note that is known here; its fields',
  reply: 'it is a reply to another note, and replies are not kept',
  'id-twice': 'its id stands in the file twice',
  'cut-off': 'the file breaks off in it',
  'read-error': 'the file could not be read to its end',
  'empty-file': 'the file is empty',
  'other-format':
    'it is in a format that is not read; JSON (Hypothesis, Zotero, Web Annotations, backups) and RIS are',
  'no-notes': 'no notes are in it',
  'items-too-long': 'items longer than any note',
  'too-deep': 'it is nested too deeply',
  'too-many-copies': 'it has more notes, tags and authors together than can be taken in; it is about',
  'file-too-large':
    'too large to be taken in at once: nothing of it is taken, split it and import the parts; limit',
};

/** Said about a file as a whole. */
export const FILE_WARNING: Readonly<
  Record<ImportWarning['kind'], (a: string | number, b: number) => string>
> = {
  'cut-off': () => 'The file breaks off before its end. What was whole is kept.',
  'newer-format': () =>
    'A newer version of Sidelight wrote this file. What this version understands is kept; update to take in the rest.',
  encoding: (encoding) => `The file is not in UTF-8; it was read as ${encoding}.`,
  count: (stated, found) =>
    `Notes in the file by its own count: ${digits(stated)}; could be read: ${digits(found)}.`,
};

/** Why the library is read-only. */
export const RESCUE_WHY: Readonly<Record<Rescue['reason'], string>> = {
  newer:
    'This library was written by a newer version of Sidelight. It is shown as it is, and nothing is changed. Update the extension to write again.',
  upgrade:
    'An update of the library failed, and everything was put back as it was before. Your notes are shown read-only. Export them now; then reload this page to try again.',
  unreadable: 'The browser cannot open the library for writing. What could be read is shown. Export it now.',
};

/** Where what is shown of a library that cannot be written comes from. */
export const RESCUE_FROM: Readonly<Record<Rescue['from'], (date: string) => string>> = {
  database: () => 'Read from the library itself.',
  dump: (date) => `Read from the copy that was made before the last update, on ${date}.`,
  nothing: () => 'Nothing could be read. A backup file can be imported once the library opens again.',
};

/** Why a backup was not made. */
export const BACKUP_FAILED: Readonly<Record<BackupFailure, string>> = {
  permission: 'the permission to write files was taken away',
  incomplete: 'the file is not whole',
  'read-only': 'the library is read-only',
  'not-written': 'the browser could not write the file',
  removed: 'the download was removed',
};

/** How to begin: what to do, and how. */
export const FIRST_STEP = {
  select: [
    'Select',
    'Mark some words in an article and press Save beside them, or Alt+Shift+S, or use the context menu.',
  ],
  card: [
    'Save a card',
    'Open the card of a name and press Save: the sentence is kept with the statements of the card, as they read that day.',
  ],
  return: [
    'Come back',
    'Your passages are marked when you return. If the publisher changed them, the difference is shown.',
  ],
} as const;

/** The keys as keyboards of the language name them, and what each does. */
export const KEY = {
  search: ['/', 'search'],
  move: ['↓ ↑', 'next, previous note'],
  open: ['Enter', 'open'],
  edit: ['e', 'edit'],
  select: ['x', 'select'],
  selectAll: ['Shift+x', 'select all that is found'],
  delete: ['Delete', 'delete'],
  undo: ['Ctrl+Z', 'undo'],
  back: ['Esc', 'back'],
  help: ['?', 'these keys'],
} as const;

export const LIBRARY = {
  title: 'Library',
  pageTitle: 'Sidelight library',
  search: 'Search notes, passages, titles, names, tags, dates',
  all: 'All notes',
  entities: 'About',
  tags: 'Tags',
  more: (n: number) => `${n} more`,
  fewer: 'Fewer',
  import: 'Import',
  export: 'Export',
  upkeep: 'Backup and upkeep',
  keys: 'Keys',
  sort: 'Sort by',
  oldestFirst: 'Oldest first',
  filter: 'Show',
  everything: 'everything',
  colour: 'Colour',
  anyColour: 'any colour',
  from: 'from',
  to: 'to',
  clear: 'Clear filters',
  clearOne: (what: string) => `Remove the filter ${what}`,
  found: (n: number) => notes(n),
  opening: 'Opening the library. After an update of the extension this can take a minute…',
  reading: (done: string) => `Reading the library (${done})…`,
  stillReading: 'still reading, there may be more',
  instead: (words: string) => `Nothing for those words; shown is ${words}`,
  loadMore: 'Show more',
  selectNote: (note: string) => `Select: ${note}`,
  selectAll: (n: number) => `Select all ${digits(n)}`,
  selected: (n: number) => `${digits(n)} selected`,
  unselect: 'Clear selection',
  addTag: 'Add tag',
  removeTag: 'Remove tag',
  tagName: 'Tag',
  delete: 'Delete',
  exportThese: 'Export these',
  pageNote: 'Note on the whole page',
  untitled: 'Untitled page',
  savedOn: (date: string) => `saved ${date}`,
  publishedOn: (date: string) => `published ${date}`,
  write: 'Write a note',
  edit: 'Edit',
  done: 'Done',
  quotation: 'Quotation',
  myWords: 'My words',
  datasetText: 'Dataset statements',
  datasetNote: 'In the dataset’s words, as they were when you cited them',
  cite: 'Cite a statement',
  citeNone: 'Link an entity first: its statements can then be cited.',
  citeThis: 'Cite',
  uncite: 'Remove',
  checked: 'I checked this',
  checkedOn: (date: string) => `checked by me ${date}`,
  saysNow: 'It says now',
  takeNew: 'Cite the new version',
  removedWhy: (on: string, reason: string) =>
    `Removed on ${on}: ${reason}. Its text is gone from your notes as well; id and reason stay.`,
  withdrawnWhy: (on: string, reason: string) => `Withdrawn on ${on}: ${reason}`,
  moved: 'a cited statement has changed',
  twin: 'another version of this note exists',
  twins: 'Two versions',
  twinsNote: 'Two tabs changed this note at the same time. Both are kept; delete the one you do not need.',
  openPage: 'Open the page at the passage',
  openPagePlain: 'Open the page',
  archiveLink: 'Archived copy',
  addArchive: 'Add an archived copy',
  archiveHelp:
    'Paste the address of a copy you made in an archive. Sidelight makes none by itself: that would tell the archive what you read.',
  archiveAddress: 'Address of the copy',
  save: 'Save',
  cancel: 'Cancel',
  copyCitation: 'Copy citation',
  copyLink: 'Copy link to the passage',
  copied: 'Copied',
  allOfPage: 'All notes on this page',
  link: 'Link an entity',
  close: 'Close',
  dossier: 'Dossier',
  dossierNote: (n: number) =>
    `Everything you saved about it (${notes(n)}), beside what the dataset states, by date`,
  yours: 'You saved',
  states: 'The dataset states',
  statementsUnread: 'The dataset’s statements could not be read.',
  undated: 'Undated',
  by: (authors: string) => `by ${authors}`,
  titled: (title: string) => `“${title}”`,
  firstTitle: 'Nothing saved yet',
  firstLead:
    'Keep the passages you need, with your own words beside them. They stay on this machine, and they are found again when you return to the page.',
  firstImport: 'Notes elsewhere? Import them from Hypothesis, Zotero or a backup.',
  nothing: 'No note answers this.',
  nothingHelp: 'Fewer words find more. Beginnings of words are enough, and dates work: 2019-03.',
  rescue: 'Read-only',
  rescueBroken: (n: number) => `${digits(n)} ${n === 1 ? 'record' : 'records'} could not be read.`,
  importTitle: 'Import notes',
  importLead:
    'Hypothesis (JSON export), Zotero (CSL-JSON or RIS), other Web Annotations, or a backup of this library. You see what a file would bring before anything is written.',
  choose: 'Choose a file',
  readingFile: (share: string) => `Reading the file: ${share}`,
  comparing: 'Comparing with the library…',
  writing: (share: string) => `Writing: ${share}`,
  preview: (name: string) => `What ${name} would bring`,
  fresh: (n: number) => `${notes(n)} new to the library`,
  moreFresh: (n: number) => `and ${digits(n)} more`,
  same: (n: number) => `${digits(n)} already here, the same`,
  differing: (n: number) => `${digits(n)} already here with other content`,
  sources: (n: number) =>
    `${digits(n)} ${n === 1 ? 'source' : 'sources'} of the dataset, listed beside the notes: not needed`,
  keepBoth: 'Keep both versions of those',
  notTaken: (n: number) => `${digits(n)} ${n === 1 ? 'item' : 'items'} cannot be taken in`,
  fileNotTaken: (why: string) => `The file cannot be taken in: ${why}.`,
  theFile: 'the file',
  item: (n: number) => `item ${digits(n)}`,
  problem: (what: string, about: string) => `${what}: ${about}`,
  moreNot: (n: number) => `and ${digits(n)} more`,
  nothingToImport: 'Nothing to import',
  commit: (n: number) => `Import ${notes(n)}`,
  imported: (n: number) => `${notes(n)} imported. Undo takes them out again.`,
  touched: 'Nothing that is in your library is changed by an import.',
  exportTitle: 'Export notes',
  exportAll: (n: number) => `All ${notes(n)}`,
  exportSome: (n: number) => `${digits(n)} ${n === 1 ? 'selected note' : 'selected notes'}`,
  exportLead:
    'My words, quotations and the dataset’s text stay apart in every format. Citations name the publisher first and Sidelight last.',
  exporting: (share: string) => `Exporting: ${share}`,
  exported: (name: string) => `${name} was made.`,
  upkeepTitle: 'Backup and upkeep',
  backup: 'Scheduled backup',
  backupLead:
    'A file in your downloads folder, from which everything can be restored. The browser asks for permission to write files.',
  backupEvery: 'Make a backup',
  backupNow: 'Make one now',
  backupLast: (date: string, notes: string, file: string) => `Last: ${date}, ${notes}, ${file}`,
  backupNone: 'No backup has been made yet.',
  backupStopped: 'Backups have stopped',
  backupFailed: (date: string, reason: string) => `The last try, on ${date}, failed: ${reason}`,
  backupLate: 'None was made in twice the time that was set.',
  backupRefused: 'Without the permission no file can be written.',
  drill: 'Restore drill',
  drillLead:
    'A backup is worth what can be restored from it. Choose a backup file: it is restored into a scratch library, compared with this one, and thrown away.',
  drillChoose: 'Try a backup file',
  drillGood: (n: number) => `All ${notes(n)} of the file can be restored.`,
  drillBad: (restored: number, stated: number) =>
    `Could be restored: only ${digits(restored)} of ${digits(stated)}.`,
  drillSame: (n: number) => `${digits(n)} are the same as here`,
  drillOlder: (n: number) => `${digits(n)} are older than here`,
  drillMissing: (n: number) => `${notes(n)} here are not in the file`,
  room: 'Room',
  roomUsed: (used: string, quota: string) => `${used} used; the browser allows ${quota}.`,
  lastsYears: (n: number) =>
    `At the pace of the last three months that lasts some ${digits(n)} ${n === 1 ? 'year' : 'years'}.`,
  lastsMonths: (n: number) =>
    `At the pace of the last three months that lasts some ${digits(n)} ${n === 1 ? 'month' : 'months'}.`,
  lastsLong: 'At the pace of the last three months that lasts more than a hundred years.',
  persisted: 'The browser has promised not to clear this storage by itself.',
  notPersisted: 'The browser may clear this storage when the disk is nearly full.',
  askPersist: 'Ask it not to',
  dumps: (n: number) =>
    `${digits(n)} ${n === 1 ? 'copy' : 'copies'} kept inside the browser from before updates of the library.`,
  check: 'Integrity',
  checkLead: 'Reads every note and compares each passage with its fingerprint.',
  checkNow: 'Check now',
  checking: (share: string) => `Checking: ${share}`,
  checkGood: (n: number) => `All ${notes(n)} are whole.`,
  checkBad: (n: number) => `${notes(n)} need a look`,
  mend: 'Mend what can be mended',
  erase: 'Erase everything',
  eraseLead:
    'Deletes every note, undo, the inner copies and the search index. Backup files stay where they are.',
  eraseSure: 'Type ERASE to go on',
  eraseWord: 'ERASE',
  privateNote: 'Saving is off in private windows.',
  button: 'Offer to save beside selected words',
  undoDone: (n: number) => `${notes(n)} put back.`,
  undoTaken: (n: number) => `${notes(n)} taken out again.`,
  undoLeft: (n: number) =>
    n === 1 ? '1 was changed since and left alone.' : `${digits(n)} were changed since and left alone.`,
  failed: 'That did not work. Nothing was changed.',
  full: 'There is no room left to write. Free some disk space, or export and delete old notes.',
} as const;

/** The number as English writes it; a gap stays a gap. */
function digits(n: number | string): string {
  return n.toLocaleString('en-GB');
}

function notes(n: number): string {
  return `${digits(n)} ${n === 1 ? 'note' : 'notes'}`;
}

/** Tables by the names under which locales translate them. */
export const LIBRARY_TABLES = {
  SORT,
  ONLY,
  EXPORT_FORMAT,
  FACT_STATE,
  EVERY,
  DEED,
  DONE,
  IN_LIBRARY,
  ITEM_PROBLEM,
  FILE_WARNING,
  RESCUE_WHY,
  RESCUE_FROM,
  BACKUP_FAILED,
  FIRST_STEP,
  KEY,
  LIBRARY,
};
