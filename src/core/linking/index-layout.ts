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

/** Where the sections begin, and the masks with which they are asked: all that looking needs. Addresses in bytes. */
export interface Layout {
  readonly count: number;
  readonly beginnings: number;
  /** Bits of `beginnings` minus one; likewise below. */
  readonly beginningMask: number;
  readonly words: number;
  readonly wordMask: number;
  readonly pairs: number;
  /** `pairHash(first, second) >>> pairShift` is a pair's first bit. */
  readonly pairShift: number;
  readonly seconds: number;
  readonly secondMask: number;
  readonly buckets: number;
  readonly bucketMask: number;
  /** FORM_WORDS each. */
  readonly forms: number;
  readonly narrow: number;
  readonly wide: number;
  readonly end: number;
}

/** Views of the sections, to build them, with what Layout says of them. */
export interface Sections {
  readonly bytes: ArrayBuffer;
  readonly beginnings: Int32Array;
  readonly beginningMask: number;
  readonly words: Int32Array;
  readonly wordMask: number;
  readonly pairs: Int32Array;
  readonly pairShift: number;
  readonly seconds: Int32Array;
  readonly secondMask: number;
  readonly buckets: Int32Array;
  readonly bucketMask: number;
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
  const bytes = new Uint8Array(layoutOf(counts, 0).end);
  const { count, countBits, narrow, wide, pairs, seconds } = counts;
  headerOf(bytes).set([
    MAGIC,
    INDEX_LAYOUT,
    bytes.length,
    0,
    count,
    countBits,
    narrow,
    wide,
    pairs,
    endingsHash(),
    seconds,
  ]);
  return viewSections(bytes.buffer, layoutOf(counts, 0), counts);
}

/** The words of the header. */
export function headerOf({ buffer, byteOffset }: Bytes): Int32Array {
  return new Int32Array(buffer, byteOffset, HEADER_WORDS);
}

/** The layout of bytes that buildIndex made, and that are as it made them. */
export function readLayout(bytes: Bytes): Layout {
  const [, , , , count = 0, countBits = 0, narrow = 0, wide = 0, pairs = 0, , seconds = 0] = headerOf(bytes);
  return layoutOf({ count, countBits, narrow, wide, pairs, seconds }, bytes.byteOffset);
}

/** Changes when endings begin with other letters: an index built for the old ones would miss names. */
export function endingsHash(): number {
  let hash = 0;
  for (let i = 0; i < ENDING_INITIALS.length; i++) hash = hashStep(hash, ENDING_INITIALS.charCodeAt(i));
  return hash;
}

/** Lays the sections out one after the other. In numbers only, and in one function: a first scan waits for it. */
function layoutOf({ count, countBits, narrow, wide, pairs, seconds }: Counts, begin: number): Layout {
  // Asked at every word, so with more bits than the others, where the index is not the heavier for it anyway.
  const beginningBits = Math.max(5, Math.floor(Math.log2(Math.max(1, count)))) + BEGINNING_BITS_PER_FORM;
  const wordBits = nearest(count) + WORD_BITS_PER_FORM;
  const pairBits = nearest(pairs) + PAIR_BITS_PER_FORM;
  const secondBits = nearest(seconds) + SECOND_BITS_PER_FORM;
  // Two forms in a bucket on average: half the bytes for a comparison that nearly always fails at its first unit.
  const bucketBits = countBits - 1;
  const beginnings = begin + HEADER_WORDS * 4;
  const words = beginnings + (1 << (beginningBits - 3));
  const pairsAt = words + (1 << (wordBits - 3));
  const secondsAt = pairsAt + (1 << (pairBits - 3));
  const buckets = secondsAt + (1 << (secondBits - 3));
  const forms = buckets + 4 * ((1 << bucketBits) + 1);
  const narrowAt = forms + 4 * count * FORM_WORDS;
  const wideAt = (narrowAt + narrow + 3) & ~3;
  return {
    count,
    beginnings,
    beginningMask: (1 << beginningBits) - 1,
    words,
    wordMask: (1 << wordBits) - 1,
    pairs: pairsAt,
    pairShift: 32 - pairBits,
    seconds: secondsAt,
    secondMask: (1 << secondBits) - 1,
    buckets,
    bucketMask: (1 << bucketBits) - 1,
    forms,
    narrow: narrowAt,
    wide: wideAt,
    end: (wideAt + 2 * wide + 3) & ~3,
  };
}

/** Nearest power of two, not the next: what passes by chance then lies about the figures above, not always below. */
function nearest(forms: number): number {
  return Math.max(5, Math.round(Math.log2(Math.max(1, forms))));
}

function viewSections(bytes: ArrayBuffer, layout: Layout, { narrow, wide }: Counts): Sections {
  const ints = (from: number, to: number) => new Int32Array(bytes, from, (to - from) >> 2);
  return {
    bytes,
    beginnings: ints(layout.beginnings, layout.words),
    beginningMask: layout.beginningMask,
    words: ints(layout.words, layout.pairs),
    wordMask: layout.wordMask,
    pairs: ints(layout.pairs, layout.seconds),
    pairShift: layout.pairShift,
    seconds: ints(layout.seconds, layout.buckets),
    secondMask: layout.secondMask,
    buckets: ints(layout.buckets, layout.forms),
    bucketMask: layout.bucketMask,
    forms: ints(layout.forms, layout.narrow),
    narrow: new Uint8Array(bytes, layout.narrow, narrow),
    wide: new Uint16Array(bytes, layout.wide, wide),
  };
}
