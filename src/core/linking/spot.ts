/**
 * Spotting: every place in a text where a form of the index stands, in one pass.
 *
 * Naive: try every name at every position; time grows with their product. Idea: a name begins with a word, so hash each
 * word of the text while reading it, and ask a bit filter whether any form begins with such a word. Nearly all words end
 * there. For the rest the forms of the hash's bucket are compared unit by unit. Where words have no boundaries (Chinese,
 * Japanese) every pair of units is asked for instead.
 *
 * The text is read piece by piece. words.ts finds a piece's words without a branch per unit: a processor guesses the end
 * of a word wrong nearly every time, and a wrong guess costs more than all else that is done for the word. For the same
 * reason the filters are asked for all words of a piece before any of them is looked at.
 *
 * Invariants: positions are UTF-16 units of the raw text; a hit begins where a word begins and ends where one ends; units
 * without meaning (soft hyphens, marks) are skipped inside and left out at the ends; a space of a form equals any run of
 * spaces and dashes that does not cross a paragraph; hits are in reading order. Cost: one table look per unit, plus the
 * comparisons.
 * Names that decline: each beginning of four letters and more of a word is looked up among the stems; a form whose word
 * goes on is accepted when what goes on is an ending of the text's language (endings.ts).
 * What it does not do: letter case, context, overlaps. choose.ts does.
 */
import { CJK, FOLD_TABLE, foldEntry, IGNORED, SPACE, WORD } from '../text/fold.ts';
import { ENDING_MASK, type EndingSet } from './endings.ts';
import { AS_IT_IS, STEM } from './form.ts';
import { bucketHash, filterHash, hashStep, pairHash, secondWordHash } from './hash.ts';
import {
  BEGINNING,
  FIRST,
  FORM_HASH,
  FORM_WORDS,
  type FormIndex,
  MIN_STEM,
  SECOND,
  WHOLE,
} from './index-bytes.ts';
import { BLOCK, PIECE, Words } from './words.ts';

/** Hits as triples: start, end, target, start, end, target … Places of one start stand together. */
export type Hits = number[];

const NEWLINE = 0x0a;
const SPACE_UNIT = 0x20;
/** Letters an ending may have. */
const MAX_ENDING = 8;
const WORD_BIT = WORD << 16;
const CJK_BIT = CJK << 16;
const IGNORED_BIT = IGNORED << 16;
const SPACE_BIT = SPACE << 16;
/** Moves the bit that says "written without spaces" to the lowest place. */
const CJK_SHIFT = 16 + Math.log2(CJK);
/** What a filter says of a word, one bit each. */
const MAY_BE_NAME = 1;
const MAY_BE_STEM = 2;

export interface SpotOptions {
  /** Endings that a name may take in this text; null for none. */
  readonly endings?: EndingSet | null;
  readonly from?: number;
  readonly to?: number;
}

const pieceWords = new Words();
/** Words of a piece that a filter let pass: place in the list of words, and which filters. */
const passedWords = new Int32Array(PIECE);
/** Pairs of a block that the filter let pass: where they stand in the text. */
const passedPairs = new Int32Array(BLOCK);

/** Appends to `hits` all places between `from` and `to` at which a form begins. */
export function spot(index: FormIndex, text: string, options: SpotOptions = {}, hits: Hits = []): Hits {
  const { endings = null, from = 0, to = text.length } = options;
  const words = pieceWords;
  let at = from;
  while (at < to) {
    const next = words.read(text, at, to);
    const first = hits.length;
    const passed = askFilters(index, words, endings === null ? MAY_BE_NAME : MAY_BE_NAME | MAY_BE_STEM);
    for (let i = 0; i < passed; i++) {
      const word = passedWords[i] as number;
      if (word & MAY_BE_NAME) lookAtWord(index, text, words, word >> 2, endings, hits);
      if (word & MAY_BE_STEM && endings !== null) lookAtStems(index, text, words, word >> 2, endings, hits);
    }
    if (words.seen & CJK_BIT) {
      const before = hits.length;
      lookAtPairs(index, text, words, Math.min(next, to), hits);
      if (before > first && hits.length > before) sortByStart(hits, first);
    }
    at = next;
  }
  return hits;
}

