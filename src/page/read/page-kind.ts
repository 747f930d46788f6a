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
import { hasDeclaredHeadline, isDeclaredArticle, isDeclaredOther } from './declared.ts';
import { type FoundProse, factTable, mayBeArticle, NO_PROSE, proseOf } from './found-prose.ts';
import { ownHeadline } from './headline.ts';
import type { JudgedPage } from './judged-page.ts';
import { findAllIn, ownOf } from './past-fields.ts';
import { leadsElsewhere, pageOf } from './permalink.ts';
import { ARTICLE, LINKED_HEADING, linkLength, linkOf } from './prose.ts';
import {
  asksForPassword,
  isApplication,
  isFeed,
  isForChoosing,
  isForm,
  isForWriting,
  showsFindings,
} from './purpose.ts';

export interface PageKind extends FoundProse {
  readonly isArticle: boolean;
  /** What spoke for (+) and against (−) it, for the reader and for whoever mends a wrong answer. */
  readonly reasons: string[];
}

interface Signal {
  readonly reason: string;
  readonly points: number;
  readonly holds: (page: JudgedPage) => boolean;
}

/** Letters from which on prose counts as several sentences, and as long. */
const SEVERAL = 400;
const LONG = 1500;
/** Headlines without a text below them count on a page that has less. */
const LITTLE_BESIDE_HEADLINES = 1200;
/** Letters of own text that outweigh one teaser. */
const PER_TEASER = 150;

const SIGNALS: readonly Signal[] = [
  { reason: 'has a sentence of prose', points: 1, holds: ({ letters }) => letters > 0 },
  { reason: 'is a table under a headline', points: 1, holds: isFactTable },
  { reason: 'has several sentences', points: 1, holds: ({ letters }) => letters >= SEVERAL },
  { reason: 'has long prose', points: 1, holds: ({ letters }) => letters >= LONG },
  { reason: 'has prose in an article element', points: 2, holds: ({ inArticles }) => inArticles > 0 },
  { reason: 'has prose in a main element', points: 1, holds: ({ inMain }) => inMain > 0 },
  { reason: 'has a headline of its own', points: 1, holds: ({ headline }) => headline !== null },
  // Among a strip of other stories: they have no paragraphs to speak of.
  { reason: 'has a story under its headline', points: 3, holds: hasStoryUnderHeadline },
  { reason: 'is declared an article', points: 3, holds: isDeclaredArticle },
  { reason: 'has the headline that it is declared to have', points: 3, holds: hasDeclaredHeadline },
  { reason: 'is declared something else', points: -6, holds: isDeclaredOther },
  { reason: 'consists of links to other stories', points: -6, holds: isListOfStories },
  { reason: 'asks for a password', points: -4, holds: asksForPassword },
  { reason: 'is a form', points: -3, holds: isForm },
  { reason: 'is for choosing rows', points: -4, holds: isForChoosing },
  { reason: 'is for writing', points: -4, holds: isForWriting },
  { reason: 'shows what was searched for', points: -4, holds: showsFindings },
  { reason: 'is an application', points: -4, holds: isApplication },
  { reason: 'is a feed or a chat', points: -2, holds: isFeed },
];

/** Classifies a page. Never throws on odd documents. */
export function judgePage(document: Document): PageKind {
  const type = ownOf(document, 'contentType') as string | undefined;
  if (type && !type.includes('html')) return refuse(`is ${type}`);
  const found = proseOf(document);
  if (!mayBeArticle(document, found.prose)) return refuse('has no prose', found);
  const page: JudgedPage = { ...found.prose, document, headline: ownHeadline(document) };
  if (page.letters === 0 && !isFactTable(page)) return refuse('has no prose', found);
  // Asked last: each element of another kind that a script touches for the first time costs a page up to 0.1 ms.
  if (ownOf(document, 'body')?.localName !== 'body') return refuse('has no body');
  if (ownOf(document, 'designMode') === 'on') return refuse('is an editor');
  const held = SIGNALS.filter((signal) => signal.holds(page));
  return {
    isArticle: held.reduce((points, signal) => points + signal.points, 0) > 0,
    reasons: held.map(({ points, reason }) => `${points > 0 ? '+' : '−'} ${reason}`),
    ...found,
  };
}

/** Also documents that are no web page at all: pictures, feeds, source code, whole-page editors. */
function refuse(reason: string, found = NO_PROSE): PageKind {
  return { isArticle: false, reasons: [`− ${reason}`], ...found };
}

/** The headline is an article's, which has more paragraphs than a teaser. */
function hasStoryUnderHeadline({ headline, inArticles }: JudgedPage): boolean {
  return inArticles > 0 && headline?.closest(ARTICLE)?.getElementsByTagName('p')[2] !== undefined;
}

/**
 * Contracts, votes, sanctions: a page without a sentence that is worth reading all the same. Layout and lists of stories are
 * made of tables as well, but stand in no main element, or consist of links.
 */
function isFactTable({ document, headline, letters, teasers }: JudgedPage): boolean {
  if (letters > 0 || teasers > 0 || headline === null) return false;
  const table = factTable(document);
  if (!table || table.getElementsByTagName('tr').length < FEWEST_ROWS) return false;
  if (table.querySelector(NO_FACTS)) return false;
  return linkLength(table) * 2 < (table.textContent ?? '').trim().length;
}

const FEWEST_ROWS = 3;
/** Lines of code, and rows to choose from or to fill in. */
const NO_FACTS = 'td[data-line-number],td input';

function isListOfStories({ document, letters, teasers }: JudgedPage): boolean {
  // The margins of articles are full of headlines without a text below them.
  const headlines = letters < LITTLE_BESIDE_HEADLINES ? linkedHeadlines(document) : 0;
  const stories = Math.max(teasers, headlines);
  return stories >= FEWEST_STORIES && letters < stories * PER_TEASER;
}

const FEWEST_STORIES = 4;
/** Linked headlines that are looked at. */
const MOST_LINKS = 30;

/** Pages that headlines lead to: the entries of a live blog all lead to one. */
function linkedHeadlines(document: Document): number {
  const links = findAllIn(document, LINKED_HEADING);
  const pages = new Set<string>();
  for (let i = 0; i < links.length && i < MOST_LINKS; i++) {
    const link = linkOf(links[i]);
    if (link && leadsElsewhere(link)) pages.add(pageOf(link));
  }
  return pages.size;
}
