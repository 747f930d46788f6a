/** The hashes of core/linking/hash.ts, which explains them; the index is built with those and asked with these. */

const SPACE_UNIT: i32 = 0x20;
const PAIR_FACTOR: i32 = 0x9e3779b1;
const HASH_PRIME: i32 = 0x01000193;

export function hashStep(hash: i32, unit: i32): i32 {
  return (hash ^ unit) * HASH_PRIME;
}

export function filterHash(hash: i32): i32 {
  return hash ^ (hash >>> 15);
}

export function secondBit(hash: i32): i32 {
  return hash >>> 27;
}

export function longerBit(hash: i32): i32 {
  return (hash >>> 22) & 31;
}

export function wholePairBit(pair: i32): i32 {
  return (pair >>> 5) & 31;
}

export function longerPairBit(pair: i32): i32 {
  return (pair >>> 10) & 31;
}

export function bucketHash(hash: i32): i32 {
  const mixed = (hash ^ (hash >>> 15)) * 0x2c1b3c6d;
  return mixed ^ (mixed >>> 13);
}

export function secondWordHash(hash: i32, first: i32, second: i32): i32 {
  return hashStep(hashStep(hashStep(hash, SPACE_UNIT), first), second);
}

export function pairHash(first: i32, second: i32): i32 {
  return ((first << 16) | second) * PAIR_FACTOR;
}

/** Factors of the letters of a beginning. */
const FOUR_FACTOR: u64 = ((<u64>0x9e3779b9) << 32) | 0x7f4a7c15;
const FIFTH_FACTOR: i32 = 0x85ebca6b;

/** Of up to five letters: four of them, and one. */
export function beginningHash(four: u64, fifth: i32): i32 {
  return <i32>((four * FOUR_FACTOR) >> 32) + fifth * FIFTH_FACTOR;
}
