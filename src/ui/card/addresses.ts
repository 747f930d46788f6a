/** Addresses of a source: at its passage, and in the archive. */
import type { CardSource } from '../../core/dataset/card.ts';
import { FORBIDDEN_CHARACTERS } from '../../core/dataset/inert.ts';

/** Only these are ever linked: an address that turns its own letters around would not be shown as where it leads. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url) && !FORBIDDEN_CHARACTERS.test(url);
}

/**
 * The page scrolled to the supporting passage, by text fragment (WICG scroll-to-text-fragment); plain without a passage.
 * A fragment that is there stays: pages that route by it would show something else. One that already holds a directive
 * gets ours added to it.
 */
export function passageAddress({ url, passage }: Pick<CardSource, 'url' | 'passage'>): string {
  const text = passage && textDirective(passage);
  if (!text) return url;
  if (url.includes(':~:')) return `${url}&${text}`;
  return `${url}${url.includes('#') ? '' : '#'}:~:${text}`;
}

/** The recorded copy, or the archive's capture that is closest to now. */
export function archiveAddress({ url, archived }: Pick<CardSource, 'url' | 'archived'>): string {
  return archived ?? `https://web.archive.org/web/2/${url}`;
}

/** The host that keeps the recorded copy; null when that is the Internet Archive. */
export function archiveHost({ archived }: Pick<CardSource, 'archived'>): string | null {
  const host = archived === null ? undefined : /^https?:\/\/([^/?#]+)/i.exec(archived)?.[1];
  return host === undefined || /(?:^|\.)archive\.org$/i.test(host) ? null : host;
}

/** A range of first and last words; one term when both are the same, since a range never ends where it begins. */
function textDirective({ start, end }: { readonly start: string; readonly end: string }): string | null {
  const terms = (start === end ? [start] : [start, end]).filter((term) => term.trim() !== '').map(encodeTerm);
  return terms.length === 0 ? null : `text=${terms.join(',')}`;
}

/** Dashes and commas are part of the directive's own grammar. A lone surrogate cannot be encoded, and matches nothing. */
function encodeTerm(term: string): string {
  return encodeURIComponent(term.toWellFormed()).replace(/-/g, '%2D').replace(/,/g, '%2C');
}
