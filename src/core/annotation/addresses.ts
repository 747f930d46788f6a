/** Addresses of what a note is about. */
import type { FactContent, SavedPage, SavedPassage } from './annotation.ts';

/** The page scrolled to the passage; the plain address where no directive was found to lead there. */
export function passageAddress(page: SavedPage, passage: SavedPassage | null): string {
  return passage?.fragment ? withDirective(page.url, passage.fragment) : page.url;
}

/** The source scrolled to the words that support the statement. */
export function sourceAddress({ url, passage }: FactContent['sources'][number]): string {
  if (!passage?.start) return url;
  const terms = passage.start === passage.end ? [passage.start] : [passage.start, passage.end];
  return withDirective(url, `text=${terms.map(term).join(',')}`);
}

/** A fragment that is there stays: pages that route by it would show something else. */
function withDirective(url: string, directive: string): string {
  if (url.includes(':~:')) return `${url}&${directive}`;
  return `${url}${url.includes('#') ? '' : '#'}:~:${directive}`;
}

function term(words: string): string {
  return encodeURIComponent(words).replace(/-/g, '%2D').replace(/,/g, '%2C');
}
