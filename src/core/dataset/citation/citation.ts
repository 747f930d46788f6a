/**
 * What a citation of a card holds, before any style is given to it. Whoever cites a statement cites its sources: they come
 * first, each by the house that published it; the dataset that led there comes last, with its version and the entry.
 */
import type { Card, CardSource, CardStatement } from '../card.ts';
import type { PartialDate } from '../dates.ts';

export interface CitedSource {
  /** Unique in the citation, and the same in every one of the same source: house, year, beginning of the title. */
  readonly key: string;
  readonly publisher: string;
  /** Whom the publisher took it over from. */
  readonly origin: string | null;
  readonly title: string | null;
  readonly url: string;
  readonly published: PartialDate | null;
  readonly archived: string | null;
  readonly lang: string;
  /** First and last words of the supporting passage. */
  readonly passage: CardSource['passage'];
}

export interface Citation {
  /** What is cited: the statement's text, or the entity's summary. */
  readonly text: string;
  /** Who says it; null for a whole card. */
  readonly speaker: string | null;
  readonly sources: readonly CitedSource[];
  readonly dataset: {
    readonly version: string;
    readonly licence: string;
    /** The entity's id, and the statement's where one is cited. */
    readonly entry: string;
    readonly name: string;
  };
  /** The day on which it was copied, YYYY-MM-DD. */
  readonly accessed: string;
}

export const DATASET_TITLE = 'Sidelight dataset';
const DATASET_LICENCE = 'CC BY 4.0';

/** The citation of one statement, or with `null` of the whole card with every source it has. `accessed` is YYYY-MM-DD. */
export function citationOf(card: Card, statement: CardStatement | null, accessed: string): Citation {
  const sources = statement ? statement.sources : card.statements.flatMap((each) => each.sources);
  return {
    text: statement ? statement.text.en : card.summary.en,
    speaker: statement ? statement.speaker.name : null,
    sources: withKeys(distinct(sources)),
    dataset: {
      version: card.datasetVersion,
      licence: DATASET_LICENCE,
      entry: statement ? statement.id : card.id,
      name: card.name,
    },
    accessed,
  };
}

/** One of each address: a card cites many passages of one page. */
function distinct(sources: readonly CardSource[]): CardSource[] {
  return [...new Map(sources.map((source) => [source.url, source] as const).reverse()).values()].reverse();
}

function withKeys(sources: readonly CardSource[]): CitedSource[] {
  const used = new Set<string>();
  return sources.map(({ url, title, publisher, origin, published, archived, lang, passage }) => {
    const wanted = [publisher, published?.slice(0, 4) ?? 'nd', firstWords(title ?? '')].map(plain).join('-');
    let key = wanted.replace(/-+$/, '') || 'source';
    for (let n = 2; used.has(key); n++) key = `${wanted}-${n}`;
    used.add(key);
    return { key, publisher, origin: origin ?? null, title, url, published, archived, lang, passage };
  });
}

function firstWords(title: string): string {
  return title.split(/\s+/).slice(0, 3).join(' ');
}

/** Letters and digits that every bibliography program takes in a key. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
