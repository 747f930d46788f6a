/** Addresses of a source: at its passage, and in the archive. */
import type { CardSource } from '../../core/dataset/card.ts';

/** Only these are ever linked. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}

/** The page scrolled to the supporting passage, by text fragment (WICG scroll-to-text-fragment); plain without a passage. */
export function passageAddress({ url, passage }: Pick<CardSource, 'url' | 'passage'>): string {
  if (!passage) return url;
  const directive = `:~:text=${encodeTerm(passage.start)},${encodeTerm(passage.end)}`;
  return url.includes('#') ? `${url}${url.includes(':~:') ? '&' : ''}${directive}` : `${url}#${directive}`;
}

/** The recorded copy, or the archive's capture that is closest to the day on which the source was read. */
export function archiveAddress({ url, archived }: Pick<CardSource, 'url' | 'archived'>): string {
  return archived ?? `https://web.archive.org/web/2/${url}`;
}

/** Dashes and commas are part of the directive's own grammar. */
function encodeTerm(term: string): string {
  return encodeURIComponent(term).replace(/-/g, '%2D').replace(/,/g, '%2C');
}
