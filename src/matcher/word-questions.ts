/** Which words of the piece read last may be names, begin names, or be names with an ending. */
import { addLetter, affixLetters, clearAffix, isAffixIn, LONGEST } from './affixes.ts';
import { getInt, setInt } from './arrays.ts';
import { beginningHash, filterHash, hashStep, longerBit, secondBit, secondWordHash } from './hash.ts';
import { endingLengths, fullEndings, proclitics } from './language.ts';
import {
  CANDIDATE_ANSWERS,
  CANDIDATE_ENDS,
  CANDIDATE_KEYS,
  CANDIDATE_STARTS,
  PASSED_WORDS,
} from './memory.ts';
import { addKey, addSecond, clearSeconds, keepSeconds } from './questions.ts';
import { beginningMask, beginnings, words as wordFilter, wordMask } from './sections.ts';
import { entryAt, folded, foldedAt, IGNORED, JOINING, SPACE, WORD } from './text.ts';
import { seen, wordEnd, wordStart, words } from './words.ts';

/** As in core/linking/index-layout.ts: letters of the shortest stem. */
export const MIN_STEM: i32 = 4;
/** Letters that are left of a word without its proclitic. */
export const MIN_REST: i32 = 3;
/** An ending has fewer units than this, together with the ignored ones in it and behind it. */
const FURTHEST_ENDING: i32 = 2 * LONGEST;
/** Some form is just this; some form goes on behind it. */
const WHOLE: i32 = 1;
const LONGER: i32 = 2;

/** Words that may begin a name: whole, without what may be their endings, and without the proclitics before them. */
let candidates: i32 = 0;

function addCandidate(key: i32, start: i32, end: i32): void {
  setInt(CANDIDATE_KEYS, candidates, key);
  setInt(CANDIDATE_STARTS, candidates, start);
  setInt(CANDIDATE_ENDS, candidates, end);
  candidates++;
}

/** Notes the keys of all forms that the words of the piece may begin. */
export function lookAtWords(): void {
  const passed = askBeginnings();
  candidates = 0;
  clearSeconds();
  noteWords(passed);
  if (proclitics !== 0 && seen & JOINING) noteRests();
  askWords();
  noteKeys();
  keepSeconds();
}

/** Asks about the first letters of every word of the piece and notes the words that pass. Returns their number. */
function askBeginnings(): i32 {
  const filter = beginnings;
  const mask = beginningMask;
  const count = words;
  // Behind an ignored unit the fifth letter is not the fifth unit: all words of such a piece are looked at.
  const all = seen & IGNORED ? 1 : 0;
  let passed = 0;
  for (let i = 0; i < count; i++) {
    const start = wordStart(i);
    const letters = wordEnd(i) - start;
    const place = folded + ((<usize>start) << 1);
    // Without a branch: what stands behind the word is masked away.
    const four = load<u64>(place) & (~(<u64>0) >> ((<u64>(4 - min(letters, 4))) << 4));
    const fifth = <i32>load<u16>(place, 8) & ((4 - letters) >> 31);
    const hash = beginningHash(four, fifth);
    const at = filterHash(hash) & mask;
    const bits = getInt(filter, at >> 5);
    setInt(PASSED_WORDS, passed, i);
    passed += ((bits >>> at) & (bits >>> secondBit(hash)) & 1) | all;
  }
  return passed;
}

/** Notes the words that passed, whole and without what may be their endings. */
function noteWords(passed: i32): void {
  for (let i = 0; i < passed; i++) {
    const word = getInt(PASSED_WORDS, i);
    if (seen & IGNORED) noteAmongIgnored(wordStart(word), wordEnd(word));
    else noteWord(wordStart(word), wordEnd(word));
  }
}

/** A word that is no name may be a name with an ending: its last letters say how long that may be. The whole word comes first. */
function noteWord(start: i32, end: i32): void {
  const whole = candidates;
  addCandidate(0, start, end);
  const letters = end - start;
  const lengths =
    fullEndings === 0 || letters <= MIN_STEM ? 0 : endingLengths(foldedAt(end - 2), foldedAt(end - 1));
  let hash = 0;
  let at = start;
  if (lengths !== 0) {
    // Nearer to the end than the longest ending, each letter may be a stem's last.
    const near = max(start + MIN_STEM, end - LONGEST);
    for (; at < near; at++) hash = hashStep(hash, foldedAt(at));
    for (; at < end; at++) {
      if ((lengths >>> (end - at - 1)) & 1) addCandidate(hash, start, end);
      hash = hashStep(hash, foldedAt(at));
    }
  } else for (; at < end; at++) hash = hashStep(hash, foldedAt(at));
  setInt(CANDIDATE_KEYS, whole, hash);
}

