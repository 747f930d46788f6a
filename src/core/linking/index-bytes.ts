/**
 * The index of forms as one buffer of bytes, used as it lies: opening it makes typed-array views and parses nothing.
 *
 *   header     16 words: magic, layout, bytes, checksum, counts
 *   filter     bits; a form's first word sets one. Most words of a text end here, after one look.
 *   buckets    where the forms of each hash begin (one more entry than buckets, so that a bucket knows its end)
 *   places     per form: where its text begins in its pool; top bit: in the wide pool
 *   targets    per form: which alias or cue it stands for
 *   stems      bits; a first word that may go on with an ending sets one (endings.ts)
 *   lengths    per form: units of text
 *   declined   per form: 0 stands as it is, 1 its words may take endings, 2 it is a stem and must take one
 *   narrow     texts whose units all fit a byte
 *   wide       all other texts, two bytes a unit
 *
 * Forms of a bucket lie together, so a bucket is a range, not a chain. Texts are kept whole, because a match is accepted
 * only when every unit agrees: a hash that collides can cost time, never a wrong name.
 */
import { CJK, foldEntry } from '../text/fold.ts';
import { AS_IT_IS, type Form } from './form.ts';

/** "SLIX" in little-endian bytes. A machine of the other byte order reads another number and rebuilds. */
const MAGIC = 0x58494c53;
/** Raised whenever the layout, the hash or the folding changes: older bytes are refused and the index is rebuilt. */
export const INDEX_LAYOUT = 2;
const HEADER_WORDS = 16;
const WIDE = 0x80000000;
const MAX_FORM_LENGTH = 255;

export interface FormIndex {
  readonly bytes: ArrayBuffer;
  readonly count: number;
  readonly filter: Uint32Array;
  /** Bits of the filter minus one: `hash & filterMask` names a bit. */
  readonly filterMask: number;
  /** Bits for first words that may go on with an ending; same size as the filter. */
  readonly stems: Uint32Array;
  readonly buckets: Uint32Array;
  readonly bucketMask: number;
  readonly places: Uint32Array;
  readonly targets: Uint32Array;
  readonly lengths: Uint8Array;
  readonly declined: Uint8Array;
  readonly narrow: Uint8Array;
  readonly wide: Uint16Array;
}

/** Bytes that are not an index, or not one of this layout, or damaged. Says what was expected and what was found. */
export class IndexError extends Error {
  constructor(what: string, expected: number | string, found: number | string) {
    super(`index refused: ${what}: expected ${expected}, found ${found}`);
    this.name = 'IndexError';
  }
}

