/** The words that exports are written with. English, whatever the interface speaks: files travel. */
export const WORDS = {
  mine: 'My words',
  quotation: 'Quotation',
  textBefore: 'Before it',
  textAfter: 'After it',
  written: 'Written',
  changed: 'Changed',
  tag: 'Tag',
  dataset: 'Dataset statement',
  datasetNote: 'from the Sidelight dataset, in its words',
  checked: (on: string) => `I checked this on ${on}`,
  notChecked: 'not checked by me',
  removed: (on: string, reason: string) => `removed from the dataset on ${on}: ${reason}`,
  read: (on: string) => `read ${on}`,
  archived: (url: string) => `archived: ${url}`,
  inLanguage: (lang: string) => `in ${lang}`,
  /** Between a publisher and the house it took the text over from. */
  from: (origin: string) => `from ${origin}`,
  undated: 'undated',
  via: (version: string) => `via Sidelight dataset ${version}`,
  wholePage: 'Note on the whole page',
  untitled: 'Untitled page',
} as const;
