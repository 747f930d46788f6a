/**
 * Is this page an article, and which elements hold it?
 *
 * A few signs, each worth some points; the page is an article when it has prose and the points are above zero. So a bare
 * paragraph in a frame is read, a log-in page with a friendly sentence is not. Wrong answers are not alike: an article that
 * is missed helps nobody until the reader asks for it, while a page that is read for nothing costs a few milliseconds.
 * Doubtful pages are therefore read.
 *
 * @mozilla/readability's isProbablyReaderable was weighed: it wants 140 letters in a paragraph, which live blogs, briefs
 * and apps do not have, asks for layout, and does not know a list of teasers from a text.
 */

import { readArticleRecords } from './json-ld.ts';
import { isInsideLeftOut, isMostlyLinks, visibleLength } from './left-out.ts';
import { ARTICLE, MAIN, measureProse, type Prose } from './prose.ts';

export interface FoundArticle {
  readonly isArticle: boolean;
  /** The elements whose text is the article's, in document order. Given also for a page that is none, should the reader insist. */
  readonly roots: Element[];
  /** What spoke for (+) and against (−) it, for the reader and for whoever mends a wrong answer. */
  readonly reasons: string[];
}

interface Signs {
  readonly document: Document;
  readonly prose: Prose;
}

interface Signal {
  readonly reason: string;
  readonly points: number;
  readonly holds: (signs: Signs) => boolean;
}

/** Below this a form, a log-in or a list of teasers is what the page is for. */
const LITTLE_PROSE = 600;
/** Letters of own text that outweigh one teaser. */
const PER_TEASER = 150;

const SIGNALS: readonly Signal[] = [
  { reason: 'is declared an article', points: 3, holds: ({ document }) => isDeclaredArticle(document) },
  { reason: 'is declared something else', points: -4, holds: ({ document }) => isDeclaredOther(document) },
  { reason: 'has prose in an article element', points: 2, holds: ({ prose }) => prose.inArticles > 0 },
  { reason: 'has prose in a main element', points: 1, holds: ({ prose }) => prose.inMain > 0 },
  { reason: 'has a headline of its own', points: 1, holds: ({ document }) => hasOwnHeadline(document) },
  { reason: 'has a sentence of prose', points: 1, holds: ({ prose }) => prose.letters > 0 },
  { reason: 'has several sentences', points: 1, holds: ({ prose }) => prose.letters >= 400 },
  { reason: 'has long prose', points: 1, holds: ({ prose }) => prose.letters >= 1500 },
  {
    reason: 'consists of links to other stories',
    points: -4,
    holds: ({ prose }) => prose.teasers >= 3 && prose.letters < prose.teasers * PER_TEASER,
  },
  {
    reason: 'asks for a password',
    points: -3,
    holds: ({ document, prose }) =>
      prose.letters < LITTLE_PROSE && document.querySelector('input[type="password" i]') !== null,
  },
  {
    reason: 'is a form',
    points: -2,
    holds: ({ document, prose }) => prose.letters < LITTLE_PROSE && countFields(document) >= 3,
  },
  {
    reason: 'shows what was searched for',
    points: -2,
    holds: ({ document, prose }) => prose.letters < LITTLE_PROSE * 2 && isSearchResult(document),
  },
  { reason: 'is an application', points: -4, holds: ({ document }) => isApplication(document) },
  // Live blogs are marked up like that as well: they have a headline and articles to set against it.
  {
    reason: 'is a feed or a chat',
    points: -2,
    holds: ({ document }) => document.querySelector('[role="feed"], [role="log"]') !== null,
  },
];

/** Classifies the page and finds its article. Costs well below a millisecond on a page without prose. */
export function findArticle(document: Document): FoundArticle {
  const refusal = plainRefusal(document);
  if (refusal) return { isArticle: false, roots: [], reasons: [`− ${refusal}`] };
  const { prose, inShadow } = proseOf(document);
  if (prose.letters === 0) {
    return { isArticle: false, roots: fallbackRoots(document), reasons: ['− has no prose'] };
  }
  const signs = { document, prose };
  const held = SIGNALS.filter((signal) => signal.holds(signs));
  return {
    isArticle: held.reduce((points, signal) => points + signal.points, 0) > 0,
    roots: inShadow ? [document.body] : findRoots(document, prose),
    reasons: held.map(({ points, reason }) => `${points > 0 ? '+' : '−'} ${reason}`),
  };
}

/** Documents that are no web page at all: pictures, feeds, source code, whole-page editors. */
function plainRefusal(document: Document): string | null {
  const type = document.contentType as string | undefined;
  if (type && !/html/.test(type)) return `is ${type}`;
  if (document.body?.localName !== 'body') return 'has no body';
  if (document.designMode === 'on') return 'is an editor';
  return null;
}

