/**
 * Is this page an article? Asked on every page that is opened, so it is small, looks at little and asks first what settles
 * most pages: without prose there is no article.
 *
 * A few signs, each worth some points; the page is an article when the points are above zero. So a bare paragraph in a
 * frame is read, a log-in page with a friendly sentence is not. Wrong answers are not alike: an article that is missed
 * helps nobody until the reader asks for it, a page that is read for nothing costs a few milliseconds. Doubtful pages are
 * therefore read.
 *
 * @mozilla/readability's isProbablyReaderable was weighed: it wants paragraphs of 140 letters, which briefs, live blogs
 * and apps do not have, asks for layout, and does not tell a list of teasers from a text.
 */
import { findAllIn, findIn, ownOf } from './past-fields.ts';
import {
  ARTICLE,
  LINKED_HEADING,
  leadsElsewhere,
  linkLength,
  measureProse,
  type Prose,
  pageOf,
} from './prose.ts';

export interface PageKind {
  readonly isArticle: boolean;
  /** What spoke for (+) and against (−) it, for the reader and for whoever mends a wrong answer. */
  readonly reasons: string[];
  readonly prose: Prose;
  /** The prose stands in open shadow trees. */
  readonly inShadow: boolean;
  /** The open shadow trees that were looked into: those that hold nothing yet may be filled. */
  readonly trees: readonly ShadowRoot[];
}

interface Signal {
  readonly reason: string;
  readonly points: number;
  readonly holds: (document: Document, prose: Prose) => boolean;
}

/** Below this a form or a log-in is what the page is for. */
const LITTLE_PROSE = 600;
const LONG_PROSE = 1500;
/** Chats are that long at first sight, and no longer. */
const VERY_LONG_PROSE = 2000;
/** Letters of own text that outweigh one teaser. */
const PER_TEASER = 150;
const NO_PROSE: Prose = { letters: 0, inArticles: 0, inMain: 0, teasers: 0 };

const SIGNALS: readonly Signal[] = [
  { reason: 'has a sentence of prose', points: 1, holds: (_, { letters }) => letters > 0 },
  { reason: 'is a table under a headline', points: 1, holds: isFactTable },
  { reason: 'has several sentences', points: 1, holds: (_, { letters }) => letters >= 400 },
  { reason: 'has long prose', points: 1, holds: (_, { letters }) => letters >= LONG_PROSE },
  { reason: 'has prose in an article element', points: 2, holds: (_, { inArticles }) => inArticles > 0 },
  { reason: 'has prose in a main element', points: 1, holds: (_, { inMain }) => inMain > 0 },
  { reason: 'has a headline of its own', points: 1, holds: hasOwnHeadline },
  // Among a strip of other stories: they have no paragraphs to speak of.
  { reason: 'has a story under its headline', points: 3, holds: hasStoryUnderHeadline },
  { reason: 'is declared an article', points: 3, holds: isDeclaredArticle },
  { reason: 'has the headline that it is declared to have', points: 3, holds: hasDeclaredHeadline },
  { reason: 'is declared something else', points: -6, holds: isDeclaredOther },
  { reason: 'consists of links to other stories', points: -6, holds: isListOfStories },
  {
    reason: 'asks for a password',
    points: -4,
    // Inside an article it is the wall of a paid one. Terms of use may stand around the field.
    holds: (document, { letters, inArticles, inMain }) =>
      letters < (inMain > 0 ? LONG_PROSE : LITTLE_PROSE) && inArticles === 0 && asksForPassword(document),
  },
  {
    reason: 'is a form',
    points: -3,
    holds: (document, { letters, inArticles }) =>
      letters < LITTLE_PROSE &&
      inArticles === 0 &&
      findAllIn(document, FIELDS).length >= 3 &&
      !has(document, COMMENT_FIELD) &&
      !storyBefore(document, findIn(document, FIELDS)),
  },
  {
    reason: 'is for choosing rows',
    points: -4,
    holds: (document, prose) =>
      isDoubtful(prose) && findAllIn(document, 'td input[type="checkbox"]').length >= FEWEST_CHOICES,
  },
  {
    reason: 'is for writing',
    points: -4,
    // What is written by readers stands under a headline.
    holds: (document, { letters, inArticles }) =>
      letters < VERY_LONG_PROSE &&
      inArticles === 0 &&
      !hasOwnHeadline(document) &&
      has(document, WRITING) &&
      !has(document, COMMENT_FIELD),
  },
  {
    reason: 'shows what was searched for',
    points: -4,
    holds: (document, { letters, inArticles }) =>
      (letters < LITTLE_PROSE * 2 && hasSearchAddress(document)) ||
      (inArticles === 0 && isSearchedFor(document, letters >= LITTLE_PROSE)),
  },
  {
    reason: 'is an application',
    points: -4,
    holds: (document, prose) =>
      (isDoubtful(prose) || (prose.inArticles === 0 && !hasOwnHeadline(document))) &&
      (has(document, APPLICATION) || (has(document, 'table[role="grid"]') && !hasOwnHeadline(document))),
  },
  // Live blogs are marked up like that as well: they have a headline and more prose to set against it.
  {
    reason: 'is a feed or a chat',
    points: -2,
    holds: (document, prose) => isDoubtful(prose) && has(document, '[role="feed"],[role="log"]'),
  },
];

