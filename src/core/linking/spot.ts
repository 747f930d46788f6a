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
 * In languages that write small words onto names (proclitics.ts) a hit may begin within a word, behind such a one.
 * What it does not do: letter case, context, overlaps. choose.ts does.
 */
import { CJK, FOLD_TABLE, foldEntry, IGNORED, SPACE, WORD } from '../text/fold.ts';
import { compare, entryAt } from './compare.ts';
import { type EndingSet, endingLengths, MAX_ENDING } from './endings.ts';
import { bucketHash, filterHash, hashStep, pairHash, secondBit, secondWordHash } from './hash.ts';
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
import { forEachRest, isJoiningScript, mayHaveProclitics } from './proclitics.ts';
import { edges, hashes, PIECE, piece, readPiece } from './words.ts';

/** Hits as triples: start, end, target, start, end, target … Places of one start stand together. */
export type Hits = number[];

const WORD_BIT = WORD << 16;
const CJK_BIT = CJK << 16;
const IGNORED_BIT = IGNORED << 16;
const SPACE_BIT = SPACE << 16;
/** Moves the bit that says "written without spaces" to the lowest place. */
const CJK_SHIFT = 16 + Math.log2(CJK);
/** More than a piece may hold; times the length of a text still a whole number without loss. */
const MAX_HITS = 2 ** 22;
/** What a filter says of a word, one bit each. */
const MAY_BE_NAME = 1;
const MAY_BE_STEM = 2;
/** Units that an ending may have together with the ignored ones in it. */
const FURTHEST_ENDING = 2 * MAX_ENDING;

export interface SpotOptions {
  /** Endings that a name may take in this text; null for none. */
  readonly endings?: EndingSet | null;
  readonly from?: number;
  readonly to?: number;
}

/** Places of the text and the key to be looked for at each, in the order in which they were noted. */
class Questions {
  count = 0;
  readonly keys: Int32Array;
  readonly starts: Int32Array;
  /** Where the word ends that the key was made of. */
  readonly ends: Int32Array;

  constructor(size: number) {
    this.keys = new Int32Array(size);
    this.starts = new Int32Array(size);
    this.ends = new Int32Array(size);
  }

  add(key: number, start: number, end: number): void {
    this.put(key, start, end);
    this.count++;
  }

  /** Writes the next without counting it. */
  put(key: number, start: number, end: number): void {
    const at = this.count;
    this.keys[at] = key;
    this.starts[at] = start;
    this.ends[at] = end;
  }
}

/** Questions that a piece may raise: for each unit at most a beginning that ends there and a rest that begins there, and its words. */
const MOST = 3 * PIECE;
/** Words of a piece that a filter let pass: place in the list of words, and which filters. */
const passedWords = new Int32Array(PIECE);
/** Words before which more than one unit stands that is part of none. */
const wideGaps = new Int32Array(PIECE);
let gapCount = 0;
/** First words (first two ideographs), then these with what goes on behind them, then what is looked up in the buckets. */
const firsts = new Questions(MOST);
/** Words without what may be their endings. */
const stems = new Questions(MOST);
const seconds = new Questions(MOST);
const keys = new Questions(2 * MOST);
/** Forms whose hash agrees: they are compared with the text. */
const likely = new Questions(MOST);

/** Appends to `hits` all places between `from` and `to` at which a form begins. */
export function spot(index: FormIndex, text: string, options: SpotOptions = {}, hits: Hits = []): Hits {
  const { endings = null, from = 0, to = text.length } = options;
  let at = from;
  while (at < to) {
    const next = readPiece(text, at, to);
    const passed = askFilters(index, endings === null ? MAY_BE_NAME : MAY_BE_NAME | MAY_BE_STEM);
    keys.count = 0;
    firsts.count = 0;
    if (passed > 0) noteWords(index, text, passed, endings);
    if (endings !== null && mayHaveProclitics(piece.seen)) noteRests(text, endings);
    if (firsts.count > 0) lookAtWords(index, text);
    if (piece.seen & CJK_BIT) lookAtPairs(index, text, Math.min(next, to));
    if (keys.count > 0) lookUp(index, text, endings, hits);
    at = next;
  }
  return hits;
}

