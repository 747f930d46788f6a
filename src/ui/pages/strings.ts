/**
 * Every word of the extension's own pages (panel, popup, settings, welcome) that the card does not say, in English. Same rules
 * as ../strings.ts: locales translate by key, and words are read when they are shown.
 */
import type { Kind } from '../../core/dataset/vocabulary.ts';
import { UPDATE_TABLES } from '../updates/words.ts';

/** Headings over several entities of a kind. */
export const KINDS_OF: Record<Kind, string> = {
  vendor: 'Companies',
  product: 'Products',
  project: 'Projects',
  programme: 'Programmes',
  investigation: 'Investigations',
  law: 'Laws',
  ruling: 'Court rulings',
  instrument: 'Instruments',
  sanction: 'Sanctions',
  organisation: 'Organisations',
  authority: 'Authorities',
};

/** What was found on a page: popup and panel. */
export const FOUND = {
  looking: 'Looking at the page…',
  unreachable: 'This page cannot be read: it is one of the browser’s own, or it was opened before Sidelight.',
  waiting: 'Still reading the page…',
  truncated: 'This page is very long: only its beginning was read.',
  readingRest: 'This page is long: the rest of it is still being read.',
  stopReading: 'Stop reading',
  stopped: 'You stopped the reading: only a part of this page is marked.',
  readRest: 'Read the rest',
  privateWindow: 'Private window: cards work as usual, and nothing about its pages is stored.',
  noArticle: 'This page does not look like an article, so nothing is marked.',
  lookAnyway: 'Look for names here anyway',
  offHere: 'Sidelight is switched off on this site.',
  offEverywhere: 'Sidelight is switched off.',
  nothing: 'No name of the dataset was found in this article.',
  noAccess: 'Sidelight has not been allowed to read pages.',
  allow: 'Allow it to read articles',
  mentions: (n: number) => `${n} ${n === 1 ? 'mention' : 'mentions'}`,
  entities: (n: number) => `${n} ${n === 1 ? 'entity' : 'entities'}`,
  statements: (n: number) => `${n} ${n === 1 ? 'statement' : 'statements'}`,
  of: (mentions: string, entities: string) => `${mentions} of ${entities}`,
  articleOf: (date: string) => `Article of ${date}`,
  undated: 'This page gives no date',
  noDataset: 'Dataset not loaded',
};

/** Ways between the extension's own pages. */
export const WAYS = {
  openLibrary: 'Open the library',
};

export const POPUP = {
  onHere: (host: string) => `On ${host}`,
  onEverywhere: 'On all sites',
  openPanel: 'Open side panel',
  openSettings: 'Settings',
};

export const PANEL = {
  noPage: 'There is no page here. Open an article: the panel shows what it names.',
  onPage: 'On this page',
  changes: 'Since the article',
  noChanges: 'Nothing on record has come out since.',
  connections: 'How they are connected',
  mentionOf: (n: number, all: number) => `Mention ${n} of ${all}`,
  mentionIn: (n: number, all: number, name: string) => `${name}: mention ${n} of ${all}`,
  showCard: (name: string) => `Show the card of ${name}`,
  places: 'Places',
  noConnections: 'The dataset records no connection between these names.',
  alone: (names: string) => `Not connected with the others here: ${names}`,
  picture: 'Picture of the connections. Arrow keys move from name to name, Enter chooses one.',
  pictureHint: 'Choose a name to see its connections. A line opens its source.',
  connectionsOf: (n: number) => `${n} ${n === 1 ? 'connection' : 'connections'}`,
  asList: 'All connections as a list',
  findPath: 'Find a connection',
  findPathNote:
    'The shortest way between two names over what the dataset records, also by names not on this page.',
  from: 'From',
  to: 'To',
  choose: 'Choose a name',
  noPath: 'The dataset records no way between these two.',
  same: 'Choose two different names.',
  steps: (n: number) => `${n} ${n === 1 ? 'step' : 'steps'}`,
  notNamed: 'not named on this page',
  fromHere: 'Start a way here',
  toHere: 'End a way here',
  failed: 'The dataset did not answer.',
};

