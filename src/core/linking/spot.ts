/**
 * Spotting: every place in a text where a form of the index stands, in one pass.
 *
 * Naive: try every name at every position; time grows with their product. Idea: a name begins with a word, so hash each
 * word of the text while reading it, and ask a bit filter whether any form begins with such a word. Nearly all words end
 * there. For the rest the forms of the hash's bucket are compared unit by unit. Where words have no boundaries (Chinese,
 * Japanese) every pair of units is asked for instead.
 *
 * Invariants: positions are UTF-16 units of the raw text; a hit begins where a word begins and ends where one ends; units
 * without meaning (soft hyphens, marks) are skipped inside and left out at the ends; a space of a form equals any run of
 * spaces and dashes that does not cross a paragraph. Cost: one table look per unit, plus the comparisons.
 * Names that decline: while a word is read, each beginning of four letters and more is looked up among the stems; a form
 * whose word goes on is accepted when what goes on is an ending of the text's language (endings.ts).
 * What it does not do: letter case, context, overlaps. choose.ts does.
 */
import { CJK, classify, FOLD_TABLE, foldEntry, IGNORED, SPACE, UNSEEN, WORD } from '../text/fold.ts';
import { ENDING_MASK, type EndingSet } from './endings.ts';
import { AS_IT_IS, STEM } from './form.ts';
import { bucketHash, filterHash, HASH_PRIME, hashStep, hashStepBack, secondWordHash } from './hash.ts';
import { FIRST, type FormIndex, MIN_STEM, SECOND, WHOLE } from './index-bytes.ts';

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
export interface SpotOptions {
  /** Endings that a name may take in this text; null for none. */
  readonly endings?: EndingSet | null;
  readonly from?: number;
  readonly to?: number;
}

/** Appends to `hits` all places between `from` and `to` at which a form begins. */
export function spot(index: FormIndex, text: string, options: SpotOptions = {}, hits: Hits = []): Hits {
  const { endings = null, from = 0, to = text.length } = options;
  const table = FOLD_TABLE;
  const { words, wordMask, beginnings, beginningMask } = index;
  const length = text.length;
  let i = from;
  while (i < to) {
    let entry = table[text.charCodeAt(i)] as number;
    if (entry & WORD_BIT) {
      const start = i;
      const stop = i + MIN_STEM;
      let hash = 0;
      // All that most of a text sees: one look in the table and one multiplication for each letter.
      do {
        hash = Math.imul(hash ^ entry, HASH_PRIME);
        if (++i >= length) break;
        entry = table[text.charCodeAt(i)] as number;
      } while (entry & WORD_BIT && i < stop);
      let beginning = hash;
      while (entry & WORD_BIT && i < length) {
        hash = Math.imul(hash ^ entry, HASH_PRIME);
        if (++i >= length) break;
        entry = table[text.charCodeAt(i)] as number;
      }
      if (entry & (UNSEEN | IGNORED_BIT) && i < length) {
        // Rare: a unit never seen before, or one that does not count. The word is read again with more care.
        i = endOfWord(text, i);
        hash = hashOfWord(text, start, i, i - start);
        beginning = hashOfWord(text, start, i, MIN_STEM);
      }
      const bit = filterHash(hash) & wordMask;
      if (((words[bit >> 5] as number) >> bit) & 1) lookAtWord(index, text, hash, start, i, endings, hits);
      if (i > stop && endings !== null) {
        // Only words that begin like a name that declines are worth taking apart.
        const first = filterHash(beginning) & beginningMask;
        if (((beginnings[first >> 5] as number) >> first) & 1)
          lookAtStems(index, text, hash, start, i, endings, hits);
      }
    } else {
      if (entry & (CJK_BIT | UNSEEN)) {
        if (entry === UNSEEN) {
          classify(text.charCodeAt(i));
          continue;
        }
        lookAtPair(index, text, i, entry & 0xffff, hits);
      }
      i++;
    }
  }
  return hits;
}

/** Where the word around `from` ends: letters and what is ignored among them; ignored units at its end do not belong to it. */
function endOfWord(text: string, from: number): number {
  let end = from;
  while (end < text.length && entryAt(text, end) & (WORD_BIT | IGNORED_BIT)) end++;
  return end;
}

/** Hash of the first `count` letters of a word. */
function hashOfWord(text: string, start: number, end: number, count: number): number {
  let hash = 0;
  let letters = 0;
  for (let i = start; i < end && letters < count; i++) {
    const entry = entryAt(text, i);
    if ((entry & WORD_BIT) === 0) continue;
    hash = Math.imul(hash ^ entry, HASH_PRIME);
    letters++;
  }
  return hash;
}

/** A word that some form may be or begin with. */
function lookAtWord(
  index: FormIndex,
  text: string,
  hash: number,
  start: number,
  end: number,
  endings: EndingSet | null,
  hits: Hits,
): void {
  const bits = bitsOf(index, hash);
  if (bits & (WHOLE | FIRST)) probeWord(index, text, hash, bits, start, end, endings, hits);
}

/**
 * A word that is no name may be a name with an ending. From the word's end backwards: is what is left a stem, and what has
 * been passed an ending? The hash of what is left comes from taking letters out of the whole word's hash again, so nothing
 * is kept while words are read, and texts in languages without endings pay nothing.
 */
function lookAtStems(
  index: FormIndex,
  text: string,
  word: number,
  start: number,
  end: number,
  endings: EndingSet,
  hits: Hits,
): void {
  const { stems, stemMask } = index;
  const { filter } = endings;
  const first = Math.max(start + MIN_STEM, end - MAX_ENDING);
  let hash = word;
  let ending = 0;
  for (let at = end - 1; at >= first; at--) {
    // The word has been read: nothing in it is unseen.
    const entry = FOLD_TABLE[text.charCodeAt(at)] as number;
    if ((entry & WORD_BIT) === 0) continue;
    hash = hashStepBack(hash, entry);
    ending = hashStep(ending, entry);
    // The endings' filter is small and always at hand; the stems' may be far away in memory.
    const bit = filterHash(ending) & ENDING_MASK;
    if ((((filter[bit >> 5] as number) >> bit) & 1) === 0) continue;
    const stem = filterHash(hash) & stemMask;
    if (((stems[stem >> 5] as number) >> stem) & 1) {
      probeWord(index, text, hash, bitsOf(index, hash), start, end, endings, hits);
    }
  }
}

/** Where words have no boundaries every pair of units may begin a form. */
function lookAtPair(index: FormIndex, text: string, at: number, first: number, hits: Hits): void {
  if (at + 1 >= text.length) return;
  const pair = hashStep(hashStep(0, first), entryAt(text, at + 1) & 0xffff);
  if (bitsOf(index, pair) & WHOLE) probe(index, text, pair, at, null, hits);
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

function bitsOf({ filter, filterMask }: FormIndex, hash: number): number {
  const slot = filterHash(hash) & filterMask;
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
  const bucket = bucketHash(key) & index.bucketMask;
  const last = index.buckets[bucket + 1] as number;
  for (let form = index.buckets[bucket] as number; form < last; form++) {
    const end = compare(index, form, text, start, endings);
    if (end >= 0) hits.push(start, end, index.targets[form] as number);
  }
}

/** End of the form at `start`, or -1 when the text differs or goes on with the same word. */
function compare(
  index: FormIndex,
  form: number,
  text: string,
  start: number,
  endings: EndingSet | null,
): number {
  const place = index.places[form] as number;
  const pool = place < 0 ? index.wide : index.narrow;
  const first = place < 0 ? ~place : place;
  const length = index.lengths[form] as number;
  const declined = index.declined[form] as number;
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