/** Asks both filters about every word of the piece and notes those that pass one of `wanted`. Returns their number. */
function askFilters(index: FormIndex, wanted: number): number {
  const { count, seen } = piece;
  const { words: names, wordMask, beginnings, beginningMask } = index;
  // Behind an ignored unit the fifth letter is not the fifth unit: all words of such a piece are looked at.
  const all = seen & IGNORED_BIT ? MAY_BE_STEM : 0;
  let passed = 0;
  let gaps = 0;
  let before = 0;
  for (let i = 0; i < count; i++) {
    const start = edges[2 * i] as number;
    const end = edges[2 * i + 1] as number;
    wideGaps[gaps] = i;
    gaps += (before + 1 - start) >>> 31;
    before = end;
    const hash = hashes[end - 1] as number;
    const early = hashes[start + BEGINNING - 1] as number;
    const whole = filterHash(hash) & wordMask;
    const beginning = filterHash(early) & beginningMask;
    const nameBits = names[whole >> 5] as number;
    const stemBits = beginnings[beginning >> 5] as number;
    const name = (nameBits >>> whole) & (nameBits >>> secondBit(hash)) & 1;
    // Shorter words are told apart without a branch: what stands at the fifth place is not theirs.
    const isLong = ~((end - start - BEGINNING) >> 31);
    const stem = (stemBits >>> beginning) & (stemBits >>> secondBit(early)) & isLong & 1;
    const bits = (name | (stem << 1) | all) & wanted;
    passedWords[passed] = (i << 2) | bits;
    passed += (bits | (bits >> 1)) & 1;
  }
  gapCount = gaps;
  return passed;
}

/** Notes the words that passed, whole or without their endings. */
function noteWords(index: FormIndex, text: string, passed: number, endings: EndingSet | null): void {
  const { base } = piece;
  stems.count = 0;
  for (let i = 0; i < passed; i++) {
    const word = passedWords[i] as number;
    const start = edges[2 * (word >> 2)] as number;
    const end = edges[2 * (word >> 2) + 1] as number;
    if (word & MAY_BE_NAME) firsts.add(hashes[end - 1] as number, base + start, base + end);
    if (word & MAY_BE_STEM && endings !== null) noteStems(text, start, end, endings);
  }
  if (stems.count > 0) keepFirstWords(index);
}

/** Notes what is left of words without the proclitics before it. Fewer than there are units in a piece. */
function noteRests(text: string, { before }: EndingSet): void {
  if (before === null) return;
  const { base, count } = piece;
  let end = 0;
  const note = (at: number, hash: number) => firsts.add(hash, at, end);
  for (let i = 0; i < count; i++) {
    const start = base + (edges[2 * i] as number);
    // No proclitic is of another script, and most words of a mixed page are.
    if (!isJoiningScript(text.charCodeAt(start))) continue;
    end = base + (edges[2 * i + 1] as number);
    forEachRest(text, start, end, before, note);
  }
}

/** Notes the keys of all words noted that some form may be or begin with. */
function lookAtWords(index: FormIndex, text: string): void {
  keepThoseWith(index, firsts, WHOLE | FIRST);
  seconds.count = 0;
  for (let i = 0; i < firsts.count; i++) {
    const key = firsts.keys[i] as number;
    const bits = answers[i] as number;
    if (bits & WHOLE) keys.add(key, firsts.starts[i] as number, firsts.ends[i] as number);
    if (bits & FIRST) noteSecond(text, key, firsts.starts[i] as number, firsts.ends[i] as number);
  }
  keepThoseWith(index, seconds, SECOND);
  for (let i = 0; i < seconds.count; i++) keys.add(seconds.keys[i] as number, seconds.starts[i] as number, 0);
}

/** A word that is no name may be a name with an ending: notes its beginnings before what may be one, by its last letters. */
function noteStems(text: string, start: number, end: number, endings: EndingSet): void {
  const { base, seen } = piece;
  if (seen & IGNORED_BIT) {
    noteStemsAmongIgnored(text, start, end);
    return;
  }
  const last = entryAt(text, base + end - 1) & 0xffff;
  const before = entryAt(text, base + end - 2) & 0xffff;
  let lengths = endingLengths(endings, before, last);
  for (let at = end - 1; lengths !== 0 && at >= start + MIN_STEM; at--, lengths >>>= 1)
    if (lengths & 1) stems.add(hashes[at - 1] as number, base + start, base + end);
}

