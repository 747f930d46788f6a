/** Hashes of words, grown letter by letter while a text is read. */

const SPACE_UNIT = 0x20;

/** The FNV prime. */
export const HASH_PRIME = 0x01000193;

/**
 * One step of the word hash (FNV-1a). Units go in one after the other, from 0: letters as whole entries of the fold table
 * (class and folded unit), which saves the matcher taking them apart.
 */
export function hashStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, HASH_PRIME);
}

/** Spreads the hash over its low bits, cheaply: for the filters, which are asked at every word. */
export function filterHash(hash: number): number {
  return hash ^ (hash >>> 15);
}

/** Spreads the hash over its high and low bits, well: low ones for the buckets, high ones for what is asked after a filter. */
export function bucketHash(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}

/** Goes on from the hash of a first word to the key of a longer form: by the first units of its second word. */
export function secondWordHash(hash: number, first: number, second: number): number {
  return hashStep(hashStep(hashStep(hash, SPACE_UNIT), first), second);
}

/** Of the first two units of a text that is written without spaces; the key of a longer one goes a step further. */
export function pairHash(first: number, second: number): number {
  return hashStep(hashStep(0, first), second);
}
