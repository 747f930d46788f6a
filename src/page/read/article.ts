/** Which elements hold a page's article. What kind of page it is, page-kind.ts finds out; whoever has done so need not carry it. */

import { isInsideLeftOut } from './left-out.ts';
import type { PageKind } from './page-kind.ts';
import { bodyOf } from './past-fields.ts';
import { leadsElsewhere } from './permalink.ts';
import { ARTICLE, linkLength, MAIN } from './prose.ts';

export interface FoundArticle {
  readonly isArticle: boolean;
  /** The elements whose text is the article's, in document order. Given also for a page that is none, should the reader insist. */
  readonly roots: Element[];
  /** What spoke for (+) and against (−) it being an article. */
  readonly reasons: string[];
}

/** Finds the article of a page of this kind. */
export function articleOf(document: Document, kind: PageKind): FoundArticle {
  const { isArticle, reasons } = kind;
  if (isArticle) return { isArticle, roots: findRoots(document, kind), reasons };
  const all = document.querySelector(MAIN) ?? (bodyOf(document) as HTMLElement | null);
  return { isArticle, roots: all ? [all] : [], reasons };
}

/** The articles if most of the prose stands in them, else main, else the whole body. */
function findRoots(document: Document, { prose, inShadow }: PageKind): Element[] {
  if (inShadow) return [bodyOf(document)];
  const articles = prose.inArticles * 2 >= prose.letters ? ownArticles(document) : [];
  if (articles.length > 0) return withHeadline(document, articles);
  const main = document.querySelector(MAIN);
  return main && prose.inMain * 2 >= prose.letters ? withHeadline(document, [main]) : [bodyOf(document)];
}

const INNER_ARTICLE = `:is(${ARTICLE}) *`;

/** Outermost article elements with a text of their own: no teasers of other stories, no readers' comments. */
function ownArticles(document: Document): Element[] {
  return [...document.querySelectorAll(ARTICLE)].filter(
    (article) =>
      !article.matches(INNER_ARTICLE) &&
      !isTeaser(article) &&
      !isComment(article) &&
      !isInsideLeftOut(article),
  );
}

/** At most two paragraphs under a headline that leads elsewhere, or links and little else. */
function isTeaser(article: Element): boolean {
  const paragraphs = article.getElementsByTagName('p');
  if (paragraphs[2]) return false;
  const heading = article.querySelector('h1,h2,h3,h4');
  const link = heading?.closest('a[href]') ?? heading?.querySelector('a[href]') ?? article.closest('a[href]');
  if (link) return leadsElsewhere(link);
  return linkLength(article) * 2 > (article.textContent ?? '').trim().length;
}

function isComment(article: Element): boolean {
  return (
    /(?:^|[\s_-])comment(?:[\s_-]|$)/i.test(article.getAttribute('class') ?? '') ||
    /\/Comment$/.test(article.getAttribute('itemtype') ?? '')
  );
}

/** The roots, and before them the page's headline with its standfirst when it stands outside of them. */
function withHeadline(document: Document, roots: Element[]): Element[] {
  const headline = document.querySelector('h1');
  const first = roots[0];
  const link = headline?.querySelector('a[href]');
  if (!headline || !first || (link && leadsElsewhere(link)) || isInsideLeftOut(headline)) return roots;
  const header = headline.closest('header') ?? headline;
  const whole = header.contains(first) ? headline : header;
  const isApart = roots.every((root) => !root.contains(whole));
  const isBefore = (whole.compareDocumentPosition(first) & FOLLOWING) !== 0;
  return isApart && isBefore ? [whole, ...roots] : roots;
}

/** Node.DOCUMENT_POSITION_FOLLOWING, without the global. */
const FOLLOWING = 4;
