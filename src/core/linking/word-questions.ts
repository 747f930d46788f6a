/** Which words of the piece read last may be names, begin names, or be names with an ending. */
import { IGNORED, SPACE, WORD } from '../text/fold.ts';
import { entryAt } from './compare.ts';
import { type EndingSet, endingLengths, MAX_ENDING } from './endings.ts';
import { filterHash, secondBit, secondWordHash } from './hash.ts';
import { BEGINNING, FIRST, type FormIndex, MIN_STEM, SECOND, WHOLE } from './index-bytes.ts';
import { forEachRest, isJoiningScript, mayHaveProclitics } from './proclitics.ts';
import { answers, firsts, keepThoseWith, keys, MOST, Questions, seconds } from './questions.ts';
import { edges, hashes, PIECE, piece } from './words.ts';

const WORD_BIT = WORD << 16;
const IGNORED_BIT = IGNORED << 16;
const SPACE_BIT = SPACE << 16;
/** What a filter says of a word, one bit each. */
const MAY_BE_NAME = 1;
const MAY_BE_STEM = 2;
/** Units that an ending may have together with the ignored ones in it. */
const FURTHEST_ENDING = 2 * MAX_ENDING;

/** Words of the piece that a filter let pass: place in the list of words, and which filters. */
const passedWords = new Int32Array(PIECE);
/** Words without what may be their endings. */
const stems = new Questions(MOST);
/** Words before which more than one unit stands that is part of none, and how many they are. */
export const wideGaps = new Int32Array(PIECE);
export const gaps = { count: 0 };

/** Notes the keys of all forms that the words of the piece may begin. */
export function lookAtWords(index: FormIndex, text: string, endings: EndingSet | null): void {
  const passed = askFilters(index, endings === null ? MAY_BE_NAME : MAY_BE_NAME | MAY_BE_STEM);
  firsts.count = 0;
  if (passed > 0) noteWords(index, text, passed, endings);
  if (endings !== null && mayHaveProclitics(piece.letters)) noteRests(text, endings);
  if (firsts.count > 0) noteKeys(index, text);
}

/** Asks both filters about every word of the piece and notes those that pass one of `wanted`. Returns their number. */
function askFilters(index: FormIndex, wanted: number): number {
  const { count, seen } = piece;
  const { words: names, wordMask, beginnings, beginningMask } = index;
  // Behind an ignored unit the fifth letter is not the fifth unit: all words of such a piece are looked at.
  const all = seen & IGNORED_BIT ? MAY_BE_STEM : 0;
  let passed = 0;
  let wide = 0;
  let before = 0;
  for (let i = 0; i < count; i++) {
    const start = edges[2 * i] as number;
    const end = edges[2 * i + 1] as number;
    wideGaps[wide] = i;
    wide += (before + 1 - start) >>> 31;
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
  gaps.count = wide;
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
function noteKeys(index: FormIndex, text: string): void {
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
