/** Every word of the card's tools, in English; other languages follow the same keys. Same pattern as ../strings.ts. */
import { type CitationWords, ENGLISH_CITATION } from '../../core/dataset/citation/words.ts';
import type { Rejection, Scope } from '../../core/linking/reasons.ts';

export const CITATION: CitationWords = { ...ENGLISH_CITATION };

/** How near a sign of meaning stands. */
export const SCOPE: Readonly<Record<Scope, string>> = {
  sentence: 'in the same sentence',
  paragraph: 'in the same paragraph',
  page: 'on this page',
};

/** Why another reading of the same words was not chosen. */
export const REJECTION: Readonly<Record<Rejection, string>> = {
  case: 'written differently: capital letters do not fit',
  'needs-not-met': 'nothing here speaks for it',
  vetoed: 'a word near by speaks against it',
  'inside-longer-name': 'only part of this longer name',
  'less-support': 'less speaks for it',
  ambiguous: 'could not be told apart',
  'below-threshold': 'too little speaks for it',
};

export const FORMAT = {
  plain: 'Plain text',
  markdown: 'Markdown',
  bibtex: 'BibTeX',
  csl: 'CSL-JSON',
};

export const TOOL_TEXT = {
  citeWhat: (text: string) => `What is cited: “${text}”`,
  citeCard: (name: string) => `All sources of the card of ${name}`,
  format: 'Format',
  citation: 'Citation',
  copy: 'Copy',
  copied: 'Copied',
  copyByHand: 'The text is selected: copy it with the keyboard',
  whyNote: (words: string, name: string) => `“${words}” is taken for ${name} because:`,
  whyAlias: (alias: string) => `“${alias}” is a name on record`,
  whyCue: (word: string, where: string) => `“${word}” stands ${where}`,
  whyEntity: (name: string, where: string) => `${name}, which is linked to it, is named ${where}`,
  whyFullName: (words: string) => `its full name, “${words}”, stands in the text`,
  whyOtherName: (words: string) => `against it: “${words}” may be another name`,
  whyLanguage: 'the page is in the language of this name',
  others: 'What else it could have been',
  rejected: (name: string, because: string) => `${name}: ${because}`,
  andMore: (n: number) => `and ${n} more`,
  noOthers: 'No other entity of the dataset has this name here.',
  onDevice: 'All of this was decided on your device.',
  suppressed: (words: string, name: string, site: string) =>
    `“${words}” is no longer taken for ${name} on ${site}. Other names and other sites are as before; the settings list it.`,
  undone: (words: string, name: string, site: string) => `“${words}” is taken for ${name} on ${site} again.`,
  undo: 'Undo',
  again: 'Not this one after all',
  notSaved: 'This could not be saved.',
  retry: 'Try again',
  reportNote:
    'This makes a small file or a mail for the people who keep the dataset. Sidelight sends nothing.',
  about: 'About',
  wholeEntry: 'The entry as a whole',
  whatIsWrong: 'What is wrong, and how should it read?',
  sourceForIt: 'A source for it (address)',
  withPage: 'Name this page in it',
  saveFile: 'Save the file',
  openMail: 'Open a mail draft',
  theFile: 'What will be in it',
  needsWords: 'Say first what is wrong.',
  whereTo: 'No address for reports is set up yet: send it to whoever gave you Sidelight or this dataset.',
  saved: (file: string) => `${file} was handed to the browser, as a download. It is now yours to send.`,
  mailOpened: 'Your mail program was asked for a draft. The recipient is yours to fill in.',
};

/** Tables by the names under which locales translate them, with the card's (../strings.ts). */
export const TOOL_TABLES = { CITATION, SCOPE, REJECTION, FORMAT, TOOL_TEXT };
