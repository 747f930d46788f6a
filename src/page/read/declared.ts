/** What a page is declared to be, for search engines and for those who share it. */

import type { JudgedPage } from './judged-page.ts';
import { findAllIn, findIn } from './past-fields.ts';

// Not parsed: broken blocks are common, and lists of stories are told apart by being lists.
const ANY_ARTICLE = /"@type"\s*:\s*(?:\[[^\]]*)?"[^"]*(?:Article|BlogPosting)"/;
const GOODS = /"@type"\s*:\s*\[?\s*"(?:Product|JobPosting)"/;
/** What is only spoken of: a test of a camera names it as well. */
const SPOKEN_OF = /"itemReviewed"/;
const HEADLINES = /"headline"\s*:\s*"((?:[^"\\]|\\.)*)"/g;
/** Letters of a headline: what is shorter may be a section's name. */
const SHORTEST_HEADLINE = 15;

export function isDeclaredArticle({ document }: JudgedPage): boolean {
  // Shops say it of their goods.
  return (
    isDeclaredAs(document, ANY_ARTICLE) ||
    (openGraphType(document).startsWith('article') && !isOfGoods(document))
  );
}

export function isDeclaredOther({ document }: JudgedPage): boolean {
  if (/^(?:product|profile|music|game|book|place|restaurant)/.test(openGraphType(document))) return true;
  return !isDeclaredAs(document, ANY_ARTICLE) && isOfGoods(document);
}

/** The page's own headline is one that is declared. A list of stories names many, and none of them is its own. */
export function hasDeclaredHeadline({ document, headline }: JudgedPage): boolean {
  const own = lettersOf(headline?.textContent ?? '');
  if (own.length < SHORTEST_HEADLINE) return false;
  for (const text of declarations(document)) {
    for (const [, declared = ''] of text.matchAll(HEADLINES))
      if (lettersOf(unescaped(declared)) === own) return true;
  }
  return false;
}

function isOfGoods(document: Document): boolean {
  for (const text of declarations(document)) if (GOODS.test(text) && !SPOKEN_OF.test(text)) return true;
  return false;
}

function isDeclaredAs(document: Document, type: RegExp): boolean {
  for (const text of declarations(document)) if (type.test(text)) return true;
  return false;
}

function* declarations(document: Document): Generator<string> {
  for (const script of findAllIn(document, 'script[type="application/ld+json"]'))
    yield script.textContent ?? '';
}

function openGraphType(document: Document): string {
  return findIn(document, 'meta[property="og:type"]')?.getAttribute('content')?.toLowerCase() ?? '';
}

function unescaped(text: string): string {
  return text.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Without all that is written in more than one way. */
function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}
