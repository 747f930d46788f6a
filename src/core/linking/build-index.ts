/** Builds the bytes of an index (index-layout.ts) from forms. */
import { CJK, classOf, foldEntry, WORD } from '../text/fold.ts';
import { checksumInSteps } from './checked-bytes.ts';
import { ENDING_INITIALS } from './endings.ts';
import { AS_IT_IS, type Form } from './form.ts';
import { growingInt32, growingUint8, growingUint16 } from './growing.ts';
import {
  addFifth,
  beginningHash,
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
import {
  BEGINNING,
  FORM_HASH,
  FORM_WORDS,
  HEADER_WORDS,
  layOut,
  MIN_STEM,
  type Sections,
} from './index-layout.ts';
import { runSteps } from './steps.ts';
import { isNarrow } from './string-pool.ts';

const MAX_FORM_LENGTH = 255;
/** Half a pair of surrogates, and what it becomes on its way to the matcher: it would be found where it is not written. */
const UNREADABLE = /\p{Surrogate}|\ufffd/u;
const SPACE_UNIT = 0x20;

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
  let i = 0;
  for (; i < text.length && classAt(text, i) === WORD; i++) {
    word = hashStep(word, text.charCodeAt(i));
  }
  const four = beginningHash(text.slice(0, Math.min(i, BEGINNING - 1)));
  const beginning = i < BEGINNING ? four : addFifth(four, text.charCodeAt(BEGINNING - 1));
  if (text.charCodeAt(i) !== SPACE_UNIT) return { word, key: word, letters: i, beginning };
  const next = text.charCodeAt(i + 1);
  const inWord = i + 2 < text.length && classAt(text, i + 1) === WORD && classAt(text, i + 2) === WORD;
  const after = inWord ? text.charCodeAt(i + 2) : 0;
  return { word, key: secondWordHash(word, next, after), letters: i, beginning };
}

function classAt(text: string, at: number): number {
  return classOf(foldEntry(text.charCodeAt(at)));
}

/** Builds the index. Left out are forms that cannot be reached, longer than 255 units, or with half a pair of surrogates (or U+FFFD). */
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
  let seconds = 0;
  return {
    add({ text, target, declined = AS_IT_IS }) {
      const key = text.length > MAX_FORM_LENGTH || UNREADABLE.test(text) ? null : keyOf(text);
      if (key === null) return;
      if (key.letters === 0) pairs++;
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

function* fillFilters(index: Sections, forms: Int32Array): Generator<undefined, void> {
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
          setBeginning(index, addFifth(beginning, ENDING_INITIALS.charCodeAt(i)));
      // The high bits say where a pair is.
    } else {
      setBoth(index.pairs, word >>> index.pairShift, word);
      setBoth(index.pairs, word >>> index.pairShift, isLonger ? longerPairBit(word) : wholePairBit(word));
    }
  }
}

function setBeginning({ beginnings, beginningMask }: Sections, hash: number): void {
  setBoth(beginnings, filterHash(hash) & beginningMask, secondBit(hash));
}

/** Sets the bit at `at` and another of the same element: shifts go by the lowest five bits alone. */
function setBoth(bits: Int32Array, at: number, second: number): void {
  bits[at >> 5] = (bits[at >> 5] as number) | (1 << at) | (1 << second);
}

/** Counting sort by bucket: count, add up, place. */
function* fillForms(index: Sections, forms: Int32Array): Generator<undefined, void> {
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
