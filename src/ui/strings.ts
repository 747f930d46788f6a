/**
 * Every word of the card, in English, and what else the extension's own pages share with it. Other languages stand in
 * assets/locales under the same keys and take the place of these when they are spoken (words.ts): read words when they are
 * shown, not when a module starts. A key that a locale lacks fails a test that names it (tests/unit/ui/locales.test.ts).
 */
import { ACT_WORDS } from '../core/annotation/out/act-words.ts';
import type { Group } from '../core/dataset/grouping.ts';
import type {
  Act,
  AmountProperty,
  Basis,
  Interest,
  Kind,
  LawState,
  RelationType,
  Standing,
} from '../core/dataset/vocabulary.ts';
import type { Tool } from '../page/card-tools-door.ts';
import { DATASET, UPDATE_NOTICE } from './updates/card-words.ts';

export { DIRECTION, LANGUAGE, LOCALE } from './words.ts';

export const KIND: Readonly<Record<Kind, string>> = {
  vendor: 'Company',
  product: 'Product',
  project: 'Project',
  programme: 'Programme',
  investigation: 'Investigation',
  law: 'Law',
  ruling: 'Court ruling',
  instrument: 'Instrument',
  sanction: 'Sanction',
  organisation: 'Organisation',
  authority: 'Authority',
};

/** What the speaker does, after their name: named, not told, because a verb would have to agree with it (one authority, many). */
export const ACT: Readonly<Record<Act, string>> = { ...ACT_WORDS };

export const BASIS: Readonly<Record<Basis, string>> = {
  'official-text': 'official text',
  'court-text': 'court text',
  'company-text': 'company’s own text',
  leak: 'leaked document',
  research: 'research',
  reporting: 'reporting',
};

export const STANDING: Readonly<Record<Standing, string>> = {
  current: '',
  disputed: 'disputed',
  corrected: 'corrected',
  superseded: 'superseded',
  retracted: 'retracted',
};

export const INTEREST: Readonly<Record<Interest, string>> = {
  ngo: 'advocacy group',
  company: 'company',
  government: 'government',
  'state-media': 'state media',
  partisan: 'partisan',
  academic: 'academic',
};

export const LAW_STATE: Readonly<Record<LawState, string>> = {
  draft: 'draft',
  adopted: 'adopted',
  'in-force': 'in force',
  applies: 'applies',
  suspended: 'suspended',
  amended: 'amended',
  withdrawn: 'withdrawn',
  repealed: 'repealed',
  annulled: 'annulled',
  lapsed: 'lapsed',
  'under-appeal': 'under appeal',
};

export const AMOUNT: Readonly<Record<AmountProperty, string>> = {
  planned: 'planned',
  ordered: 'ordered',
  installed: 'installed',
  capable: 'capable',
  tested: 'tested',
  used: 'used',
  counted: 'counted',
  affected: 'affected',
  paid: 'paid',
  fined: 'fined',
};

/** How exact a figure is; exact ones need no word. */
export const QUALIFIER: Readonly<Record<string, string>> = {
  about: 'about',
  'at-least': 'at least',
  'at-most': 'at most',
  'more-than': 'more than',
};

/** A relation read from this entity, and read backwards from the other one. */
export const RELATION: Readonly<Record<RelationType, readonly [string, string]>> = {
  'supplied-by': ['supplied by', 'supplies'],
  'operated-by': ['operated by', 'operates'],
  'owned-by': ['owned by', 'owns'],
  'made-by': ['made by', 'makes'],
  'developed-by': ['developed by', 'developed'],
  'part-of': ['part of', 'includes'],
  'deployment-of': ['deployment of', 'deployed as'],
  uses: ['uses', 'used by'],
  'used-by': ['used by', 'uses'],
  'documented-by': ['documented by', 'documents'],
  'investigated-by': ['investigated by', 'investigates'],
  'supervised-by': ['supervised by', 'supervises'],
  'governed-by': ['governed by', 'governs'],
  'challenged-by': ['challenged by', 'challenges'],
  'struck-down-by': ['struck down by', 'struck down'],
  'applies-to': ['applies to', 'subject to'],
  implements: ['implements', 'implemented by'],
  'acquired-by': ['acquired by', 'acquired'],
  regulates: ['regulates', 'regulated by'],
  'enforced-by': ['enforced by', 'enforces'],
  'adopted-by': ['adopted by', 'adopted'],
  amends: ['amends', 'amended by'],
  'replaced-by': ['replaced by', 'replaces'],
  'sanctioned-under': ['listed under', 'lists'],
  'banned-under': ['banned under', 'bans'],
  'fined-under': ['fined under', 'basis of a fine for'],
  'fined-by': ['fined by', 'fined'],
  'sued-by': ['sued by', 'sued'],
  'funded-by': ['funded by', 'funds'],
  'member-of': ['member of', 'has as a member'],
  'detected-by': ['detected by', 'detected'],
  'partner-of': ['partner of', 'partner of'],
  'successor-of': ['successor of', 'succeeded by'],
  'related-to': ['related to', 'related to'],
};

