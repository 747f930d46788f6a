/**
 * The index of forms as one buffer of bytes, used as it lies in the matcher's memory: it is read into that, and nothing is
 * parsed.
 *
 *   header     16 words: magic, layout, bytes, checksum, counts, and a hash of the letters that endings begin with
 *   beginnings two bits for each hash of the first five letters of a first word; a word of four letters that declines also
 *              has as many of them as there are letters that an ending can begin with. Most words of a text end here, after
 *              one look
 *   words      two bits for each hash of a first word that is all of a form, two for each that a form goes on behind
 *   pairs      three bits, likewise, for the first two units of forms that are written without spaces
 *   seconds    two bits for each hash of a first word with the beginning of a second, or of three ideographs
 *   buckets    where the forms of each key begin (one more entry than buckets, so that a bucket knows its end)
 *   forms      three words per form. The first: 16 bits of its key's hash, so that a form filed in the same bucket by chance
 *              is told by one look; 8 bits how it declines (0 stands as it is, 1 its words may take endings, 2 and 3 it
 *              is a stem and must take one); 8 bits its units of text. The second: where its text begins in the narrow pool, or,
 *              negative, the complement of its place in the wide one. The third: which alias or cue it stands for
 *   narrow     texts whose units all fit a byte
 *   wide       all other texts, two bytes a unit
 *
 * A form of one word is filed under that word; a longer one under its first word and the first two units of its second,
 * because thousands of names begin with the same word (“Ministry of …”). Without spaces the first two ideographs are the
 * word and the third is what goes on. Forms of a bucket lie together, so a bucket is a
 * range, not a chain. Texts are kept whole, because a match is accepted only when every unit agrees: a hash that collides
 * can cost time, never a wrong name.
 */
import { ENDING_INITIALS } from './endings.ts';
import { hashStep } from './hash.ts';

/** "SLIX" in little-endian bytes. A machine of the other byte order reads another number and rebuilds. */
export const MAGIC = 0x58494c53;
/** Raised whenever the layout, the hash or the folding changes: older bytes are refused and the index is rebuilt. */
export const INDEX_LAYOUT = 20;
export const HEADER_WORDS = 16;
/** A stem shorter than this is not tried with endings: what is left would match anything. */
export const MIN_STEM = 4;
/** Letters of a beginning. A word that a stem and an ending make up has at least so many. */
export const BEGINNING = 5;
/** log2 of bits for each form of the kind: one in 40 passes by chance when every form begins differently. */
const BEGINNING_BITS_PER_FORM = 5;
const WORD_BITS_PER_FORM = 4;
const SECOND_BITS_PER_FORM = 4;
const PAIR_BITS_PER_FORM = 5;

/** Words of a form's entry, and the part of the first that is the hash. */
export const FORM_WORDS = 3;
export const FORM_HASH = -0x10000;

type Bytes = Uint8Array<ArrayBuffer>;

/** Views of the sections. */
export interface Sections {
  readonly bytes: ArrayBuffer;
  readonly count: number;
  readonly beginnings: Int32Array;
  /** Bits of `beginnings` minus one; likewise below. */
  readonly beginningMask: number;
  readonly words: Int32Array;
  readonly wordMask: number;
  readonly pairs: Int32Array;
  /** `pairHash(first, second) >>> pairShift` is a pair's first bit. */
  readonly pairShift: number;
  readonly seconds: Int32Array;
  readonly secondMask: number;
  readonly buckets: Int32Array;
  readonly bucketMask: number;
  /** Elements of a form: FORM_WORDS. */
  readonly forms: Int32Array;
  readonly narrow: Uint8Array;
  readonly wide: Uint16Array;
}

/** How much there is of everything: what the sections' sizes follow from. */
export interface Counts {
  readonly count: number;
  /** Bits in which a form can be numbered. */
  readonly countBits: number;
  /** Units of text in each pool. */
  readonly narrow: number;
  readonly wide: number;
  /** Forms that are written without spaces. */
  readonly pairs: number;
  /** Forms of more than one word, or of three ideographs and more. */
  readonly seconds: number;
}