/** Prose of the page, or of the open shadow trees that hold it. */
function proseOf(document: Document): { prose: Prose; inShadow: boolean } {
  const prose = measureProse(document);
  if (prose.letters > 0 || prose.teasers > 0) return { prose, inShadow: false };
  for (const root of openShadowRoots(document)) {
    const inside = measureProse(root);
    if (inside.letters > 0) return { prose: inside, inShadow: true };
  }
  return { prose, inShadow: false };
}

/** Elements looked at for shadow roots. Only pages without any prose of their own are asked. */
const MAX_HOSTS = 1500;

function* openShadowRoots(scope: Document | ShadowRoot): Generator<ShadowRoot> {
  const elements = scope.querySelectorAll('body *, :host *');
  const all = elements.length > 0 ? elements : scope.querySelectorAll('*');
  for (let i = 0; i < Math.min(all.length, MAX_HOSTS); i++) {
    const root = all[i]?.shadowRoot;
    if (!root) continue;
    yield root;
    yield* openShadowRoots(root);
  }
}

/** Prose in its articles if most of it stands there, else in main, else the whole body. */
function findRoots(document: Document, prose: Prose): Element[] {
  const articles = prose.inArticles * 2 >= prose.letters ? ownArticles(document) : [];
  if (articles.length > 0) return withHeadline(document, articles);
  const main = document.querySelector(MAIN);
  return main && prose.inMain * 2 >= prose.letters ? withHeadline(document, [main]) : [document.body];
}

function fallbackRoots(document: Document): Element[] {
  const main = document.querySelector(MAIN);
  return [main ?? document.body];
}

/** Outermost article elements that hold text of their own: no teasers of other stories, no readers' comments. */
function ownArticles(document: Document): Element[] {
  return [...document.querySelectorAll(ARTICLE)].filter(
    (article) =>
      !article.parentElement?.closest(ARTICLE) &&
      !isTeaserArticle(article) &&
      !isComment(article) &&
      !isInsideLeftOut(article) &&
      visibleLength(article) > 0,
  );
}

function isTeaserArticle(article: Element): boolean {
  if (article.querySelectorAll('p').length > 2) return false;
  const heading = article.querySelector('h1, h2, h3, h4');
  const link =
    heading?.querySelector('a[href]') ?? heading?.closest('a[href]') ?? article.closest('a[href]') ?? null;
  return link ? !link.getAttribute('href')?.startsWith('#') : isMostlyLinks(article);
}

function isComment(article: Element): boolean {
  const { className } = article as { className: unknown };
  return (
    (typeof className === 'string' && /(?:^|[\s_-])comment(?:[\s_-]|$)/i.test(className)) ||
    /\/Comment$/.test(article.getAttribute('itemtype') ?? '')
  );
}

/** The roots, and before them the page's headline with its standfirst when it stands outside of them. */
function withHeadline(document: Document, roots: Element[]): Element[] {
  const headline = document.querySelector('h1');
  const first = roots[0];
  if (!headline || !first || isInsideLeftOut(headline) || headline.querySelector('a[href]')) return roots;
  const header = headline.closest('header') ?? headline;
  const whole = header.contains(first) ? headline : header;
  const isApart = roots.every((root) => !root.contains(whole));
  const isBefore = (whole.compareDocumentPosition(first) & FOLLOWING) !== 0;
  return isApart && isBefore ? [whole, ...roots] : roots;
}

/** Node.DOCUMENT_POSITION_FOLLOWING, without the global. */
const FOLLOWING = 4;

function isDeclaredArticle(document: Document): boolean {
  return /^article/i.test(openGraphType(document)) || readArticleRecords(document).length > 0;
}

function isDeclaredOther(document: Document): boolean {
  return /^(?:product|profile|music|game|book|place|restaurant)/i.test(openGraphType(document));
}

function openGraphType(document: Document): string {
  return document.querySelector('meta[property="og:type" i]')?.getAttribute('content') ?? '';
}

function hasOwnHeadline(document: Document): boolean {
  const headline = document.querySelector('h1');
  return headline !== null && !headline.querySelector('a[href]') && visibleLength(headline) > 0;
}

function countFields(document: Document): number {
  return document.querySelectorAll(
    'select, textarea, input:not([type]), input[type="text" i], input[type="email" i], input[type="tel" i],' +
      ' input[type="number" i], input[type="date" i], input[type="file" i]',
  ).length;
}

/** A filled search field beside a list, or an address that says so. */
function isSearchResult(document: Document): boolean {
  const field = document.querySelector('input[type="search" i], input[name="q" i], input[name="query" i]');
  return (
    Boolean(field?.getAttribute('value')) ||
    /[?&](?:q|query|search|s)=[^&]/.test(document.location?.search ?? '') ||
    document.querySelector('[itemtype$="SearchResultsPage"]') !== null
  );
}

/** Mail, boards, sheets: built of tools and lists that change under the reader's hands. */
function isApplication(document: Document): boolean {
  return (
    document.querySelector('[role="application"], [role="grid"], [role="treegrid"], [role="tree"]') !==
      null && !isDeclaredArticle(document)
  );
}