/** The same where the last letters may not be the last units: each beginning is noted that is not the whole word. */
function noteStemsAmongIgnored(text: string, start: number, end: number): void {
  const { base } = piece;
  const whole = hashes[end - 1];
  let letters = 0;
  for (let at = start; at < end; at++) {
    if (entryAt(text, base + at) & IGNORED_BIT) continue;
    letters++;
    const hash = hashes[at] as number;
    if (letters >= MIN_STEM && end - at <= FURTHEST_ENDING && hash !== whole)
      stems.add(hash, base + start, base + end);
  }
}

/** Adds to the first words those stems that some form begins with. */
function keepFirstWords({ words, wordMask }: FormIndex): void {
  const { keys: asked, starts, ends, count } = stems;
  for (let i = 0; i < count; i++) {
    const hash = asked[i] as number;
    const at = filterHash(hash) & wordMask;
    const bits = words[at >> 5] as number;
    firsts.put(hash, starts[i] as number, ends[i] as number);
    firsts.count += (bits >>> at) & (bits >>> secondBit(hash)) & 1;
  }
}

/** Notes the key of forms of several words that begin with the word from `start` to `end`. */
function noteSecond(text: string, hash: number, start: number, end: number): void {
  if (entryAt(text, end) >> 16 !== SPACE) return;
  let at = end;
  let entry = 0;
  do entry = entryAt(text, ++at);
  while (entry & (SPACE_BIT | IGNORED_BIT));
  const first = entry;
  do entry = entryAt(text, ++at);
  while (entry & IGNORED_BIT);
  const second = first & entry & WORD_BIT ? entry & 0xffff : 0;
  seconds.add(secondWordHash(hash, first & 0xffff, second), start, 0);
}

/** What the filter said of each question that was kept. */
const answers = new Int32Array(2 * MOST);

/** Asks the filter all questions, and keeps those of which it says one of `wanted`. */
function keepThoseWith({ filter, filterShift }: FormIndex, questions: Questions, wanted: number): void {
  const { keys: asked, starts, ends, count } = questions;
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const key = asked[i] as number;
    const slot = bucketHash(key) >>> filterShift;
    const bits = ((filter[slot >> 3] as number) >> ((slot & 7) << 2)) & wanted;
    asked[kept] = key;
    starts[kept] = starts[i] as number;
    ends[kept] = ends[i] as number;
    answers[kept] = bits;
    kept += (bits | (bits >> 2) | (bits >> 3)) & 1;
  }
  questions.count = kept;
}

/** Where words have no boundaries every pair of units up to `to` may begin a form. */
function lookAtPairs(index: FormIndex, text: string, to: number): void {
  const { base, count } = piece;
  const last = Math.min(to, text.length - 1);
  firsts.count = 0;
  // Ideographs stand between the words.
  for (let i = 0; i < gapCount; i++) askGap(index, text, wideGaps[i] as number);
  if (index.mixedPairs > 0) for (let i = 0; i < count; i++) askNarrowGap(index, text, i);
  const behind = count === 0 ? base : base + (edges[2 * count - 1] as number);
  if (last > behind) askPairs(index, text, behind, last);
  keepThoseWith(index, firsts, WHOLE | FIRST);
  seconds.count = 0;
  for (let i = 0; i < firsts.count; i++) {
    const key = firsts.keys[i] as number;
    const start = firsts.starts[i] as number;
    const bits = answers[i] as number;
    if (bits & WHOLE) keys.add(key, start, 0);
    if ((bits & FIRST) === 0) continue;
    let third = start + 2;
    while (entryAt(text, third) & IGNORED_BIT) third++;
    seconds.add(hashStep(key, entryAt(text, third) & 0xffff), start, 0);
  }
  keepThoseWith(index, seconds, SECOND);
  for (let i = 0; i < seconds.count; i++) keys.add(seconds.keys[i] as number, seconds.starts[i] as number, 0);
}

/** Asks about what stands before a word, if that is more than one unit. */
function askGap(index: FormIndex, text: string, word: number): void {
  const { base } = piece;
  const begin = word === 0 ? base : base + (edges[2 * word - 1] as number);
  const end = base + (edges[2 * word] as number);
  // Nearly all gaps of two are a comma and a space.
  if (end - begin > 2 || (entryAt(text, begin) | entryAt(text, begin + 1)) & CJK_BIT)
    askPairs(index, text, begin, end);
}

