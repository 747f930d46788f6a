/** A citation as CSL-JSON (Citation Style Language 1.0.2), which Zotero, Pandoc and others read. */
import { type Citation, type CitedSource, DATASET_TITLE } from './citation.ts';
import type { CitationWords } from './words.ts';

export interface CslDate {
  readonly 'date-parts': readonly (readonly number[])[];
}

export interface CslItem {
  readonly id: string;
  readonly type: 'webpage' | 'dataset';
  readonly title: string;
  readonly publisher?: string;
  readonly 'container-title'?: string;
  readonly URL?: string;
  readonly language?: string;
  readonly issued?: CslDate;
  readonly accessed: CslDate;
  readonly archive_location?: string;
  readonly version?: string;
  readonly note: string;
}

/** The items: the sources first, the dataset last. */
export function toCslItems(citation: Citation, words: CitationWords): CslItem[] {
  const { dataset } = citation;
  const accessed = dateOf(citation.accessed);
  return [
    ...citation.sources.map((source) => sourceItem(source, citation, words)),
    {
      id: `sidelight-${dataset.version}`,
      type: 'dataset',
      title: DATASET_TITLE,
      publisher: 'Sidelight',
      issued: dateOf(dataset.version.split('.').slice(0, 3).join('-')),
      accessed,
      version: dataset.version,
      note: `${words.entry} ${dataset.entry} (${dataset.name}), ${dataset.licence}`,
    },
  ];
}

/** The items as a document to be saved or pasted. */
export function toCslJson(citation: Citation, words: CitationWords): string {
  return JSON.stringify(toCslItems(citation, words), null, 2);
}

function sourceItem(source: CitedSource, citation: Citation, words: CitationWords): CslItem {
  const { key, title, publisher, origin, url, lang, published, archived } = source;
  return {
    id: key,
    type: 'webpage',
    title: title ?? url,
    publisher,
    'container-title': publisher,
    URL: url,
    language: lang,
    ...(published === null ? {} : { issued: dateOf(published) }),
    accessed: dateOf(citation.accessed),
    ...(archived === null ? {} : { archive_location: archived }),
    note: [origin === null ? '' : `${words.from} ${origin}`, `${words.supports}: ${citation.text}`]
      .filter((part) => part !== '')
      .join('; '),
  };
}

/** A partial date as CSL has it: as many parts as are known. */
function dateOf(date: string): CslDate {
  return { 'date-parts': [date.split('-').map(Number)] };
}
