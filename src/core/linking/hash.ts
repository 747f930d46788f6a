/** Hashes of words: the index is built with these, and asked with those of src/matcher/hash.ts, which must be the same. */

const SPACE_UNIT = 0x20;

/** 2^32 divided by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4). */
const PAIR_FACTOR = 0x9e3779b1;
/** The FNV prime. */
const HASH_PRIME = 0x01000193;

/**
 * One step of the word hash (FNV-1a). Units go in one after the other, from 0: letters as
 * they are when folded.
 */
export function hashStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, HASH_PRIME);
}

/** 2^64 divided by the golden ratio, its halves; and a factor of MurmurHash3's. */
const FOUR_HIGH = 0x9e3779b9;
const FOUR_LOW = 0x7f4a7c15;
const FIFTH_FACTOR = 0x85ebca6b;

/**
 * Of the first four letters of a word, or as many as it has; with the fifth added (`addFifth`) what the first filter knows. The
 * high half of a product of 64 bits, because the matcher has four letters in one number: a word costs it two products.
 */
export function beginningHash(letters: string): number {
  const at = (i: number) => (i < letters.length ? letters.charCodeAt(i) : 0);
  const low = at(0) | (at(1) << 16);
  const high = at(2) | (at(3) << 16);
  return (highProduct(low, FOUR_LOW) + Math.imul(low, FOUR_HIGH) + Math.imul(high, FOUR_LOW)) | 0;
}

export function addFifth(hash: number, letter: number): number {
  return (hash + Math.imul(letter, FIFTH_FACTOR)) | 0;
}

/** The high half of the product of two numbers of 32 bits without sign. */
function highProduct(a: number, b: number): number {
  const [aLow, aHigh, bLow, bHigh] = [a & 0xffff, a >>> 16, b & 0xffff, b >>> 16];
  // None of these is above 2^33: they are whole.
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  const other = aLow * bHigh + (middle % 0x10000);
  return aHigh * bHigh + Math.floor(middle / 0x10000) + Math.floor(other / 0x10000);
}

/** Spreads the hash over its low bits, cheaply: for the filters, which are asked at every word. */
export function filterHash(hash: number): number {
  return hash ^ (hash >>> 15);
}

/**
 * The second bit that a hash has in a filter, in the same element as its first: by the high bits, which the first does not
 * go by. Two bits let half as many pass by chance as one, and an element is fetched once for both.
 */
export function secondBit(hash: number): number {
  return hash >>> 27;
}

/** The same for a word that a form goes on behind: whether it may, and whether it may be all of one, is told by one look. */
export function longerBit(hash: number): number {
  return (hash >>> 22) & 31;
}

/** Two more bits of a pair, whose first goes by the high bits and whose second by the lowest: some form is all of it, some goes on. */
export function wholePairBit(pair: number): number {
  return (pair >>> 5) & 31;
}

export function longerPairBit(pair: number): number {
  return (pair >>> 10) & 31;
}

/** Spreads the hash over its high and low bits, well: low ones for the buckets, high ones for what a form's entry keeps of it. */
export function bucketHash(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}

/** Goes on from the hash of a first word to the key of a longer form: by the first units of its second word. */
export function secondWordHash(hash: number, first: number, second: number): number {
  return hashStep(hashStep(hashStep(hash, SPACE_UNIT), first), second);
}

/** Of the first two units of a text that is written without spaces, in the high bits above all; the key of a longer one goes a step further. */
export function pairHash(first: number, second: number): number {
  return Math.imul((first << 16) | second, PAIR_FACTOR);
}
