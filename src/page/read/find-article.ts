/** Is this page an article, and which elements hold it? For those who ask both at once. */
import { articleOf, type FoundArticle } from './article.ts';
import { judgePage } from './page-kind.ts';

/** Classifies the page and finds its article. */
export function findArticle(document: Document): FoundArticle {
  return articleOf(document, judgePage(document));
}
