/** What bytes that are used as they lie are checked with before they are. */

/** Bytes that are not an index, or not one of this layout, or damaged. Says what was expected and what was found. */
export class IndexError extends Error {
  constructor(what: string, expected: number | string, found: number | string) {
    super(`index refused: ${what}: expected ${expected}, found ${found}`);
    this.name = 'IndexError';
  }
}

/** FNV-1a over 32-bit words, the fourth, where the checksum itself stands, counted as zero. Finds damage; it is no signature. */
export function checksumOf(bytes: ArrayBuffer): number {
  const words = new Int32Array(bytes);
  let hash = 0x811c9dc5;
  for (let i = 0; i < words.length; i++)
    hash = Math.imul(hash ^ (i === 3 ? 0 : (words[i] as number)), 0x01000193);
  return hash | 0;
}