export const SETTINGS = {
  title: 'Settings',
  sections: 'Sections',
  opening: 'Opening cards',
  opens: 'A card opens',
  byHover: 'when the pointer rests on a name',
  byKey: 'when the pointer rests on a name and a key is held',
  byClick: 'only at a click',
  openNote: 'Taps and keyboard shortcuts open cards in any case.',
  holdKey: 'Key to hold',
  prepare: 'Rest before a card is prepared',
  show: 'Rest before a card opens',
  grace: 'Time a card stays after the pointer has left',
  defaults: 'Back to the defaults',
  marks: 'Marks in the text',
  marked: 'Visible marks',
  markFirst: 'the first mention in each section',
  markAll: 'every mention',
  markNone: 'none',
  markedNote: 'Mentions without a mark answer to pointer and keyboard all the same.',
  look: 'Look',
  underline: 'dotted line',
  tint: 'tint',
  sample: 'The cameras came from Huawei, and Huawei said so.',
  limitMarks: 'Limit the marks on dense pages',
  marksAtMost: 'Visible marks in 100 words, at most',
  language: 'Language',
  interfaceLanguage: 'Language of the interface',
  asBrowser: 'as the browser',
  languageNote:
    'Statements of the dataset are in English; readers of Serbian see those in Serbian that are recorded in it too.',
  shortcuts: 'Keyboard shortcuts',
  notSet: 'not set',
  change: 'Change shortcuts',
  changeInFirefox: 'In Firefox: about:addons, the gear, “Manage Extension Shortcuts”.',
  changeInChrome: 'In Chrome: chrome://extensions/shortcuts (in Edge: edge://extensions/shortcuts).',
  sites: 'Sites',
  enabled: 'Sidelight is on',
  noSites: 'No site has a rule of its own.',
  ruleOff: 'off',
  ruleAlways: 'also on pages that do not look like articles',
  site: 'Site',
  rule: 'Rule',
  add: 'Add',
  remove: 'Remove',
  removeRule: (site: string) => `Remove the rule for ${site}`,
  wrongSite: 'Write the name of a site, such as news.example',
  suppressed: 'Names set aside',
  suppressedNote: 'What you have answered with “not this one here” on a card.',
  noSuppressed: 'None.',
  suppressedOn: (alias: string, entity: string, site: string) => `“${alias}” is not ${entity} on ${site}`,
  takeAgain: 'Undo',
  takeAgainFor: (alias: string, site: string) => `Undo: take “${alias}” for a name on ${site} again`,
  taken: 'Undone.',
  setAsideAgain: 'Set aside again',
  data: 'Your data',
  exportNote: 'Settings, rules for sites and names set aside, as a file.',
  exportButton: 'Export settings',
  importButton: 'Import settings…',
  importReady: (file: string) => `${file} can be imported. It takes the place of the present settings.`,
  importDropped: (n: number) =>
    `${n} ${n === 1 ? 'entry' : 'entries'} of it cannot be used; the default stands there instead:`,
  importApply: 'Use these settings',
  cancel: 'Cancel',
  importFailed: (file: string) => `${file} holds no settings of Sidelight.`,
  imported: 'The settings have been imported.',
  erase: 'Erase everything…',
  eraseNote:
    'Deletes settings, rules, names set aside and whatever you have saved. The dataset that came with the extension is then set up anew.',
  eraseNow: 'Erase everything now',
  erased: 'Everything has been erased.',
  eraseFailed: 'Not everything could be erased. Please try again.',
};

/** What the browser calls by a key, by the names of the manifest. */
export const COMMANDS = {
  'next-mention': 'Card of the next mention',
  'previous-mention': 'Card of the previous mention',
  pause: 'Pause on this page, and go on',
  'save-selection': 'Save the selected words to your library',
  _execute_action: 'What was found on this page',
};

export const PRIVACY = {
  title: 'Privacy',
  lead: 'Everything happens on this device. Nothing about you or the pages you read leaves it.',
  readTitle: 'What is read',
  read: 'On pages that look like articles, the text is searched for names of the dataset. It is neither kept nor sent.',
  storedTitle: 'What is stored, in this browser profile only',
  storedDataset: 'the dataset and the index of its names, which came with the extension',
  storedSettings: 'your settings, rules for sites and names set aside',
  storedNotes: 'what you save yourself, if you do',
  notStored: 'There is no list of pages you have visited, no statistics and no identifier.',
  requestedTitle: 'What is ever requested',
  requested:
    'Nothing, unless a repository for updates of the dataset is set. Then files of fixed names are fetched from there: without cookies, without an identifier, and with nothing about you or your pages.',
  links:
    'A source opens when you click it, as any link does, and its site sees your visit. “archived” asks the archive for a copy.',
  noticedTitle: 'What a page can notice',
  noticed:
    'A page can find out that names in it are marked, and which; that a card is open, and beside which name. It does not see what you do in a card, and reads it only if it searches its own window for words that might stand there.',
  accessTitle: 'What the access is for',
  access:
    'Access to web pages: to read articles and show cards. Storage: for the dataset, which may grow. Scripting: to load the card when you first need one.',
};

export const WELCOME = {
  title: 'Context beside the news',
  lead: 'Sidelight marks companies, projects and laws of surveillance in the articles you read, and shows what is on record about them, every line one click from its source.',
  try: 'Try it here',
  tryNote: (key: string) => `Rest the pointer on an underlined name, click or tap it, or press ${key}.`,
  tryNoKey: 'Rest the pointer on an underlined name, click it or tap it.',
  preparing: 'The dataset is being set up. In a moment names below are underlined.',
  headline: 'A thousand cameras for Belgrade',
  text1:
    'The Serbian police want to hang up a thousand cameras with face recognition in Belgrade. The project is called Safe City, and Huawei supplies the equipment.',
  text2:
    'The SHARE Foundation asks on what grounds faces may be recorded in the streets of Serbia. The police say that the system follows the law.',
  madeUp: 'A text of our own, dated 18 June 2019; the card is a real one.',
  readTitle: 'How to read a card',
  knownThen: 'Known then: what was published by the day of the article.',
  knownSince: 'Known since: what has come out after it.',
  unclear: 'Timing unclear: where the sources do not tell.',
  voices:
    'Each line says who claims it and how: “finding”, “denial”, “claim”. A word beside it marks what is disputed or rests on one source.',
  waysTitle: 'Good to know',
  escape: 'Esc closes a card and gives you back your place.',
  panel:
    'The toolbar button lists what a page names, switches Sidelight off for a site, and opens the side panel with all connections.',
  private: 'Everything happens on this device: nothing about you or what you read leaves it.',
  updates: (host: string) =>
    `About once a day ${host} is asked for files of fixed names: what is new in the dataset. Nothing about you goes with it, but that host sees your address on the internet.`,
  settings: 'Settings',
  privacy: 'Privacy in plain words',
};

/** Tables by the names under which locales translate them. */
export const PAGE_TABLES = {
  KINDS_OF,
  FOUND,
  WAYS,
  POPUP,
  PANEL,
  SETTINGS,
  COMMANDS,
  PRIVACY,
  WELCOME,
  ...UPDATE_TABLES,
};
