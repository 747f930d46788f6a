/**
 * Every word of the extension's own pages (panel, popup, settings, welcome) that the card does not say, in English. Same rules
 * as ../strings.ts: locales translate by key, and words are read when they are shown.
 */
import type { Kind } from '../../core/dataset/vocabulary.ts';

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

export const POPUP = {
  onHere: (host: string) => `On ${host}`,
  onEverywhere: 'On all sites',
  openPanel: 'Open side panel',
  openSettings: 'Settings',
};

export const PANEL = {
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

/** Tables by the names under which locales translate them. */
export const PAGE_TABLES = { KINDS_OF, FOUND, POPUP, PANEL };