const FIELDS =
  'select,textarea,input:not([type]),input[type="text"],input[type="email"],input[type="tel"],input[type="number"],' +
  'input[type="date"],input[type="file"]';

/** So many boxes to tick, each in a row of its own. */
const FEWEST_CHOICES = 5;
const WRITING = 'textarea,[contenteditable="true"],[role="textbox"]';
/** Below a story readers are asked for theirs. The name is that of most systems, in every language. */
const COMMENT_FIELD = 'textarea[name*="comment" i]';
/** A table that is one is a mailbox, but also any table that can be sorted, or a calendar in the margin: those stand by a headline. */
const APPLICATION = '[role="application"],[role="grid"]:not(table),[role="treegrid"],[role="tree"]';

/** Classifies a page. Never throws on odd documents. */
export function judgePage(document: Document): PageKind {
  const type = ownOf(document, 'contentType') as string | undefined;
  if (type && !type.includes('html')) return refuse(`is ${type}`);
  const found = proseOf(document);
  const { prose } = found;
  if (prose.letters === 0 && !isFactTable(document, prose)) return refuse('has no prose', found);
  // Asked last: each element of another kind that a script touches for the first time costs a page up to 0.1 ms.
  if (ownOf(document, 'body')?.localName !== 'body') return refuse('has no body');
  if (ownOf(document, 'designMode') === 'on') return refuse('is an editor');
  const held = SIGNALS.filter((signal) => signal.holds(document, prose));
  return {
    isArticle: held.reduce((points, signal) => points + signal.points, 0) > 0,
    reasons: held.map(({ points, reason }) => `${points > 0 ? '+' : '−'} ${reason}`),
    ...found,
  };
}

/** Also documents that are no web page at all: pictures, feeds, source code, whole-page editors. */
function refuse(reason: string, found: Found = { prose: NO_PROSE, inShadow: false, trees: [] }): PageKind {
  return { isArticle: false, reasons: [`− ${reason}`], ...found };
}

type Found = Pick<PageKind, 'prose' | 'inShadow' | 'trees'>;

/** Prose of the page, or of the open shadow trees that hold it. */
function proseOf(document: Document): Found {
  const prose = measureProse(document);
  const trees: ShadowRoot[] = [];
  if (prose.letters > 0 || prose.teasers > 0) return { prose, inShadow: false, trees };
  for (const root of openShadowRoots(document)) {
    trees.push(root);
    const inside = measureProse(root);
    if (inside.letters > 0) return { prose: inside, inShadow: true, trees };
  }
  return { prose, inShadow: false, trees };
}