/** The same where the last letters may not be the last units: each beginning is noted that is not the whole word. */
function noteAmongIgnored(start: i32, end: i32): void {
  const whole = candidates;
  addCandidate(0, start, end);
  let hash = 0;
  let letters = 0;
  for (let at = start; at < end; at++) {
    if (entryAt(at) & IGNORED) continue;
    if (fullEndings !== 0 && letters >= MIN_STEM && end - at < FURTHEST_ENDING)
      addCandidate(hash, start, end);
    hash = hashStep(hash, foldedAt(at));
    letters++;
  }
  setInt(CANDIDATE_KEYS, whole, hash);
}

/** Asks the filter of first words about the candidates and keeps those that pass, with its answers. */
function askWords(): void {
  const filter = wordFilter;
  const mask = wordMask;
  let kept = 0;
  for (let i = 0; i < candidates; i++) {
    const hash = getInt(CANDIDATE_KEYS, i);
    const at = filterHash(hash) & mask;
    const bits = getInt(filter, at >> 5);
    const whole = (bits >>> at) & (bits >>> secondBit(hash)) & WHOLE;
    const longer = (bits >>> at) & (bits >>> longerBit(hash)) & 1;
    setInt(CANDIDATE_KEYS, kept, hash);
    setInt(CANDIDATE_STARTS, kept, getInt(CANDIDATE_STARTS, i));
    setInt(CANDIDATE_ENDS, kept, getInt(CANDIDATE_ENDS, i));
    setInt(CANDIDATE_ANSWERS, kept, whole | (longer * LONGER));
    kept += whole | longer;
  }
  candidates = kept;
}

/** Notes the keys of all forms that the candidates may be or begin. */
function noteKeys(): void {
  for (let i = 0; i < candidates; i++) {
    const hash = getInt(CANDIDATE_KEYS, i);
    const start = getInt(CANDIDATE_STARTS, i);
    const answer = getInt(CANDIDATE_ANSWERS, i);
    if (answer & WHOLE) addKey(hash, start);
    if (answer & LONGER) noteSecond(hash, start, getInt(CANDIDATE_ENDS, i));
  }
}

/** Notes the key of forms of several words that begin with the word from `start` to `end`. */
function noteSecond(hash: i32, start: i32, end: i32): void {
  if ((entryAt(end) & SPACE) === 0) return;
  let at = end + 1;
  let first = entryAt(at);
  while (first & (SPACE | IGNORED)) first = entryAt(++at);
  let second = entryAt(++at);
  while (second & IGNORED) second = entryAt(++at);
  const next = first & second & WORD ? second & 0xffff : 0;
  addSecond(secondWordHash(hash, first & 0xffff, next), start);
}

/** Notes what is left of words without the proclitics before it. Fewer than there are units in a piece. */
function noteRests(): void {
  for (let i = 0; i < words; i++) {
    const start = wordStart(i);
    // No proclitic is of another script, and most words of a mixed page are.
    if (entryAt(start) & JOINING) noteRestsOf(start, wordEnd(i));
  }
}

function noteRestsOf(start: i32, end: i32): void {
  clearAffix();
  for (let at = start; at < end; at++) {
    const entry = entryAt(at);
    if (entry & IGNORED) continue;
    if (isAffixIn(proclitics) && !noteRest(at, end)) return;
    if (affixLetters() === LONGEST) return;
    addLetter(entry & 0xffff);
  }
}

/** Notes the word from `from` on; false when it is too short to be a name. */
function noteRest(from: i32, end: i32): bool {
  let letters = 0;
  let hash = 0;
  for (let at = from; at < end; at++) {
    const entry = entryAt(at);
    if (entry & IGNORED) continue;
    hash = hashStep(hash, entry & 0xffff);
    letters++;
  }
  if (letters < MIN_REST) return false;
  addCandidate(hash, from, end);
  return true;
}