/** One step of the token hash. Folded units go in one after the other. */
export function hashStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** Spreads the hash over its low bits, from which filter and bucket are taken. */
export function hashEnd(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

/**
 * Hash under which a form is filed: of its first word, or of its first two units where words have no boundaries.
 * Null for a form that the matcher could never reach (it begins with punctuation, or is a single ideograph).
 */
export function formHash(text: string): number | null {
  const first = foldEntry(text.charCodeAt(0)) >>> 16;
  let hash = 0;
  if (first === CJK) {
    if (text.length < 2) return null;
    return hashEnd(hashStep(hashStep(0, text.charCodeAt(0)), text.charCodeAt(1)));
  }
  if (first !== 1) return null;
  for (let i = 0; i < text.length && foldEntry(text.charCodeAt(i)) >>> 16 === 1; i++) {
    hash = hashStep(hash, text.charCodeAt(i));
  }
  return hashEnd(hash);
}

/** Builds the index. Forms that cannot be reached or are longer than 255 units are left out. */
export function buildIndex(forms: readonly Form[]): ArrayBuffer {
  const kept: Form[] = [];
  const hashes: number[] = [];
  for (const form of forms) {
    const hash = form.text.length > MAX_FORM_LENGTH ? null : formHash(form.text);
    if (hash === null) continue;
    kept.push(form);
    hashes.push(hash);
  }
  const count = kept.length;
  const bucketBits = Math.max(4, Math.ceil(Math.log2(Math.max(1, count))));
  const filterBits = bucketBits + 4;
  const narrowLength = sum(kept, (form) => (isNarrow(form.text) ? form.text.length : 0));
  const wideLength = sum(kept, (form) => (isNarrow(form.text) ? 0 : form.text.length));

  const index = layOut(count, bucketBits, filterBits, narrowLength, wideLength);
  const { buckets, filter, stems } = index;
  for (const [i, hash] of hashes.entries()) {
    const bit = hash & index.filterMask;
    filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
    if (kept[i]?.declined) stems[bit >>> 5] = (stems[bit >>> 5] ?? 0) | (1 << (bit & 31));
    const bucket = (hash & index.bucketMask) + 1;
    buckets[bucket] = (buckets[bucket] ?? 0) + 1;
  }
  for (let i = 1; i < buckets.length; i++) buckets[i] = (buckets[i] ?? 0) + (buckets[i - 1] ?? 0);

  const next = buckets.slice();
  let narrowAt = 0;
  let wideAt = 0;
  for (let i = 0; i < count; i++) {
    const form = kept[i] as Form;
    const bucket = (hashes[i] as number) & index.bucketMask;
    const slot = next[bucket] as number;
    next[bucket] = slot + 1;
    const { text } = form;
    index.targets[slot] = form.target;
    index.lengths[slot] = text.length;
    index.declined[slot] = form.declined ?? AS_IT_IS;
    if (isNarrow(text)) {
      index.places[slot] = narrowAt;
      for (let j = 0; j < text.length; j++) index.narrow[narrowAt++] = text.charCodeAt(j);
    } else {
      index.places[slot] = (wideAt | WIDE) >>> 0;
      for (let j = 0; j < text.length; j++) index.wide[wideAt++] = text.charCodeAt(j);
    }
  }
  const header = new Uint32Array(index.bytes, 0, HEADER_WORDS);
  header[3] = checksum(index.bytes);
  return index.bytes;
}

/**
 * Opens bytes made by buildIndex: views only.
 * @throws IndexError for bytes of another layout, cut short or changed.
 */
export function openIndex(bytes: ArrayBuffer): FormIndex {
  if (bytes.byteLength < HEADER_WORDS * 4)
    throw new IndexError('length', `at least ${HEADER_WORDS * 4} bytes`, bytes.byteLength);
  const header = new Uint32Array(bytes, 0, HEADER_WORDS);
  const [magic = 0, layout = 0, length = 0, sum = 0] = header;
  if (magic !== MAGIC) throw new IndexError('magic', MAGIC, magic);
  if (layout !== INDEX_LAYOUT) throw new IndexError('layout', INDEX_LAYOUT, layout);
  if (length !== bytes.byteLength) throw new IndexError('length', length, bytes.byteLength);
  const found = checksum(bytes);
  if (found !== sum) throw new IndexError('checksum', sum, found);
  return views(bytes);
}

function layOut(
  count: number,
  bucketBits: number,
  filterBits: number,
  narrow: number,
  wide: number,
): FormIndex {
  const words = HEADER_WORDS + 2 * (1 << (filterBits - 5)) + (1 << bucketBits) + 1 + count + count;
  const length = words * 4 + 2 * align(count) + align(narrow) + align(wide * 2);
  const bytes = new ArrayBuffer(length);
  new Uint32Array(bytes, 0, HEADER_WORDS).set([
    MAGIC,
    INDEX_LAYOUT,
    length,
    0,
    count,
    bucketBits,
    filterBits,
    narrow,
    wide,
  ]);
  return views(bytes);
}

function views(bytes: ArrayBuffer): FormIndex {
  const [, , , , count = 0, bucketBits = 0, filterBits = 0, narrow = 0, wide = 0] = new Uint32Array(
    bytes,
    0,
    HEADER_WORDS,
  );
  let at = HEADER_WORDS * 4;
  const take = (size: number) => {
    const start = at;
    at += align(size);
    return start;
  };
  const filterWords = 1 << (filterBits - 5);
  const bucketCount = (1 << bucketBits) + 1;
  return {
    bytes,
    count,
    filter: new Uint32Array(bytes, take(filterWords * 4), filterWords),
    filterMask: (1 << filterBits) - 1,
    stems: new Uint32Array(bytes, take(filterWords * 4), filterWords),
    buckets: new Uint32Array(bytes, take(bucketCount * 4), bucketCount),
    bucketMask: (1 << bucketBits) - 1,
    places: new Uint32Array(bytes, take(count * 4), count),
    targets: new Uint32Array(bytes, take(count * 4), count),
    lengths: new Uint8Array(bytes, take(count), count),
    declined: new Uint8Array(bytes, take(count), count),
    narrow: new Uint8Array(bytes, take(narrow), narrow),
    wide: new Uint16Array(bytes, take(wide * 2), wide),
  };
}

/** FNV-1a over 32-bit words, the checksum's own word counted as zero. Finds damage; it is no signature. */
function checksum(bytes: ArrayBuffer): number {
  const words = new Uint32Array(bytes);
  let hash = 0x811c9dc5;
  for (let i = 0; i < words.length; i++)
    hash = Math.imul(hash ^ (i === 3 ? 0 : (words[i] as number)), 0x01000193);
  return hash >>> 0;
}

function isNarrow(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 255) return false;
  return true;
}

function align(size: number): number {
  return (size + 3) & ~3;
}

function sum(forms: readonly Form[], of: (form: Form) => number): number {
  let total = 0;
  for (const form of forms) total += of(form);
  return total;
}
