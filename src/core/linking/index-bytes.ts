/**
 * The index of forms as one buffer of bytes, used as it lies: opening it makes typed-array views and parses nothing.
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
import { CJK, classOf, foldEntry, WORD } from '../text/fold.ts';
import { checksumInSteps, checksumOf, IndexError } from './checked-bytes.ts';
import { ENDING_INITIALS } from './endings.ts';
import { AS_IT_IS, type Form } from './form.ts';
import { growingInt32, growingUint8, growingUint16 } from './growing.ts';
import {
  bucketHash,
  filterHash,
  hashStep,
  longerBit,
  longerPairBit,
  pairHash,
  secondBit,
  secondWordHash,
  wholePairBit,
} from './hash.ts';
import { runSteps } from './steps.ts';
import { isNarrow } from './string-pool.ts';

/** "SLIX" in little-endian bytes. A machine of the other byte order reads another number and rebuilds. */
const MAGIC = 0x58494c53;
/** Raised whenever the layout, the hash or the folding changes: older bytes are refused and the index is rebuilt. */
export const INDEX_LAYOUT = 18;
const HEADER_WORDS = 16;
const MAX_FORM_LENGTH = 255;
const SPACE_UNIT = 0x20;
/** A stem shorter than this is not tried with endings: what is left would match anything. */
export const MIN_STEM = 4;
/** Letters of a beginning. A word that a stem and an ending make up has at least so many. */
export const BEGINNING = 5;
/** log2 of bits for each form of the kind: one in 40 passes by chance when every form begins differently. */
const BEGINNING_BITS_PER_FORM = 4;
const WORD_BITS_PER_FORM = 4;
const SECOND_BITS_PER_FORM = 4;
const PAIR_BITS_PER_FORM = 5;

/** Words of a form's entry, and the part of the first that is the hash. */
export const FORM_WORDS = 3;
export const FORM_HASH = -0x10000;

export interface FormIndex {
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
  /** Forms that begin with an ideograph and something else: one unit between words may begin them. */
  readonly mixedPairs: number;
  readonly seconds: Int32Array;
  readonly secondMask: number;
  readonly buckets: Int32Array;
  readonly bucketMask: number;
  /** Elements of a form: FORM_WORDS. */
  readonly forms: Int32Array;
  readonly narrow: Uint8Array;
  readonly wide: Uint16Array;
}

interface Key {
  /** Hash of the first word (or first two ideographs): what the filters know. */
  readonly word: number;
  /** Hash under which the form is filed. */
  readonly key: number;
  /** Letters of the first word; 0 for ideographs. */
  readonly letters: number;
  /** Hash of the first word's first five letters, or of all when it has fewer. */
  readonly beginning: number;
}

/** Where a form is filed; null for one that the matcher could never reach (it begins with punctuation, or is a single ideograph). */
function keyOf(text: string): Key | null {
  const first = classAt(text, 0);
  if (first === CJK) {
    if (text.length < 2) return null;
    const word = pairHash(text.charCodeAt(0), text.charCodeAt(1));
    const key = text.length === 2 ? word : hashStep(word, text.charCodeAt(2));
    return { word, key, letters: 0, beginning: 0 };
  }
  if (first !== WORD) return null;
  let word = 0;
  let beginning = 0;
  let i = 0;
  for (; i < text.length && classAt(text, i) === WORD; i++) {
    word = hashStep(word, foldEntry(text.charCodeAt(i)));
    if (i < BEGINNING) beginning = word;
  }
  if (text.charCodeAt(i) !== SPACE_UNIT) return { word, key: word, letters: i, beginning };
  const next = text.charCodeAt(i + 1);
  const inWord = i + 2 < text.length && classAt(text, i + 1) === WORD && classAt(text, i + 2) === WORD;
  const after = inWord ? text.charCodeAt(i + 2) : 0;
  return { word, key: secondWordHash(word, next, after), letters: i, beginning };
}

function classAt(text: string, at: number): number {
  return classOf(foldEntry(text.charCodeAt(at)));
}

/** Builds the index. Forms that cannot be reached or are longer than 255 units are left out. */
export function buildIndex(forms: readonly Form[]): ArrayBuffer {
  const builder = createIndexBuilder();
  for (const form of forms) builder.add(form);
  return runSteps(builder.finish());
}

/** Builds an index form by form, for callers that never have all of them at once. */
export interface IndexBuilder {
  add(form: Form): void;
  /** Lays out what was added, in steps, for callers that have other things to do in between. */
  finish(): Generator<undefined, ArrayBuffer>;
}

/** Forms between two steps. */
const STEP = 1000;

/** What the builder keeps of a form: hashes of its Key, then its sizes, its target and its place, as it goes into the index. */
const KEPT = 6;

