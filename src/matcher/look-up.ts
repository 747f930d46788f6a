/** The keys that a piece raised are looked up, and the forms found are compared with the text. */
import { getInt, setInt } from './arrays.ts';
import { compare } from './compare.ts';
import { bucketHash } from './hash.ts';
import { HITS, KEY_FORMS, KEY_STARTS, KEYS, LIKELY_FORMS, LIKELY_STARTS, MOST } from './memory.ts';
import { keys } from './questions.ts';
import { bucketMask, buckets, count, forms, narrow, wide } from './sections.ts';
import { ranOut } from './text.ts';

/** Bytes of a form's entry, and the part of its first word that is the hash. */
const FORM_SIZE: i32 = 12;
const FORM_HASH: i32 = -0x10000;

/** Takes so many triples from HITS: places in the window, and the target. */
declare function take(hits: i32): void;

/** Forms whose hash agrees. */
let likely: i32 = 0;
let hits: i32 = 0;
/** What was fetched ahead. Nobody needs it; that it can be read from outside makes the compiler fetch it. */
export let fetched: i32 = 0;

/**
 * Looks all keys up and gives the forms that stand in the text to `take`. What was given before the
 * window runs out is the caller's to drop.
 */
export function lookUp(): void {
  for (let i = 0; i < keys; i++) {
    const bucket = bucketHash(getInt(KEYS, i)) & bucketMask;
    setInt(KEY_FORMS, i, getInt(buckets, bucket));
  }
  // Only fetched: what a large index has is far away, and one wait after the other is much longer than all together.
  let ahead = 0;
  for (let i = 0; i < keys; i++) ahead ^= load<i32>(entryOf(min(count - 1, getInt(KEY_FORMS, i))));
  fetched = ahead;
  likely = 0;
  hits = 0;
  for (let i = 0; i < keys; i++) {
    const hash = bucketHash(getInt(KEYS, i));
    const last = getInt(buckets, (hash & bucketMask) + 1);
    for (let form = getInt(KEY_FORMS, i); form < last; form++) {
      if ((load<i32>(entryOf(form)) ^ hash) & FORM_HASH) continue;
      if (likely === MOST) compareLikely();
      setInt(LIKELY_FORMS, likely, form);
      setInt(LIKELY_STARTS, likely, getInt(KEY_STARTS, i));
      likely++;
    }
  }
  compareLikely();
  if (hits > 0 && !ranOut) take(hits);
}

function entryOf(form: i32): usize {
  return forms + <usize>(form * FORM_SIZE);
}

function compareLikely(): void {
  // Fetched together as above: the texts of the forms.
  let ahead = 0;
  for (let i = 0; i < likely; i++) {
    const place = load<i32>(entryOf(getInt(LIKELY_FORMS, i)), 4);
    ahead ^= place < 0 ? <i32>load<u16>(wide + ((<usize>~place) << 1)) : <i32>load<u8>(narrow + <usize>place);
  }
  fetched = ahead;
  for (let i = 0; i < likely; i++) {
    const entry = entryOf(getInt(LIKELY_FORMS, i));
    const start = getInt(LIKELY_STARTS, i);
    const end = compare(entry, start);
    if (end < 0) continue;
    if (hits === MOST) {
      if (!ranOut) take(hits);
      hits = 0;
    }
    setInt(HITS, 3 * hits, start);
    setInt(HITS, 3 * hits + 1, end);
    setInt(HITS, 3 * hits + 2, load<i32>(entry, 8));
    hits++;
  }
  likely = 0;
}