/** Asks both filters about every word of the piece and notes those that pass one of `wanted`. Returns their number. */
function askFilters(index: FormIndex, words: Words, wanted: number): number {
  const { hashes, edges, count } = words;
  const { words: names, wordMask, beginnings, beginningMask } = index;
  // Behind an ignored unit the fifth letter is not the fifth unit: all words of such a piece are looked at.
  const all = words.seen & IGNORED_BIT ? MAY_BE_STEM : 0;
  let passed = 0;
  for (let i = 0; i < count; i++) {
    const start = edges[2 * i] as number;
    const end = edges[2 * i + 1] as number;
    const whole = filterHash(hashes[end - 1] as number) & wordMask;
    const beginning = filterHash(hashes[start + BEGINNING - 1] as number) & beginningMask;
    const name = ((names[whole >> 5] as number) >>> whole) & 1;
    // Shorter words are told apart without a branch: what stands at the fifth place is not theirs.
    const isLong = ~((end - start - BEGINNING) >> 31);
    const stem = ((beginnings[beginning >> 5] as number) >>> beginning) & isLong & 1;
    const bits = (name | (stem << 1) | all) & wanted;
    passedWords[passed] = (i << 2) | bits;
    passed += (bits | (bits >> 1)) & 1;
  }
  return passed;
}

/** A word that some form may be or begin with. */
function lookAtWord(
  index: FormIndex,
  text: string,
  words: Words,
  word: number,
  endings: EndingSet | null,
  hits: Hits,
): void {
  const end = words.edges[2 * word + 1] as number;
  const hash = words.hashes[end - 1] as number;
  const bits = bitsOf(index, hash);
  if ((bits & (WHOLE | FIRST)) === 0) return;
  const start = words.edges[2 * word] as number;
  probeWord(index, text, hash, bits, words.base + start, words.base + end, endings, hits);
}

/**
 * A word that is no name may be a name with an ending: is one of its beginnings a stem, and what follows an ending?
 * All beginnings are asked for before any answer is looked at, as in askFilters.
 */
function lookAtStems(
  index: FormIndex,
  text: string,
  { base, hashes, edges }: Words,
  word: number,
  endings: EndingSet,
  hits: Hits,
): void {
  const { stems, stemMask } = index;
  const start = edges[2 * word] as number;
  const end = edges[2 * word + 1] as number;
  const first = Math.max(start + MIN_STEM, end - MAX_ENDING);
  let found = 0;
  for (let at = first; at < end; at++) {
    const stem = filterHash(hashes[at - 1] as number) & stemMask;
    found |= (((stems[stem >> 5] as number) >>> stem) & 1) << (at - first);
  }
  for (let at = first; found !== 0; at++, found >>>= 1) {
    if ((found & 1) === 0 || !mayBeEnding(endings, text, base + at, base + end)) continue;
    const hash = hashes[at - 1] as number;
    // The same beginning again, behind a soft hyphen.
    if (at > first && hash === hashes[at - 2]) continue;
    probeWord(index, text, hash, bitsOf(index, hash), base + start, base + end, endings, hits);
  }
}

/** False for nearly all that is no ending. The word has been read: nothing in it is unseen. */
function mayBeEnding({ filter }: EndingSet, text: string, from: number, to: number): boolean {
  let hash = 0;
  for (let at = to - 1; at >= from; at--) {
    const entry = FOLD_TABLE[text.charCodeAt(at)] as number;
    if ((entry & IGNORED_BIT) === 0) hash = hashStep(hash, entry);
  }
  const bit = filterHash(hash) & ENDING_MASK;
  return (((filter[bit >> 5] as number) >>> bit) & 1) !== 0;
}

