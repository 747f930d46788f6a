/** What a page's JSON-LD says about its article. Made by many hands and templates: whatever cannot be read is passed over. */

/** The parts of an article's record that are used. Every value is as the page wrote it. */
export interface ArticleRecord {
  readonly published: unknown;
  readonly headline: unknown;
  readonly language: unknown;
  /** Addresses the record gives for itself. */
  readonly urls: readonly string[];
}

/** NewsArticle, ReportageNewsArticle, LiveBlogPosting, ScholarlyArticle, schema:Article, …; no comments and no other things. */
const ARTICLE_TYPE = /(?:Article|BlogPosting|LiveBlogPosting|AnalysisNews|OpinionNews|Report)$/;
/** Cheap look before parsing: most pages have JSON-LD, few describe an article. */
const MENTIONS_ARTICLE = /(?:Article|BlogPosting|NewsReport|"Report)"/;
/** Where one record is put inside another. Lists of other stories (itemListElement, hasPart) are not followed. */
const NESTING = ['@graph', 'mainEntity', 'mainEntityOfPage'];
const MAX_DEPTH = 4;
/** A block larger than this is a catalogue, not a record. */
const MAX_BLOCK = 2_000_000;

type Json = Readonly<Record<string, unknown>>;

/** Records of articles in the order of the page. */
export function readArticleRecords(document: Document): ArticleRecord[] {
  const records: ArticleRecord[] = [];
  for (const script of document.querySelectorAll('script')) {
    if (script.getAttribute('type')?.toLowerCase() !== 'application/ld+json') continue;
    const source = script.textContent ?? '';
    if (source.length > MAX_BLOCK || !MENTIONS_ARTICLE.test(source)) continue;
    const value = parseLoosely(source);
    if (value === undefined) records.push(...salvage(source));
    else collect(value, records, 0);
  }
  return records;
}

function collect(value: unknown, records: ArticleRecord[], depth: number): void {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, records, depth + 1);
    return;
  }
  // An object, and no array: its keys may be asked for.
  const record = value as Json;
  if (isArticleType(record['@type'])) records.push(asArticle(record));
  for (const key of NESTING) collect(record[key], records, depth + 1);
}

function isArticleType(type: unknown): boolean {
  const types = Array.isArray(type) ? type : [type];
  return types.some((name) => typeof name === 'string' && ARTICLE_TYPE.test(name));
}

function asArticle(record: Json): ArticleRecord {
  const { datePublished, headline, name, inLanguage, url, mainEntityOfPage } = record;
  const addresses = [url, record['@id'], mainEntityOfPage, idOf(mainEntityOfPage)];
  return {
    published: datePublished,
    headline: headline ?? name,
    language: inLanguage,
    urls: addresses.filter((address) => typeof address === 'string'),
  };
}

function idOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? (value as Json)['@id'] : undefined;
}

/** JSON, also with the mistakes that templates make: wrapped in comments, raw line breaks in strings, commas too many. */
function parseLoosely(source: string): unknown {
  return parse(source) ?? parse(mend(source));
}

function parse(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    // Broken blocks are common and say nothing about the rest of the page: the caller tries something else.
    return undefined;
  }
}

function mend(source: string): string {
  return source
    .replace(/^\s*(?:\/\/\s*)?(?:<!--|<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)/, '')
    .replace(/(?:\/\/\s*)?(?:-->|\]\]>|\/\*\s*\]\]>\s*\*\/)\s*;?\s*$/, '')
    .replace(/;\s*$/, '')
    .replace(/[\u0000-\u001f]+/g, ' ')
    .replace(/,\s*([}\]])/g, '$1');
}

/** Of a block beyond mending, the first date and headline by their keys. */
function salvage(source: string): ArticleRecord[] {
  const textOf = (key: string) => new RegExp(`"${key}"\\s*:\\s*"([^"\\n]{1,300})"`).exec(source)?.[1];
  const published = textOf('datePublished');
  const headline = textOf('headline');
  if (published === undefined && headline === undefined) return [];
  return [{ published, headline, language: textOf('inLanguage'), urls: [] }];
}