export function createIndexBuilder(): IndexBuilder {
  const kept = growingInt32();
  const narrow = growingUint8();
  const wide = growingUint16();
  let pairs = 0;
  let mixedPairs = 0;
  let seconds = 0;
  return {
    add({ text, target, declined = AS_IT_IS }) {
      const key = text.length > MAX_FORM_LENGTH ? null : keyOf(text);
      if (key === null) return;
      if (key.letters === 0) {
        pairs++;
        if (classAt(text, 1) !== CJK) mixedPairs++;
      }
      if (key.key !== key.word) seconds++;
      const pool = isNarrow(text) ? narrow : wide;
      const place = pool === narrow ? pool.length : ~pool.length;
      for (let i = 0; i < text.length; i++) pool.push(text.charCodeAt(i));
      kept.push(key.word);
      kept.push(key.key);
      kept.push(key.beginning);
      kept.push((key.letters << 16) | (declined << 8) | text.length);
      kept.push(target);
      kept.push(place);
    },
    *finish() {
      const forms = kept.all();
      const count = forms.length / KEPT;
      const index = layOut({
        count,
        countBits: Math.max(4, Math.ceil(Math.log2(Math.max(1, count)))),
        narrow: narrow.length,
        wide: wide.length,
        pairs,
        mixedPairs,
        seconds,
      });
      yield;
      index.narrow.set(narrow.all());
      index.wide.set(wide.all());
      yield;
      yield* fillFilters(index, forms);
      yield;
      yield* fillForms(index, forms);
      yield;
      new Int32Array(index.bytes, 0, HEADER_WORDS)[3] = yield* checksumInSteps(index.bytes);
      return index.bytes;
    },
  };
}

function* fillFilters(index: FormIndex, forms: Int32Array): Generator<undefined, void> {
  for (let at = 0, i = 0; at < forms.length; at += KEPT, i++) {
    if (i % STEP === STEP - 1) yield;
    const word = forms[at] as number;
    const key = forms[at + 1] as number;
    const beginning = forms[at + 2] as number;
    const sizes = forms[at + 3] as number;
    const letters = sizes >>> 16;
    const isLonger = key !== word;
    if (isLonger) setBoth(index.seconds, filterHash(key) & index.secondMask, secondBit(key));
    if (letters > 0) {
      setBoth(index.words, filterHash(word) & index.wordMask, isLonger ? longerBit(word) : secondBit(word));
      setBeginning(index, beginning);
      if ((sizes & 0xff00) !== 0 && letters === MIN_STEM)
        for (let i = 0; i < ENDING_INITIALS.length; i++)
          setBeginning(index, hashStep(beginning, foldEntry(ENDING_INITIALS.charCodeAt(i))));
      // The high bits say where a pair is.
    } else {
      setBoth(index.pairs, word >>> index.pairShift, word);
      setBoth(index.pairs, word >>> index.pairShift, isLonger ? longerPairBit(word) : wholePairBit(word));
    }
  }
}

function setBeginning({ beginnings, beginningMask }: FormIndex, hash: number): void {
  setBoth(beginnings, filterHash(hash) & beginningMask, secondBit(hash));
}

/** Sets the bit at `at` and another of the same element: shifts go by the lowest five bits alone. */
function setBoth(bits: Int32Array, at: number, second: number): void {
  bits[at >> 5] = (bits[at >> 5] as number) | (1 << at) | (1 << second);
}

/** Counting sort by bucket: count, add up, place. */
function* fillForms(index: FormIndex, forms: Int32Array): Generator<undefined, void> {
  const { buckets, bucketMask } = index;
  for (let at = 1, i = 0; at < forms.length; at += KEPT, i++) {
    if (i % STEP === STEP - 1) yield;
    const bucket = (bucketHash(forms[at] as number) & bucketMask) + 1;
    buckets[bucket] = (buckets[bucket] as number) + 1;
  }
  for (let i = 1; i < buckets.length; i++) {
    if (i % STEP === STEP - 1) yield;
    buckets[i] = (buckets[i] as number) + (buckets[i - 1] as number);
  }
  const next = buckets.slice();
  yield;
  for (let from = 0, i = 0; from < forms.length; from += KEPT, i++) {
    if (i % STEP === STEP - 1) yield;
    const hash = bucketHash(forms[from + 1] as number);
    const bucket = hash & bucketMask;
    const slot = next[bucket] as number;
    next[bucket] = slot + 1;
    const at = slot * FORM_WORDS;
    // How it declines, and its units.
    index.forms[at] = (hash & FORM_HASH) | ((forms[from + 3] as number) & 0xffff);
    index.forms[at + 1] = forms[from + 5] as number;
    index.forms[at + 2] = forms[from + 4] as number;
  }
}