/** Where words have no boundaries every pair of units up to `to` may begin a form. */
function lookAtPairs(index: FormIndex, text: string, { base, blocks }: Words, to: number, hits: Hits): void {
  const last = Math.min(to, text.length - 1);
  for (let block = 0; base + block * BLOCK < last; block++) {
    if (((blocks[block] as number) & CJK_BIT) === 0) continue;
    const begin = base + block * BLOCK;
    const passed = askPairs(index, text, begin, Math.min(last, begin + BLOCK));
    for (let i = 0; i < passed; i++) {
      const at = passedPairs[i] as number;
      const pair = pairHash(entryAt(text, at) & 0xffff, entryAt(text, at + 1) & 0xffff);
      const bits = bitsOf(index, pair);
      if (bits & (WHOLE | FIRST)) probePair(index, text, pair, bits, at, hits);
    }
  }
}

/** Asks the filter about every pair that begins in the block and notes where those that pass stand. Returns their number. */
function askPairs({ pairs, pairMask }: FormIndex, text: string, begin: number, end: number): number {
  const table = FOLD_TABLE;
  const noted = passedPairs;
  let passed = 0;
  let next = foldEntry(text.charCodeAt(begin));
  // All units of the block have been read; the one behind it may be new.
  entryAt(text, end);
  for (let at = begin; at < end; at++) {
    const entry = next;
    next = table[text.charCodeAt(at + 1)] as number;
    const bit = filterHash(pairHash(entry & 0xffff, next & 0xffff)) & pairMask;
    noted[passed] = at;
    passed += ((pairs[bit >> 5] as number) >>> bit) & (entry >> CJK_SHIFT) & 1;
  }
  return passed;
}

function probePair(
  index: FormIndex,
  text: string,
  pair: number,
  bits: number,
  start: number,
  hits: Hits,
): void {
  if (bits & WHOLE) probe(index, text, pair, start, null, hits);
  if ((bits & FIRST) === 0) return;
  let third = start + 2;
  while (entryAt(text, third) & IGNORED_BIT) third++;
  const longer = hashStep(pair, entryAt(text, third) & 0xffff);
  if (bitsOf(index, longer) & SECOND) probe(index, text, longer, start, null, hits);
}

/** Puts the triples from `first` on in the order of their starts; those of one start keep theirs. */
function sortByStart(hits: Hits, first: number): void {
  const triples: [number, number, number][] = [];
  for (let i = first; i < hits.length; i += 3)
    triples.push([hits[i] as number, hits[i + 1] as number, hits[i + 2] as number]);
  triples.sort((a, b) => a[0] - b[0]);
  hits.length = first;
  for (const triple of triples) hits.push(...triple);
}

function probeWord(
  index: FormIndex,
  text: string,
  hash: number,
  bits: number,
  start: number,
  end: number,
  endings: EndingSet | null,
  hits: Hits,
): void {
  if (bits & WHOLE) probe(index, text, hash, start, endings, hits);
  if ((bits & FIRST) === 0 || entryAt(text, end) >> 16 !== SPACE) return;
  let at = end;
  let entry = 0;
  do entry = entryAt(text, ++at);
  while (entry & (SPACE_BIT | IGNORED_BIT));
  const first = entry;
  do entry = entryAt(text, ++at);
  while (entry & IGNORED_BIT);
  const longer = secondWordHash(hash, first & 0xffff, first & entry & WORD_BIT ? entry & 0xffff : 0);
  if ((bitsOf(index, longer) & SECOND) === 0) return;
  // Both keys may fall into one bucket, which has been tried by then.
  const sameBucket = ((bucketHash(longer) ^ bucketHash(hash)) & index.bucketMask) === 0;
  if (!sameBucket || (bits & WHOLE) === 0) probe(index, text, longer, start, endings, hits);
}

function bitsOf({ filter, filterShift }: FormIndex, hash: number): number {
  const slot = bucketHash(hash) >>> filterShift;
  return (filter[slot >> 3] as number) >> ((slot & 7) << 2);
}

