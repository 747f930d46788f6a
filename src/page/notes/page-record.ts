/** What a page says about itself, for citing it: title, authors, publisher, dates, canonical address, language. */
import type { SavedPage } from '../../core/annotation/annotation.ts';
import { readPageFacts } from '../read/page-facts.ts';
import { statedDay } from '../read/stated-day.ts';

/** Reads the record; `today` is the day of reading. Never throws: what is not said stays empty. */
export function readPageRecord(document: Document, today: string): SavedPage {
  // A fragment is a place in the page, unless a script routes by it.
  const url = document.location.href.replace(/(?:#(?![!/])|:~:).*$/s, '');
  const facts = readPageFacts(document, url);
  const records = jsonLdRecords(document);
  return {
    url,
    canonical: facts.urls.find((other) => other !== url) ?? null,
    title: titleOf(document),
    authors: distinct([...records.flatMap(authorsOf), ...metas(document, AUTHOR_NAMES)]).slice(0, 20),
    publisher:
      distinct([
        ...records.flatMap((record) => nameOf(record.publisher)),
        ...metas(document, PUBLISHER_NAMES),
      ])[0] ?? document.location.hostname.replace(/^www\./, ''),
    published: facts.date,
    changed: firstDay([...records.map((record) => record.dateModified), ...metas(document, CHANGED_NAMES)]),
    lang: facts.lang,
    read: today,
  };
}

const AUTHOR_NAMES = [
  'author',
  'article:author',
  'dc.creator',
  'dcterms.creator',
  'citation_author',
  'parsely-author',
  'sailthru.author',
];
const PUBLISHER_NAMES = [
  'og:site_name',
  'citation_journal_title',
  'dc.publisher',
  'application-name',
  'publisher',
];
const CHANGED_NAMES = [
  'article:modified_time',
  'og:updated_time',
  'dcterms.modified',
  'last-modified',
  'datemodified',
];

type Json = Readonly<Record<string, unknown>>;

/** The headline as it is written; a document's title mostly carries the site's name. */
function titleOf(document: Document): string {
  const headline = document.querySelector('article h1, main h1, h1')?.textContent;
  const shared = metas(document, ['og:title', 'citation_title', 'dc.title'])[0];
  return oneLine(shared ?? headline ?? document.title) || oneLine(document.title);
}

function metas(document: Document, names: readonly string[]): string[] {
  const found: string[] = [];
  for (const name of names) {
    for (const meta of document.querySelectorAll(
      `meta[name="${name}" i],meta[property="${name}" i],meta[itemprop="${name}" i]`,
    )) {
      const content = oneLine(meta.getAttribute('content') ?? '');
      // Some sites put the author's page where the name belongs.
      if (content !== '' && !/^https?:/.test(content)) found.push(content);
    }
  }
  return found;
}

/** Objects of the page's JSON-LD that name an author or a publisher, wherever they are nested. */
function jsonLdRecords(document: Document): Json[] {
  const found: Json[] = [];
  const visit = (value: unknown, depth: number) => {
    if (depth > 4 || typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const item of value) visit(item, depth + 1);
      return;
    }
    const record = value as Json;
    if (record.author || record.publisher || record.dateModified) found.push(record);
    visit(record['@graph'], depth + 1);
    visit(record.mainEntity, depth + 1);
  };
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    const source = script.textContent ?? '';
    if (source.length > 500_000) continue;
    try {
      visit(JSON.parse(source), 0);
    } catch {
      // Broken blocks are common; the meta elements are read as well.
    }
  }
  return found;
}

function authorsOf({ author }: Json): string[] {
  return (Array.isArray(author) ? author : [author]).flatMap(nameOf);
}

function nameOf(value: unknown): string[] {
  const name = typeof value === 'object' && value !== null ? (value as Json).name : value;
  return typeof name === 'string' && !/^https?:/.test(name) ? [oneLine(name)] : [];
}

function firstDay(values: readonly unknown[]): string | null {
  for (const value of values) {
    const day = statedDay(value);
    if (day) return day;
  }
  return null;
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values.filter((value) => value !== ''))];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 1000);
}