/** Zeros of the size that the counts ask for, with a header. */
export function layOut(counts: Counts): Sections {
  const length = arrange(null, counts).size;
  const bytes = new Uint8Array(length);
  const { count, countBits, narrow, wide, pairs, seconds } = counts;
  headerOf(bytes).set([
    MAGIC,
    INDEX_LAYOUT,
    length,
    0,
    count,
    countBits,
    narrow,
    wide,
    pairs,
    endingsHash(),
    seconds,
  ]);
  return viewSections(bytes);
}

/** The words of the header. */
export function headerOf({ buffer, byteOffset }: Bytes): Int32Array {
  return new Int32Array(buffer, byteOffset, HEADER_WORDS);
}

/** Views of bytes that buildIndex made, and that are as it made them. */
export function viewSections(bytes: Bytes): Sections {
  const [, , , , count = 0, countBits = 0, narrow = 0, wide = 0, pairs = 0, , seconds = 0] = headerOf(bytes);
  return arrange(bytes, { count, countBits, narrow, wide, pairs, seconds }).index;
}

/** Changes when endings begin with other letters: an index built for the old ones would miss names. */
export function endingsHash(): number {
  let hash = 0;
  for (let i = 0; i < ENDING_INITIALS.length; i++) hash = hashStep(hash, ENDING_INITIALS.charCodeAt(i));
  return hash;
}

/** Lays the sections out one after the other; without bytes only to see where they end. */
function arrange(bytes: Bytes | null, counts: Counts) {
  const { count, countBits, narrow, wide, pairs, seconds } = counts;
  const begin = bytes?.byteOffset ?? 0;
  let end = begin + HEADER_WORDS * 4;
  const buffer = bytes?.buffer ?? new ArrayBuffer(0);
  const take = (size: number): [ArrayBuffer, number, number] => {
    const start = end;
    end += align(size);
    return bytes ? [buffer, start, size] : [buffer, 0, 0];
  };
  const int32 = (elements: number) => {
    const [owner, start, size] = take(elements * 4);
    return new Int32Array(owner, start, size / 4);
  };
  const uint8 = (elements: number) => new Uint8Array(...take(elements));
  // Nearest power of two, not the next: what passes by chance then lies about the figures above, not always below.
  const nearest = (forms: number) => Math.max(5, Math.round(Math.log2(Math.max(1, forms))));
  // Asked at every word, so with more bits than the others, where the index is not the heavier for it anyway.
  const beginningBits = Math.max(5, Math.floor(Math.log2(Math.max(1, count)))) + BEGINNING_BITS_PER_FORM;
  const wordBits = nearest(count) + WORD_BITS_PER_FORM;
  const pairBits = nearest(pairs) + PAIR_BITS_PER_FORM;
  const secondBits = nearest(seconds) + SECOND_BITS_PER_FORM;
  // Two forms in a bucket on average: half the bytes for a comparison that nearly always fails at its first unit.
  const bucketBits = countBits - 1;
  const index: Sections = {
    bytes: buffer,
    count,
    beginnings: int32(1 << (beginningBits - 5)),
    beginningMask: (1 << beginningBits) - 1,
    words: int32(1 << (wordBits - 5)),
    wordMask: (1 << wordBits) - 1,
    pairs: int32(1 << (pairBits - 5)),
    pairShift: 32 - pairBits,
    seconds: int32(1 << (secondBits - 5)),
    secondMask: (1 << secondBits) - 1,
    buckets: int32((1 << bucketBits) + 1),
    bucketMask: (1 << bucketBits) - 1,
    forms: int32(count * FORM_WORDS),
    narrow: uint8(narrow),
    wide: wideView(take(wide * 2)),
  };
  return { index, size: end - begin };
}

function wideView([owner, start, size]: [ArrayBuffer, number, number]): Uint16Array {
  return new Uint16Array(owner, start, size / 2);
}

function align(size: number): number {
  return (size + 3) & ~3;
}