function probe(
  index: FormIndex,
  text: string,
  key: number,
  start: number,
  endings: EndingSet | null,
  hits: Hits,
): void {
  const { forms, buckets, bucketMask } = index;
  const hash = bucketHash(key);
  const bucket = hash & bucketMask;
  const last = (buckets[bucket + 1] as number) * FORM_WORDS;
  for (let form = (buckets[bucket] as number) * FORM_WORDS; form < last; form += FORM_WORDS) {
    if ((((forms[form] as number) ^ hash) & FORM_HASH) !== 0) continue;
    const end = compare(index, form, text, start, endings);
    if (end >= 0) hits.push(start, end, forms[form + 2] as number);
  }
}

/** End in the text of the form whose entry is at `form` and which should begin at `start`; -1 when the text differs or goes on with the same word. */
function compare(
  index: FormIndex,
  form: number,
  text: string,
  start: number,
  endings: EndingSet | null,
): number {
  const head = index.forms[form] as number;
  const place = index.forms[form + 1] as number;
  const pool = place < 0 ? index.wide : index.narrow;
  const first = place < 0 ? ~place : place;
  const length = head & 0xff;
  const declined = (head >> 8) & 0xff;
  let declinedWords = 0;
  let at = start;
  let end = start;
  for (let j = 0; j < length; j++) {
    const wanted = pool[first + j] as number;
    let entry = entryAt(text, at);
    while (entry >>> 16 === IGNORED) entry = entryAt(text, ++at);
    if (wanted === SPACE_UNIT) {
      if (entry >>> 16 === WORD && declined !== AS_IT_IS) {
        const after = endingAfter(text, at, declined, endings);
        if (after < 0) return -1;
        declinedWords++;
        at = after;
        entry = entryAt(text, at);
      }
      if (entry >>> 16 !== SPACE) return -1;
      let newlines = 0;
      while (entry >>> 16 === SPACE || entry >>> 16 === IGNORED) {
        if (text.charCodeAt(at) === NEWLINE && ++newlines > 1) return -1;
        entry = entryAt(text, ++at);
      }
    } else {
      if (at >= text.length || (entry & 0xffff) !== wanted) return -1;
      end = ++at;
    }
  }
  if (!endsWord(text, end)) {
    const after = declined === AS_IT_IS ? -1 : endingAfter(text, end, declined, endings);
    if (after < 0) return -1;
    declinedWords++;
    end = after;
  }
  return declined === STEM && declinedWords === 0 ? -1 : end;
}

/** Where the word that goes on at `from` ends, if what goes on is an ending; else -1. */
function endingAfter(text: string, from: number, declined: number, endings: EndingSet | null): number {
  if (endings === null) return -1;
  let ending = '';
  let end = from;
  for (let at = from; at < text.length; at++) {
    const entry = entryAt(text, at);
    const kind = entry >>> 16;
    if (kind === IGNORED) continue;
    if (kind !== WORD) break;
    ending += String.fromCharCode(entry & 0xffff);
    if (ending.length > MAX_ENDING) return -1;
    end = at + 1;
  }
  return endings.full.has(ending) || (declined === STEM && endings.cut.has(ending)) ? end : -1;
}

/** False when the unit before `end` and the next visible one belong to the same word. */
function endsWord(text: string, end: number): boolean {
  let next = end;
  while (next < text.length && entryAt(text, next) >>> 16 === IGNORED) next++;
  if (next >= text.length) return true;
  const before = entryAt(text, end - 1) >>> 16;
  const after = entryAt(text, next) >>> 16;
  if (before === WORD) return after !== WORD;
  // Katakana words stand between other scripts; a longer run is another word.
  return !(
    before === CJK &&
    after === CJK &&
    isKatakana(text.charCodeAt(end - 1)) &&
    isKatakana(text.charCodeAt(next))
  );
}

function entryAt(text: string, at: number): number {
  return at >= text.length ? 0 : foldEntry(text.charCodeAt(at));
}

function isKatakana(unit: number): boolean {
  return unit >= 0x30a1 && unit <= 0x30fe;
}
