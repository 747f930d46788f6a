/**
 * What citation managers get: one reference for each page that has notes, and one for each source of a cited statement. Notes
 * travel in the reference's note, in the form of carried-note.ts, so that they come back as they were and double nothing.
 */
import { sourceAddress } from '../addresses.ts';
import type { Annotation, FactContent } from '../annotation.ts';
import { writeCarried } from '../carried-note.ts';
import { contentHash } from '../content-hash.ts';
import { pageKey } from '../page-key.ts';
import { checkedWords, factWords } from './citation.ts';
import { WORDS } from './words.ts';

export interface Reference {
  /** Stable: the same page has the same key in every export. */
  readonly key: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  /** A partial date. */
  readonly published: string | null;
  readonly read: string | null;
  readonly lang: string | null;
  readonly url: string;
  readonly archived: string | null;
  readonly tags: readonly string[];
  /** Quotations and the researcher's words, labelled. */
  readonly notes: readonly string[];
  /** Where this reference comes from, if it was found through the dataset. */
  readonly via: string | null;
}

/** References of all notes, pages first, each address once. */
export function references(notes: readonly Annotation[]): Reference[] {
  const pages = new Map<string, Reference & { notes: string[]; tags: string[] }>();
  const sources = new Map<string, Reference & { notes: string[] }>();
  for (const note of notes) {
    const key = `sl-${contentHash(pageKey(note.page.url))}`;
    const known = pages.get(key);
    if (known) {
      known.notes.push(writeCarried(note));
      known.tags.push(...note.tags.filter((tag) => !known.tags.includes(tag)));
    } else pages.set(key, { ...pageReference(note, key), notes: [writeCarried(note)], tags: [...note.tags] });
    for (const fact of note.facts) {
      for (const source of fact.statement?.sources ?? []) {
        const sourceKey = `sl-${contentHash(pageKey(source.url))}`;
        const text = `${WORDS.dataset}: ${factWords(fact)} (${checkedWords(fact)}, ${WORDS.via(fact.dataset)})`;
        const before = sources.get(sourceKey);
        if (!before)
          sources.set(sourceKey, {
            ...sourceReference(source, sourceKey, fact.dataset),
            notes: [...(source.origin ? [WORDS.from(source.origin)] : []), text],
          });
        else if (!before.notes.includes(text)) before.notes.push(text);
      }
    }
  }
  return [...pages.values(), ...[...sources.values()].filter(({ key }) => !pages.has(key))];
}

function pageReference({ page, archived }: Annotation, key: string): Omit<Reference, 'notes' | 'tags'> {
  return {
    key,
    title: page.title || WORDS.untitled,
    authors: page.authors,
    publisher: page.publisher,
    published: page.published,
    read: page.read || null,
    lang: page.lang,
    url: page.url,
    archived: archived?.url ?? null,
    via: null,
  };
}

function sourceReference(
  source: FactContent['sources'][number],
  key: string,
  dataset: string,
): Omit<Reference, 'notes'> {
  return {
    key,
    title: source.title ?? WORDS.untitled,
    authors: [],
    publisher: source.publisher,
    published: source.published,
    read: null,
    lang: source.lang,
    url: sourceAddress(source),
    archived: source.archived,
    tags: [],
    via: WORDS.via(dataset),
  };
}
