/** The sections of the index in memory: addresses, and the masks with which their filters are asked. */

export let beginnings: usize = 0;
export let beginningMask: i32 = 0;
export let words: usize = 0;
export let wordMask: i32 = 0;
export let pairs: usize = 0;
export let pairShift: i32 = 0;
export let seconds: usize = 0;
export let secondMask: i32 = 0;
export let buckets: usize = 0;
export let bucketMask: i32 = 0;
export let forms: usize = 0;
export let count: i32 = 0;
export let narrow: usize = 0;
export let wide: usize = 0;

/** Addresses and figures of an index (core/linking/index-bytes.ts). */
export function setSections(
  beginningsAt: usize,
  beginningsMask: i32,
  wordsAt: usize,
  wordsMask: i32,
  pairsAt: usize,
  pairsShift: i32,
  secondsAt: usize,
  secondsMask: i32,
  bucketsAt: usize,
  bucketsMask: i32,
  formsAt: usize,
  formCount: i32,
  narrowAt: usize,
  wideAt: usize,
): void {
  beginnings = beginningsAt;
  beginningMask = beginningsMask;
  words = wordsAt;
  wordMask = wordsMask;
  pairs = pairsAt;
  pairShift = pairsShift;
  seconds = secondsAt;
  secondMask = secondsMask;
  buckets = bucketsAt;
  bucketMask = bucketsMask;
  forms = formsAt;
  count = formCount;
  narrow = narrowAt;
  wide = wideAt;
}
