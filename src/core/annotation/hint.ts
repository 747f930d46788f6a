/**
 * Which pages have notes, as far as a content script needs to know: short fingerprints in one string. There may be some too
 * many (a note was deleted, two addresses share one): then the worker is asked in vain. There are never too few, because they
 * are stored before the note is.
 */
/** FNV-1a in 32 bits: this is on every page, so it is as short as can be. */
export function hintOf(pageKey: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < pageKey.length; i++) hash = Math.imul(hash ^ pageKey.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}

export function addHints(hints: string, keys: readonly string[]): string {
  const known = new Set(hints.split(' '));
  const fresh = [...new Set(keys.map(hintOf))].filter((hint) => !known.has(hint));
  return fresh.length === 0 ? hints : `${hints}${hints === '' ? '' : ' '}${fresh.join(' ')}`;
}

export function hasHint(hints: string, keys: readonly string[]): boolean {
  return keys.some((key) => ` ${hints} `.includes(` ${hintOf(key)} `));
}
