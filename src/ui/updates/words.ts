/** Words about datasets and their updates. The same pattern as src/ui/strings.ts: read when shown. */
import type { AddProblem } from '../../core/dataset/add-problem.ts';
import type { UpdateStatus } from '../../core/dataset/update-status.ts';

/** What the reader is told of a dataset's updates, as a sentence. */
export const UPDATE_STATUS: Record<UpdateStatus, string> = {
  'no-repository': 'Comes with the extension. No place for updates is set, so nothing is ever requested.',
  off: 'Turned off: its names are not marked, and nothing is requested.',
  'never-checked': 'Not looked for updates yet.',
  current: 'Up to date.',
  unreached: 'The last check did not get through. What is here stays valid, and it will be tried again.',
  stopped:
    'Updates have stopped: what the publisher last signed has run out, and nothing newer came. What is here may be out of date.',
  refused:
    'An update was refused: it is not what the publisher signed, or it is older than what is here. Nothing was changed.',
  clock:
    'The clock of this computer seems to be wrong, so it cannot be told whether updates are valid. Please set date and time.',
  permission: 'The browser does not allow requests to this address yet.',
  'disk-full': 'There is no room for the update. What is here stays as it is.',
};

/** More on why a check failed, by code. */
export const UPDATE_PROBLEM: Record<string, string> = {
  offline: 'Nobody answered.',
  server: 'The server answered with an error.',
  'not-a-repository': 'A web page came instead of the dataset: perhaps a network that asks you to log in.',
  redirected: 'The server sends requests to another address, which is not followed.',
  'too-large': 'More data came than was announced.',
  'too-slow': 'The server took too long.',
  'not-genuine': 'A signature, checksum or version does not fit.',
  expired: 'The signature has run out.',
  rollback: 'The server offers an older release than it did before.',
  unreadable: 'It has a form that this version of Sidelight does not read.',
};

/** Why a dataset was not added. */
export const ADD_PROBLEM: Readonly<Record<AddProblem, string>> = {
  'not-https': 'that is no https address.',
  'bad-fingerprint': 'a fingerprint has 64 digits and letters from a to f.',
  'wrong-fingerprint': 'its keys do not have this fingerprint.',
  'too-many': 'there are as many as can be kept already.',
  'here-already': 'it is here already.',
  'name-taken': 'that label belongs to another dataset, or looks like one that does.',
  'label-reserved': 'that label could be taken for Sidelight’s own dataset.',
  'label-unreadable': 'a label needs letters or digits, and no invisible signs.',
  'not-allowed': 'the browser was not allowed to make requests to it.',
};

export const UPDATES = {
  title: 'Datasets',
  intro:
    'Every name, statement and source comes from a dataset that its publishers sign. Updates are checked before anything changes, and requests carry nothing about you or what you read.',
  entities: (n: number) => (n === 1 ? '1 entity' : `${n} entities`),
  statements: (n: number) => (n === 1 ? '1 statement' : `${n} statements`),
  bundled: 'came with the extension',
  downloaded: 'downloaded',
  nothingYet: 'No release here yet.',
  checked: (ago: string) => `Checked ${ago}`,
  holds: (day: string) => `signed until ${day}`,
  check: 'Check now',
  checking: 'Checking…',
  asking: 'Asking for the newest version…',
  downloading: 'Downloading…',
  storing: 'Storing…',
  indexing: 'Preparing the names…',
  allow: 'Allow and check',
  from: (host: string) => `from ${host}`,
  on: 'Marked on pages',
  remove: 'Remove',
  removeReally: (label: string) => `Remove “${label}” and everything of it?`,
  removeYes: 'Yes, remove',
  cancel: 'Cancel',
  conflicts: (n: number) =>
    n === 1 ? '1 name that another dataset has too' : `${n} names that another dataset has too`,
  conflictsNote: 'There the other dataset’s entry is marked; its card links to this one.',
  withdrawn: (n: number) => (n === 1 ? '1 entry taken back' : `${n} entries taken back`),
  removed: 'removed',
  superseded: 'superseded',
  add: 'Add a dataset',
  addNote:
    'A newsroom or an organisation can publish its own. It keeps its own label and colour, and cannot change or stand for the one above.',
  address: 'Address',
  fingerprint: 'Fingerprint',
  fingerprintNote:
    '64 digits and letters, from its publisher: not from the same page as the address, if you can help it.',
  label: 'Label',
  colour: 'Colour',
  adding: 'Fetching its keys…',
  addFailed: 'It was not added:',
};

/** For the pages that speak other languages: tables by the names under which locales translate them. */
export const UPDATE_TABLES = { UPDATE_STATUS, UPDATE_PROBLEM, ADD_PROBLEM, UPDATES };