/** Asks about the only unit before a word, where some form begins with an ideograph and a letter. */
function askNarrowGap(index: FormIndex, text: string, word: number): void {
  const { base } = piece;
  const at = base + (edges[2 * word] as number) - 1;
  if (at < base || (word > 0 && base + (edges[2 * word - 1] as number) !== at)) return;
  if (entryAt(text, at) & CJK_BIT) askPairs(index, text, at, at + 1);
}

/** Asks the filter about every pair that begins in the block and notes those that pass. */
function askPairs({ pairs, pairShift }: FormIndex, text: string, begin: number, end: number): void {
  const table = FOLD_TABLE;
  const { keys: noted, starts } = firsts;
  let passed = firsts.count;
  let next = foldEntry(text.charCodeAt(begin));
  // All units up to there have been read; the one behind them may be new.
  entryAt(text, end);
  for (let at = begin; at < end; at++) {
    const entry = next;
    next = table[text.charCodeAt(at + 1)] as number;
    const pair = pairHash(entry, next & 0xffff);
    const first = pair >>> pairShift;
    const bits = pairs[first >> 5] as number;
    if (((bits >>> first) & (bits >>> pair) & (entry >> CJK_SHIFT) & 1) === 0) continue;
    noted[passed] = pair;
    starts[passed++] = at;
  }
  firsts.count = passed;
}

/** Looks all keys up and appends the forms that stand in the text to `hits`, in the order of their starts. */
function lookUp(index: FormIndex, text: string, endings: EndingSet | null, hits: Hits): void {
  const { forms, buckets, bucketMask } = index;
  const { keys: wanted, starts, ends, count } = keys;
  for (let i = 0; i < count; i++) {
    const bucket = bucketHash(wanted[i] as number) & bucketMask;
    ends[i] = buckets[bucket] as number;
  }
  // Only fetched: what a large index has is far away, and one wait after the other is much longer than all together.
  for (let i = 0; i < count; i++) {
    const form = Math.min(index.count - 1, ends[i] as number);
    answers[i] = forms[form * FORM_WORDS] as number;
  }
  const first = hits.length;
  likely.count = 0;
  for (let i = 0; i < count; i++) {
    const hash = bucketHash(wanted[i] as number);
    const last = (buckets[(hash & bucketMask) + 1] as number) * FORM_WORDS;
    for (let form = (ends[i] as number) * FORM_WORDS; form < last; form += FORM_WORDS) {
      if ((((forms[form] as number) ^ hash) & FORM_HASH) !== 0) continue;
      if (likely.count === MOST) compareLikely(index, text, endings, hits);
      likely.add(form, starts[i] as number, 0);
    }
  }
  compareLikely(index, text, endings, hits);
  if (hits.length > first + 3) sortByStart(hits, first);
}

function compareLikely(index: FormIndex, text: string, endings: EndingSet | null, hits: Hits): void {
  const { forms, narrow, wide } = index;
  // Fetched together as above: the texts of the forms.
  for (let i = 0; i < likely.count; i++) {
    const place = forms[(likely.keys[i] as number) + 1] as number;
    answers[i] = (place < 0 ? wide[~place] : narrow[place]) as number;
  }
  for (let i = 0; i < likely.count; i++) {
    const form = likely.keys[i] as number;
    const start = likely.starts[i] as number;
    const end = compare(index, form, text, start, endings);
    if (end >= 0) hits.push(start, end, index.forms[form + 2] as number);
  }
  likely.count = 0;
}

/** Puts the triples from `first` on in the order of their starts; those of one start keep theirs. */
function sortByStart(hits: Hits, first: number): void {
  const count = (hits.length - first) / 3;
  const order = new Float64Array(count);
  for (let i = 0; i < count; i++) order[i] = (hits[first + 3 * i] as number) * MAX_HITS + i;
  // Without a function to compare by, numbers are sorted by the browser's own code.
  order.sort();
  const unsorted = hits.slice(first);
  for (let i = 0; i < count; i++) {
    const from = 3 * ((order[i] as number) % MAX_HITS);
    for (let part = 0; part < 3; part++) hits[first + 3 * i + part] = unsorted[from + part] as number;
  }
}