/** Elements looked at for shadow roots in one tree, from its top: applications made of components begin with one. */
const MOST_HOSTS = 150;

function* openShadowRoots(scope: Document | ShadowRoot): Generator<ShadowRoot> {
  const elements = findAllIn(scope, '*');
  const most = Math.min(elements.length, MOST_HOSTS);
  for (let i = 0; i < most; i++) {
    const root = elements[i]?.shadowRoot;
    if (!root) continue;
    yield root;
    yield* openShadowRoots(root);
  }
}

function headlineOf(document: Document): Element | null {
  return findIn(document, HEADLINE);
}

const HEADLINE = 'h1,[role="heading"][aria-level="1"]';

function hasOwnHeadline(document: Document): boolean {
  const headline = headlineOf(document);
  const link = headline?.querySelector('a[href]');
  return headline !== null && !(link && leadsElsewhere(link)) && headline.textContent?.trim() !== '';
}

/** The headline is an article's, which has more paragraphs than a teaser. */
function hasStoryUnderHeadline(document: Document, { inArticles }: Prose): boolean {
  if (inArticles === 0 || !hasOwnHeadline(document)) return false;
  const article = headlineOf(document)?.closest(ARTICLE);
  return article?.getElementsByTagName('p')[2] !== undefined;
}

/** A box to log in that stands before the headline is the site's, and not what the page is for; one below a story is its wall. */
function asksForPassword(document: Document): boolean {
  const field = findIn(document, 'input[type="password"]');
  if (!field) return false;
  const headline = hasOwnHeadline(document) ? headlineOf(document) : null;
  if (!headline) return true;
  return (headline.compareDocumentPosition(field) & PRECEDING) === 0 && !storyBefore(document, field);
}

/** Whether some paragraphs stand between the headline and this element. */
function storyBefore(document: Document, element: Element | null): boolean {
  const headline = hasOwnHeadline(document) ? headlineOf(document) : null;
  if (!headline || !element) return false;
  const paragraphs = [...findAllIn(document, 'p')].slice(0, MOST_LOOKED_AT);
  const isBetween = (paragraph: Element) =>
    (headline.compareDocumentPosition(paragraph) & PRECEDING) === 0 &&
    (element.compareDocumentPosition(paragraph) & PRECEDING) !== 0 &&
    (paragraph.textContent ?? '').trim().length >= SHORTEST_PARAGRAPH;
  return paragraphs.filter(isBetween).length >= FEWEST_PARAGRAPHS;
}

/** More than what is said beside a form: in letters, and in paragraphs. */
const SHORTEST_PARAGRAPH = 80;
const FEWEST_PARAGRAPHS = 2;
const MOST_LOOKED_AT = 30;

/** Node.DOCUMENT_POSITION_PRECEDING, without the global. */
const PRECEDING = 2;

/**
 * Contracts, votes, sanctions: a page without a sentence that is worth reading all the same. Layout and lists of stories are
 * made of tables as well, but stand in no main element, or consist of links.
 */
function isFactTable(document: Document, { letters, teasers }: Prose): boolean {
  if (letters > 0 || teasers > 0 || !hasOwnHeadline(document)) return false;
  const table = findIn(document, FACT_TABLE);
  if (!table || table.getElementsByTagName('tr').length < FEWEST_ROWS) return false;
  if (table.querySelector(NO_FACTS)) return false;
  return linkLength(table) * 2 < (table.textContent ?? '').trim().length;
}

const FACT_TABLE = ':is(article,main,[role="main"]) table:not([role])';
const FEWEST_ROWS = 3;
/** Lines of code, and rows to choose from or to fill in. */
const NO_FACTS = 'td[data-line-number],td input';