/** What a reader can do with a card besides reading it. */
export const TOOL: Readonly<Record<Tool, string>> = {
  cite: 'Cite',
  why: 'Why this card',
  'not-this': 'Not this one here',
  report: 'Report a mistake',
};

export const TEXT = {
  nearest: 'On this sentence',
  nearestNote: (words: string) => `Shares ${words}`,
  nearGroup: (group: Group) =>
    group === 'then' ? 'known then' : group === 'since' ? 'known since' : 'timing unclear',
  fromCard: (name: string) => `From ${name}`,
  knownThen: (date: string) => `Known on ${date}`,
  knownSince: 'Known since',
  newestFirst: 'newest first',
  unclear: 'Timing unclear',
  unclearNote: 'The sources do not say when this was first published.',
  statements: 'Statements',
  noDate: 'This page gives no date, so what was known then cannot be told.',
  nothingThen: 'Nothing on record yet.',
  overview: 'Jump to',
  countThen: (n: number) => `${n} known then`,
  countSince: (n: number) => `${n} since`,
  countUnclear: (n: number) => `${n} unclear`,
  between: (from: string, to: string) => `${from} to ${to}`,
  since: (date: string) => `since ${date}`,
  until: (date: string) => `until ${date}`,
  asOf: (date: string) => `as of ${date}`,
  known: (date: string) => `known ${date}`,
  allegation: 'allegation',
  oneSource: 'one source',
  thisArticle: '† this article only',
  thisArticleNote: '† this page is not independent evidence for itself',
  thisPage: '† this page',
  noReply: (date: string) => `no reply found, searched ${date}`,
  amount: (property: string, figure: string) => `${property}: ${figure}`,
  reply: 'In reply',
  /** Between a speaker and what they do. */
  saidAs: ': ',
  inReplyTo: (speaker: string, act: string) => `In reply to: ${speaker} (${act})`,
  answeredBy: (speaker: string, act: string) => `Answered elsewhere on this card: ${speaker} (${act})`,
  fromThisArticle: 'From this article only',
  article: 'article',
  figures: 'Figures',
  figuresNote: 'Figures of different kinds say different things: they are not to be compared.',
  relatedLaws: 'Laws that bear on it',
  wholeText: 'Show all of it',
  more: (n: number) => `Show ${n} more`,
  back: 'Back',
  close: 'Close',
  pin: 'Pin the card',
  pinned: 'Pinned: drag it, or move it with the arrow keys',
  otherSide: 'Move to the other side',
  save: 'Save',
  saveNote: 'Save this passage with the card to your library',
  relations: 'Connections',
  lawStates: 'Legal status',
  statusOn: (date: string) => `On ${date}:`,
  statusThenAndNow: (date: string) => `On ${date} and today:`,
  statusNow: 'Today:',
  notYet: 'nothing recorded yet',
  statusFrom: (state: string, date: string) => `${state} from ${date}`,
  withheld: (n: number) =>
    `${n} ${n === 1 ? 'statement' : 'statements'} withheld: did not pass the dataset’s checks`,
  archived: 'archived',
  archivedNote: 'Opens a copy in the Internet Archive',
  archivedElsewhere: (host: string) => `Opens a copy kept by ${host}`,
  archivedOf: (publisher: string) => `archived, ${publisher}`,
  furtherPassage: (n: number, publisher: string) => `Passage ${n} of ${publisher}`,
  from: (origin: string) => `from ${origin}`,
  undated: 'undated',
  inLanguage: (language: string) => `in ${language}`,
  weak: 'weak source',
  notEncrypted: 'not encrypted',
  loading: 'Loading…',
  failed: 'This card could not be loaded.',
  retry: 'Try again',
  missing: 'There is no card for this any more.',
  toolFailed: 'This could not be loaded.',
  tools: 'With this card',
  citeThis: (speaker: string) => `Cite: ${speaker}`,
  cite: 'cite',
  international: 'International',
} as const;

/** Tables by the names under which locales translate them. */
export const CARD_TABLES = {
  KIND,
  ACT,
  BASIS,
  STANDING,
  INTEREST,
  LAW_STATE,
  AMOUNT,
  QUALIFIER,
  RELATION,
  TOOL,
  TEXT,
  DATASET,
  UPDATE_NOTICE,
};
