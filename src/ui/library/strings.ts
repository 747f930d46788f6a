/** The words of the library page. English is the source; other languages follow the same keys. */
import type { Colour } from '../../core/annotation/annotation.ts';
import type { FactState } from '../../core/annotation/facts.ts';
import type { BackupEvery } from '../../core/settings/backup.ts';
import type { BulkDeed, ExportFormat, ImportWarning, LibraryQuery } from '../../messages/to-library.ts';

export const COLOUR: Readonly<Record<Colour, string>> = {
  yellow: 'Yellow',
  green: 'Green',
  blue: 'Blue',
  pink: 'Pink',
  violet: 'Violet',
};

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

export const FORMAT: Readonly<Record<ExportFormat, readonly [name: string, use: string]>> = {
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

export const DEED: Readonly<Record<string, (n: number) => string>> = {
  save: (n) => `Undo saving ${count(n, 'note')}`,
  edit: () => 'Undo the last edit',
  delete: (n) => `Undo deleting ${count(n, 'note')}`,
  import: (n) => `Undo importing ${count(n, 'note')}`,
  tag: (n) => `Undo tagging ${count(n, 'note')}`,
  recolour: (n) => `Undo colouring ${count(n, 'note')}`,
};

/** Said once it is done, beside the way back. */
export const DONE: Readonly<Record<BulkDeed['kind'], (n: number) => string>> = {
  tag: (n) => `${count(n, 'note')} tagged`,
  untag: (n) => `Tag taken off ${count(n, 'note')}`,
  colour: (n) => `${count(n, 'note')} coloured`,
  delete: (n) => `${count(n, 'note')} deleted`,
};

export const IN_FILE: Readonly<Record<string, string>> = {
  unreadable: 'cannot be read',
  altered: 'its passage is not the one that was saved',
  'lost-keys': 'search by page would miss it',
};

export function warningWords(warning: ImportWarning): string {
  switch (warning.kind) {
    case 'cut-off':
      return 'The file breaks off before its end. What was whole is kept.';
    case 'newer-format':
      return 'A newer version of Sidelight wrote this file. What this version understands is kept; update to take in the rest.';
    case 'encoding':
      return `The file is not in UTF-8; it was read as ${warning.encoding}.`;
    case 'count':
      return `The file says that it holds ${count(warning.stated, 'note')}; ${count(warning.found, 'note')} could be read.`;
  }
}

export function count(n: number, one: string, many = `${one}s`): string {
  return `${NUMBER.format(n)} ${n === 1 ? one : many}`;
}

export const NUMBER = new Intl.NumberFormat('en-GB');

export const WORDS = {
  title: 'Library',
  search: 'Search notes, passages, titles, names, tags, dates',
  searchShort: 'Search',
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
  found: (n: number) => count(n, 'note'),
  reading: (done: string) => `Reading the library (${done})…`,
  stillReading: 'still reading, there may be more',
  instead: (words: string) => `Nothing for those words; shown is ${words}`,
  loadMore: 'Show more',
  select: 'Select',
  selectAll: (n: number) => `Select all ${NUMBER.format(n)}`,
  selected: (n: number) => `${NUMBER.format(n)} selected`,
  unselect: 'Clear selection',
  addTag: 'Add tag',
  removeTag: 'Remove tag',
  tagName: 'Tag',
  apply: 'Apply',
  delete: 'Delete',
  exportThese: 'Export these',
  pageNote: 'Note on the whole page',
  untitled: 'Untitled page',
  savedOn: (date: string) => `saved ${date}`,
  publishedOn: (date: string) => `published ${date}`,
  edited: 'My note',
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
  cited: 'Cited',
  uncite: 'Remove',
  checked: 'I checked this',
  checkedOn: (date: string) => `checked by me ${date}`,
  sources: 'Sources',
  youCited: 'You cited',
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
  context: 'In its surroundings',
  link: 'Link an entity',
  linkName: 'Name or id',
  close: 'Close',
  dossier: 'Dossier',
  dossierNote: (n: number) =>
    `Everything you saved about it (${count(n, 'note')}), beside what the dataset states, by date`,
  yours: 'You saved',
  states: 'The dataset states',
  undated: 'Undated',
  pageView: 'One page',
  by: (authors: string) => `by ${authors}`,
  firstTitle: 'Nothing saved yet',
  firstLead:
    'Keep the passages you need, with your own words beside them. They stay on this machine, and they are found again when you return to the page.',
  firstSteps: [
    [
      'Select',
      'Mark some words in an article and press Save beside them, or Alt+Shift+S, or use the context menu.',
    ],
    [
      'Save a card',
      'Open the card of a name and press Save: the sentence is kept with the statements of the card, as they read that day.',
    ],
    [
      'Come back',
      'Your passages are marked when you return. If the publisher changed them, the difference is shown.',
    ],
  ],
  firstImport: 'Notes elsewhere? Import them from Hypothesis, Zotero or a backup.',
  nothing: 'No note answers this.',
  nothingHelp: 'Fewer words find more. Beginnings of words are enough, and dates work: 2019-03.',
  rescue: 'Read-only',
  rescueNewer:
    'This library was written by a newer version of Sidelight. It is shown as it is, and nothing is changed. Update the extension to write again.',
  rescueUpgrade:
    'An update of the library failed, and everything was put back as it was before. Your notes are shown read-only. Export them now; then reload this page to try again.',
  rescueUnreadable:
    'The browser cannot open the library for writing. What could be read is shown. Export it now.',
  rescueFrom: {
    database: 'Read from the library itself.',
    dump: 'Read from the copy that was made before the last update',
    nothing: 'Nothing could be read. A backup file can be imported once the library opens again.',
  },
  rescueBroken: (n: number) => `${count(n, 'record')} could not be read.`,
  importTitle: 'Import notes',
  importLead:
    'Hypothesis (JSON export), Zotero (CSL-JSON or RIS), other Web Annotations, or a backup of this library. You see what a file would bring before anything is written.',
  choose: 'Choose a file',
  readingFile: (share: string) => `Reading the file: ${share}`,
  comparing: 'Comparing with the library…',
  writing: (share: string) => `Writing: ${share}`,
  preview: (name: string) => `What ${name} would bring`,
  fresh: (n: number) => `${count(n, 'note')} new to the library`,
  same: (n: number) => `${NUMBER.format(n)} already here, the same`,
  differing: (n: number) => `${NUMBER.format(n)} already here with other content`,
  keepBoth: 'Keep both versions of those',
  notTaken: (n: number) => `${count(n, 'item')} cannot be taken in`,
  item: (n: number) => (n === 0 ? 'the file' : `item ${NUMBER.format(n)}`),
  moreNot: (n: number) => `and ${NUMBER.format(n)} more`,
  commit: (n: number) => (n === 0 ? 'Nothing to import' : `Import ${count(n, 'note')}`),
  imported: (n: number) => `${count(n, 'note')} imported. Undo takes them out again.`,
  touched: 'Nothing that is in your library is changed by an import.',
  exportTitle: 'Export notes',
  exportAll: (n: number) => `All ${count(n, 'note')}`,
  exportSome: (n: number) => `${count(n, 'selected note')}`,
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
  drillGood: (n: number) => `All ${count(n, 'note')} of the file can be restored.`,
  drillBad: (restored: number, stated: number) =>
    `Only ${NUMBER.format(restored)} of ${count(stated, 'note')} could be restored.`,
  drillSame: (n: number) => `${NUMBER.format(n)} are the same as here`,
  drillOlder: (n: number) => `${NUMBER.format(n)} are older than here`,
  drillMissing: (n: number) => `${count(n, 'note')} here are not in the file`,
  room: 'Room',
  roomUsed: (used: string, quota: string) => `${used} used; the browser allows ${quota}.`,
  roomForecast: (years: string) => `At the pace of the last three months that lasts ${years}.`,
  persisted: 'The browser has promised not to clear this storage by itself.',
  notPersisted: 'The browser may clear this storage when the disk is nearly full.',
  askPersist: 'Ask it not to',
  dumps: (n: number) =>
    `${count(n, 'copy', 'copies')} kept inside the browser from before updates of the library.`,
  check: 'Integrity',
  checkLead: 'Reads every note and compares each passage with its fingerprint.',
  checkNow: 'Check now',
  checking: (share: string) => `Checking: ${share}`,
  checkGood: (n: number) => `All ${count(n, 'note')} are whole.`,
  checkBad: (n: number) => `${count(n, 'note')} need a look`,
  mend: 'Mend what can be mended',
  erase: 'Erase everything',
  eraseLead:
    'Deletes every note, undo, the inner copies and the search index. Backup files stay where they are.',
  eraseSure: 'Type ERASE to go on',
  eraseWord: 'ERASE',
  erased: 'The library is empty.',
  privateNote: 'Saving is off in private windows.',
  button: 'Offer to save beside selected words',
  undoDone: (n: number, skipped: number) =>
    `${count(n, 'note')} put back${skipped > 0 ? `; ${NUMBER.format(skipped)} changed since and left alone` : ''}.`,
  failed: 'That did not work. Nothing was changed.',
  full: 'There is no room left to write. Free some disk space, or export and delete old notes.',
  keyHelp: [
    ['/', 'search'],
    ['↓ ↑', 'next, previous note'],
    ['Enter', 'open'],
    ['e', 'edit'],
    ['x', 'select'],
    ['Shift+x', 'select all that is found'],
    ['Delete', 'delete'],
    ['Ctrl+Z', 'undo'],
    ['Esc', 'back'],
    ['?', 'these keys'],
  ],
} as const;
