/**
 * Which pages have notes, as far as a content script needs to know: short fingerprints in one string. There may be some too
 * many (a note was deleted, two addresses share one): then the worker is asked in vain. There are never too few, because they
 * are stored before the note is.
 */
import { contentHash } from './content-hash.ts';

const LENGTH = 7;

export function hintOf(pageKey: string): string {
  return contentHash(pageKey).slice(0, LENGTH);
}

export function addHints(hints: string, keys: readonly string[]): string {
  const known = new Set(hints.split(' '));
  const fresh = [...new Set(keys.map(hintOf))].filter((hint) => !known.has(hint));
  return fresh.length === 0 ? hints : `${hints}${hints === '' ? '' : ' '}${fresh.join(' ')}`;
}

export function hasHint(hints: string, keys: readonly string[]): boolean {
  return keys.some((key) => ` ${hints} `.includes(` ${hintOf(key)} `));
}
