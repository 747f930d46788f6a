/**
 * Notes as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), without loss. What the model has a word for is said in
 * its words: bodies with purposes, selectors, TimeState for the day of reading and the archived copy. The rest stands under one
 * key of ours, as a JSON literal, which other programs carry along or drop.
 *
 * The three voices: the researcher's words are the body with the purpose "commenting", quotations are the selectors of the
 * target, statements of the dataset are bodies with the purpose "describing", a creator and the voice "dataset".
 */
import type { Annotation, PinnedFact } from '../annotation.ts';
import { checkedWords, factWords } from './citation.ts';

export const CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    sidelight: 'urn:sidelight:vocabulary#',
    voice: 'sidelight:voice',
    record: { '@id': 'sidelight:record', '@type': '@json' },
    export: { '@id': 'sidelight:export', '@type': '@json' },
  },
] as const;

/** Raised when a reader of an older version could misread the record. */
export const EXPORT_FORMAT = 1;

type Json = Record<string, unknown>;

/** One note, without the context, which the page of notes carries. */
export function toJsonLd(note: Annotation): Json {
  const { page, passage, archived, ...own } = note;
  const { url, title, lang, ...pageRest } = page;
  return {
    id: idOf(note.id),
    type: 'Annotation',
    motivation: note.note !== '' ? 'commenting' : note.tags.length > 0 ? 'tagging' : 'highlighting',
    created: note.created,
    modified: note.modified,
    body: bodies(note),
    target: {
      type: 'SpecificResource',
      source: {
        id: iri(url),
        type: 'Text',
        format: 'text/html',
        ...(isLanguage(lang) ? { language: lang } : {}),
        'dc:title': title,
      },
      ...(passage ? { selector: selectors(passage) } : {}),
      ...(isDay(page.read) || archived
        ? {
            state: {
              type: 'TimeState',
              ...(isDay(page.read) ? { sourceDate: `${page.read}T00:00:00Z` } : {}),
              ...(archived ? { cached: iri(archived.url) } : {}),
            },
          }
        : {}),
    },
    record: {
      rev: own.rev,
      colour: own.colour,
      tags: own.tags,
      entities: own.entities,
      facts: own.facts,
      origin: own.origin,
      twin: own.twin,
      page: {
        title,
        ...pageRest,
        // As they are, where the model has no form for them.
        ...(iri(url) === url ? {} : { url }),
        ...(lang === null || isLanguage(lang) ? {} : { lang }),
      },
      passage: passage
        ? {
            text: passage.text,
            before: passage.before,
            after: passage.after,
            hash: passage.hash,
            fragment: passage.fragment,
            selectors: passage.selectors,
          }
        : null,
      archived,
    },
  };
}

/** The head of a file of notes: everything before its items. Items follow one a line, so that files can be compared by line. */
export function pageHead(about: { notes: number; exported: string; id: string }): Json {
  return {
    '@context': CONTEXT,
    id: idOf(about.id),
    type: 'AnnotationPage',
    startIndex: 0,
    generator: { id: 'urn:sidelight', type: 'Software', name: 'Sidelight' },
    export: { format: EXPORT_FORMAT, notes: about.notes, exported: about.exported },
  };
}

function bodies(note: Annotation): Json[] {
  const own =
    note.note === ''
      ? []
      : [
          {
            type: 'TextualBody',
            value: note.note,
            format: 'text/markdown',
            purpose: 'commenting',
            voice: 'researcher',
          },
        ];
  const tags = note.tags.map((value) => ({ type: 'TextualBody', value, purpose: 'tagging' }));
  const entities = note.entities.map(({ id, name }) => ({
    type: 'SpecificResource',
    source: { id: `urn:sidelight:entity:${encodeURIComponent(id)}`, 'dc:title': name },
    purpose: 'linking',
  }));
  return [...own, ...tags, ...entities, ...note.facts.map(factBody)];
}

function factBody(fact: PinnedFact): Json {
  return {
    type: 'TextualBody',
    value: `${factWords(fact)} (${checkedWords(fact)})`,
    format: 'text/plain',
    language: 'en',
    purpose: 'describing',
    voice: 'dataset',
    ...(fact.statement
      ? {
          creator: {
            type: 'Organization',
            name: fact.statement.sources[0]?.publisher ?? fact.statement.speaker.name,
          },
          'dc:source': fact.statement.sources.map((source) => iri(source.url)),
        }
      : {}),
  };
}

function selectors({ selectors: { quote, position, range } }: NonNullable<Annotation['passage']>): Json[] {
  const { exact, prefix, suffix } = quote;
  return [
    { type: 'TextQuoteSelector', exact, prefix, suffix },
    ...(position ? [{ ...position }] : []),
    ...(range
      ? [
          {
            type: 'RangeSelector',
            startSelector: xpath(range.startContainer, range.startOffset),
            endSelector: xpath(range.endContainer, range.endOffset),
          },
        ]
      : []),
  ];
}

function xpath(value: string, offset: number): Json {
  return {
    type: 'XPathSelector',
    value,
    refinedBy: { type: 'TextPositionSelector', start: offset, end: offset },
  };
}

/** Ids have to be IRIs. */
function idOf(id: string): string {
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(id)
    ? `urn:uuid:${id}`
    : `urn:sidelight:note:${encodeURIComponent(id)}`;
}

/** An address as an IRI: some have characters in them that no IRI may have, and browsers do not mind. */
function iri(address: string): string {
  return address.replace(/[<>"{}|\\^`]/g, encodeURIComponent);
}

function isLanguage(lang: string | null): lang is string {
  return lang !== null && /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i.test(lang);
}

/** A whole date; `2019-02-31` is none. */
function isDay(date: string): boolean {
  return (
    /^\d{4}-\d\d-\d\d$/.test(date) &&
    !Number.isNaN(Date.parse(date)) &&
    new Date(date).toISOString().startsWith(date)
  );
}
