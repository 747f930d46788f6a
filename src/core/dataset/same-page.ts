/** Whether a source is the page the reader has open: a page is not evidence for itself, and neither is a copy of it. */
import { fold } from '../text/fold.ts';

/** What is known of the open page. */
export interface PageFacts {
  /** The article's date as it states it; null when it states none. */
  readonly date: string | null;
  /** The page's address and the addresses it gives for itself (canonical, Open Graph). */
  readonly urls: readonly string[];
  /** Headlines it gives for itself: title, h1, Open Graph. */
  readonly titles: readonly string[];
}

/** True for the same address (scheme, www, query, fragment and trailing slash aside) or the same distinctive headline. */
export function isSamePage(
  source: { readonly url: string; readonly title: string | null },
  page: PageFacts,
): boolean {
  const address = normaliseAddress(source.url);
  if (page.urls.some((url) => normaliseAddress(url) === address)) return true;
  if (source.title === null) return false;
  const title = fold(source.title);
  // Short titles ("Timeline", "Press releases") are shared by pages that have nothing to do with each other.
  return title.split(' ').length >= 4 && page.titles.some((own) => fold(own) === title);
}

function normaliseAddress(url: string): string {
  return url
    .replace(/^https?:\/\/(?:www\.|amp\.|m\.)?/i, '')
    .replace(/[?#].*$/s, '')
    .replace(/\/+$/, '')
    .toLowerCase();
}
