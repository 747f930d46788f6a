/**
 * What a page states about its article: date, addresses, headlines, language.
 *
 * The order of trust for the date: JSON-LD of the article (written for machines), then meta elements, then <time> in the
 * article (may be a comment's or a related story's), then the day in the address.
 */

import type { PageFacts } from '../../core/dataset/same-page.ts';
import { type ArticleRecord, readArticleRecords } from './json-ld.ts';
import { bodyOf, rootOf } from './past-fields.ts';
import { statedDay } from './stated-day.ts';

export interface OpenPageFacts extends PageFacts {
  /** The article's language as the page declares it (BCP 47), which is often wrong; null when it declares none. */
  readonly lang: string | null;
}

/** Names that content systems give to the date of publication, most trusted first. Dates of change are of no use. */
const DATE_NAMES =
  'article:published_time og:article:published_time og:published_time article:published datepublished date.published' +
  ' dc.date.issued dcterms.issued dc.date dcterms.date dcterms.created dc.date.created date parsely-pub-date sailthru.date' +
  ' pubdate publishdate publish-date publish_date publication_date publication-date published_at article_date_original' +
  ' article.published article:publicationdate cxenseparse:recs:publishtime citation_publication_date citation_online_date bt:pubdate' +
  ' rnews:datepublished originalpublicationdate displaydate date_published shareaholic:article_published_time';

/** Reads the facts; `url` is the page's address. Never throws: what is broken is passed over. */
export function readPageFacts(document: Document, url: string): OpenPageFacts {
  const records = readArticleRecords(document);
  const metas = readMetas(document);
  const record = ownRecord(records, url);
  const lang = readLanguage(document, record, metas);
  return {
    date: readDate(document, url, record, metas, lang),
    urls: distinct([url, absolute(canonical(document), url), absolute(metas.get('og:url'), url)]),
    titles: distinct([
      document.title,
      document.querySelector('article h1, main h1')?.textContent,
      document.querySelector('h1')?.textContent,
      metas.get('og:title'),
      record?.headline,
    ]),
    lang,
  };
}

function readDate(
  document: Document,
  url: string,
  record: ArticleRecord | null,
  metas: ReadonlyMap<string, string>,
  lang: string | null,
): string | null {
  const own = statedDay(record?.published);
  if (own) return own;
  for (const name of DATE_NAMES.split(' ')) {
    const day = statedDay(metas.get(name), lang);
    if (day) return day;
  }
  return timeElementDay(document, lang) ?? addressDay(url);
}

/** The day of the first <time> of the article, or of the one that is marked as its date of publication. */
function timeElementDay(document: Document, lang: string | null): string | null {
  const scope = document.querySelector('article') ?? document.querySelector('main') ?? bodyOf(document);
  const marked = scope?.querySelectorAll('[itemprop~="datePublished"], time[pubdate]') ?? [];
  const plain = scope?.querySelectorAll('time:not([itemprop~="dateModified"])') ?? [];
  // A microformat of 2005 that old themes still write: the day is the title of what shows the hour.
  const titled = scope?.querySelectorAll('abbr.published[title]') ?? [];
  for (const element of [...marked, ...plain, ...titled]) {
    if (element.closest('nav, aside, [role="navigation"], [itemprop="comment"]')) continue;
    const day = statedDay(
      element.getAttribute('datetime') ??
        element.getAttribute('content') ??
        (element.localName === 'abbr' ? element.getAttribute('title') : element.textContent),
      lang,
    );
    if (day) return day;
  }
  return null;
}

/** /2019/06/18/ in an address is the day of publication wherever it is used. */
function addressDay(url: string): string | null {
  const match = /^[^?#]*?\/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=[/_-]|$)/.exec(url);
  return match ? statedDay(`${match[1]}-${match[2]}-${match[3]}`) : null;
}

/** The record of this page where several are given (a list of stories, an endless scroll), else the first. */
function ownRecord(records: readonly ArticleRecord[], url: string): ArticleRecord | null {
  const path = pathOf(url);
  return (
    records.find((record) => record.urls.some((address) => pathOf(absolute(address, url)) === path)) ??
    records[0] ??
    null
  );
}

function readLanguage(
  document: Document,
  record: ArticleRecord | null,
  metas: ReadonlyMap<string, string>,
): string | null {
  const declared = [
    document.querySelector('article[lang], main[lang]')?.getAttribute('lang'),
    rootOf(document)?.getAttribute('lang'),
    rootOf(document)?.getAttribute('xml:lang'),
    record?.language,
    metas.get('og:locale'),
    metas.get('content-language'),
  ];
  for (const value of declared) {
    // “sr_RS”, “en-GB”; a list of languages tells nothing.
    const tag = typeof value === 'string' ? value.trim().replace('_', '-') : '';
    if (/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag)) return tag;
  }
  return null;
}

/** Content of the meta elements by lower-case name; the first of a name counts. */
function readMetas(document: Document): Map<string, string> {
  const metas = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta')) {
    const content = meta.getAttribute('content') ?? '';
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = meta.getAttribute(attribute)?.trim().toLowerCase();
      if (name && content.trim() !== '' && !metas.has(name)) metas.set(name, content);
    }
  }
  return metas;
}

function canonical(document: Document): string | null | undefined {
  return document.querySelector('link[rel~="canonical" i][href]')?.getAttribute('href');
}

function absolute(address: string | null | undefined, base: string): string | null {
  if (!address) return null;
  try {
    const { href, protocol } = new URL(address, base);
    return protocol === 'http:' || protocol === 'https:' ? href : null;
  } catch {
    // Not an address: what else it says about the page is not affected.
    return null;
  }
}

function pathOf(url: string | null): string | null {
  return url?.replace(/^[a-z]+:\/\/[^/]*|[?#].*$/gi, '').replace(/\/+$/, '') ?? null;
}

/** Strings that are there, white space collapsed, each once. */
function distinct(values: readonly unknown[]): string[] {
  const texts = values
    .filter((value) => typeof value === 'string')
    .map((value) => value.replace(/\s+/g, ' ').trim());
  return [...new Set(texts)].filter((text) => text !== '');
}