function isDeclaredArticle(document: Document): boolean {
  // Not parsed: lists of stories are taken for articles here, and are told apart by being lists.
  if (isDeclaredAs(document, ANY_ARTICLE)) return true;
  // Shops say it of their goods.
  return openGraphType(document).startsWith('article') && !isDeclaredAs(document, GOODS);
}

const ANY_ARTICLE = /"@type"\s*:\s*\[?\s*"\w*(?:Article|BlogPosting)"/;
const GOODS = /"@type"\s*:\s*\[?\s*"(?:Product|Offer|JobPosting)"/;

function isDeclaredAs(document: Document, type: RegExp): boolean {
  for (const script of findAllIn(document, 'script[type="application/ld+json"]')) {
    if (type.test(script.textContent ?? '')) return true;
  }
  return false;
}

/** One story is declared, and the page's own headline is its headline. A list names many, and none of them is its headline. */
function hasDeclaredHeadline(document: Document): boolean {
  if (!hasOwnHeadline(document)) return false;
  const headline = lettersOf(headlineOf(document)?.textContent ?? '');
  if (headline.length < SHORTEST_HEADLINE) return false;
  for (const script of findAllIn(document, 'script[type="application/ld+json"]')) {
    for (const [, declared = ''] of (script.textContent ?? '').matchAll(
      /"headline"\s*:\s*"((?:[^"\\]|\\.)*)"/g,
    ))
      if (lettersOf(declared) === headline) return true;
  }
  return false;
}

/** Letters in a headline: what is shorter may be a section's name. */
const SHORTEST_HEADLINE = 15;

/** Without all that is written in more than one way. */
function lettersOf(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function isDeclaredOther(document: Document): boolean {
  if (/^(?:product|profile|music|game|book|place|restaurant)/.test(openGraphType(document))) return true;
  return isDeclaredAs(document, GOODS) && !isDeclaredAs(document, ANY_ARTICLE);
}

function openGraphType(document: Document): string {
  const meta = findIn(document, 'meta[property="og:type"]');
  return meta?.getAttribute('content')?.toLowerCase() ?? '';
}

function isListOfStories(document: Document, { letters, teasers }: Prose): boolean {
  // Headlines without a text below them count on a page that has little text: the margins of articles are full of them.
  const headlines = letters < LITTLE_PROSE * 2 ? linkedHeadlines(document) : 0;
  const stories = Math.max(teasers, headlines);
  return stories >= 4 && letters < stories * PER_TEASER;
}

/** Pages that headlines lead to: the entries of a live blog all lead to one. */
function linkedHeadlines(document: Document): number {
  const links = [...findAllIn(document, LINKED_HEADING)].slice(0, MOST_LOOKED_AT).filter(leadsElsewhere);
  return new Set(links.map((link) => pageOf(link as HTMLAnchorElement))).size;
}

function hasSearchAddress(document: Document): boolean {
  return /[?&](?:q|query|search)=[^&]/.test(document.location?.search ?? '');
}

/**
 * A search field is filled, and with what the title says as well, should that be `inTitle`. Old sites fill theirs with the word
 * “search”, and some leave it as it was.
 */
function isSearchedFor(document: Document, inTitle: boolean): boolean {
  const title = ownOf(document, 'title').toLowerCase();
  return [...findAllIn(document, SEARCH_FIELD)].some((field) => {
    const words = field.getAttribute('value')?.trim().toLowerCase() ?? '';
    return words.length > 1 && (!inTitle || title.includes(words));
  });
}

const SEARCH_FIELD =
  'input[type="search"],input[name="q"],input[name="query"],input[name="search"],input[name="s"]';

/** Neither long nor in an article: worth a search through the whole page for what else it may be. */
function isDoubtful({ letters, inArticles }: Prose): boolean {
  return inArticles === 0 && letters < LONG_PROSE;
}

function has(document: Document, selector: string): boolean {
  return findIn(document, selector) !== null;
}