/**
 * Opens bytes made by buildIndex: views only.
 * @throws IndexError for bytes of another layout, cut short or changed.
 */
export function openIndex(bytes: ArrayBuffer): FormIndex {
  if (bytes.byteLength < HEADER_WORDS * 4)
    throw new IndexError('length', `at least ${HEADER_WORDS * 4} bytes`, bytes.byteLength);
  const header = new Int32Array(bytes, 0, HEADER_WORDS);
  const [magic = 0, layout = 0, length = 0, sum = 0, , , , , , endings = 0] = header;
  if (magic !== MAGIC) throw new IndexError('magic', MAGIC, magic);
  if (layout !== INDEX_LAYOUT) throw new IndexError('layout', INDEX_LAYOUT, layout);
  if (length !== bytes.byteLength) throw new IndexError('length', length, bytes.byteLength);
  const endingsHere = endingsHash();
  if (endings !== endingsHere) throw new IndexError('endings', endingsHere, endings);
  const found = checksumOf(bytes);
  if (found !== sum) throw new IndexError('checksum', sum, found);
  return viewIndex(bytes);
}

/** How much there is of everything: what the sections' sizes follow from. */
interface Counts {
  readonly count: number;
  /** Bits in which a form can be numbered. */
  readonly countBits: number;
  /** Units of text in each pool. */
  readonly narrow: number;
  readonly wide: number;
  /** Forms that are written without spaces. */
  readonly pairs: number;
  /** Those of them whose second unit is no ideograph. */
  readonly mixedPairs: number;
  /** Forms of more than one word, or of three ideographs and more. */
  readonly seconds: number;
}

function layOut(counts: Counts): FormIndex {
  const length = arrange(null, counts).end;
  const bytes = new ArrayBuffer(length);
  const { count, countBits, narrow, wide, pairs, mixedPairs, seconds } = counts;
  new Int32Array(bytes, 0, HEADER_WORDS).set([
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
    mixedPairs,
    seconds,
  ]);
  return viewIndex(bytes);
}

/** Views of bytes that were checked, or have just been made. */
export function viewIndex(bytes: ArrayBuffer): FormIndex {
  const header = new Int32Array(bytes, 0, HEADER_WORDS);
  const [, , , , count = 0, countBits = 0, narrow = 0, wide = 0, pairs = 0, , mixedPairs = 0, seconds = 0] =
    header;
  return arrange(bytes, { count, countBits, narrow, wide, pairs, mixedPairs, seconds }).index;
}

/** Changes when endings begin with other letters: an index built for the old ones would miss names. */
function endingsHash(): number {
  let hash = 0;
  for (let i = 0; i < ENDING_INITIALS.length; i++) hash = hashStep(hash, ENDING_INITIALS.charCodeAt(i));
  return hash;
}

/** Lays the sections out one after the other; without bytes only to see where they end. */
function arrange(bytes: ArrayBuffer | null, counts: Counts) {
  const { count, countBits, narrow, wide, pairs, mixedPairs, seconds } = counts;
  let end = HEADER_WORDS * 4;
  const buffer = bytes ?? new ArrayBuffer(0);
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
  const beginningBits = nearest(count) + BEGINNING_BITS_PER_FORM;
  const wordBits = nearest(count) + WORD_BITS_PER_FORM;
  const pairBits = nearest(pairs) + PAIR_BITS_PER_FORM;
  const secondBits = nearest(seconds) + SECOND_BITS_PER_FORM;
  // Two forms in a bucket on average: half the bytes for a comparison that nearly always fails at its first unit.
  const bucketBits = countBits - 1;
  const index: FormIndex = {
    bytes: buffer,
    count,
    beginnings: int32(1 << (beginningBits - 5)),
    beginningMask: (1 << beginningBits) - 1,
    words: int32(1 << (wordBits - 5)),
    wordMask: (1 << wordBits) - 1,
    pairs: int32(1 << (pairBits - 5)),
    pairShift: 32 - pairBits,
    mixedPairs,
    seconds: int32(1 << (secondBits - 5)),
    secondMask: (1 << secondBits) - 1,
    buckets: int32((1 << bucketBits) + 1),
    bucketMask: (1 << bucketBits) - 1,
    forms: int32(count * FORM_WORDS),
    narrow: uint8(narrow),
    wide: wideView(take(wide * 2)),
  };
  return { index, end };
}

function wideView([owner, start, size]: [ArrayBuffer, number, number]): Uint16Array {
  return new Uint16Array(owner, start, size / 2);
}

function align(size: number): number {
  return (size + 3) & ~3;
}
