/**
 * The words of a piece of text and the hash of each of their beginnings.
 *
 * One turn of the loop per unit, and no branch in it that depends on the text: the hash is multiplied on, and masked to
 * nothing where no word is; an edge is written at every unit and kept only where a word begins or ends.
 */
import { classify, FOLD_TABLE, foldEntry, IGNORED, UNSEEN, WORD } from '../text/fold.ts';
import { HASH_PRIME } from './hash.ts';

/** Units read at a time: what is written meanwhile stays in the processor's nearest memory. */
export const PIECE = 2048;
const WORD_BIT = WORD << 16;
const IGNORED_BIT = IGNORED << 16;
/** Moves the bit that says "part of a word" to the sign. */
const TO_SIGN = 31 - 16;

/** The piece read last. There is one for all texts, and its arrays are constants: the compiler writes their places into the loops. */
export const piece = {
  /** Where it begins in the text; the positions below count from here. */
  base: 0,
  /** Words read. */
  count: 0,
  /** All entries of the fold table that were met, joined. */
  seen: 0,
};
/** Where words begin and end, in turns. */
export const edges = new Int32Array(PIECE + 2);
/** At each unit the hash of its word up to and with that unit. What lies behind the last word is left from before. */
export const hashes = new Int32Array(PIECE + 8);

/**
 * Reads a piece that begins at `from` with a whole word or between words, and keeps the words that begin before `to`.
 * Returns where the next piece begins. Words longer than a piece are passed over: no name is that long.
 */
export function readPiece(text: string, from: number, to: number): number {
  const size = Math.min(PIECE, text.length - from);
  let count = scan(text, from, size);
  if (piece.seen < 0) {
    classifyUnseen(text, from, size);
    count = scan(text, from, size);
  }
  if (piece.seen & IGNORED_BIT) count = scanWithIgnored(text, from, size);
  let next = from + size;
  if (count & 1) {
    if (next === text.length) edges[count++] = size;
    else {
      // The last word goes on behind the piece.
      const start = edges[--count] as number;
      next = start > 0 ? from + start : endOfWord(text, next);
    }
  }
  count >>= 1;
  while (count > 0 && from + (edges[2 * count - 2] as number) >= to) count--;
  piece.base = from;
  piece.count = count;
  return next;
}

/** Returns the number of edges. Four units a turn: too long to be inlined, which would leave it too few registers. */
function scan(text: string, from: number, size: number): number {
  const table = FOLD_TABLE;
  let hash = 0;
  let before = 0;
  let count = 0;
  let seen = 0;
  let i = 0;
  for (; i + 3 < size; i += 4) {
    const at = from + i;
    const first = table[text.charCodeAt(at)] as number;
    const inFirst = (first << TO_SIGN) >> 31;
    hash = Math.imul(hash ^ first, HASH_PRIME) & inFirst;
    hashes[i] = hash;
    edges[count] = i;
    count = (count - (inFirst ^ before)) | 0;
    const second = table[text.charCodeAt(at + 1)] as number;
    const inSecond = (second << TO_SIGN) >> 31;
    hash = Math.imul(hash ^ second, HASH_PRIME) & inSecond;
    hashes[i + 1] = hash;
    edges[count] = i + 1;
    count = (count - (inSecond ^ inFirst)) | 0;
    const third = table[text.charCodeAt(at + 2)] as number;
    const inThird = (third << TO_SIGN) >> 31;
    hash = Math.imul(hash ^ third, HASH_PRIME) & inThird;
    hashes[i + 2] = hash;
    edges[count] = i + 2;
    count = (count - (inThird ^ inSecond)) | 0;
    const fourth = table[text.charCodeAt(at + 3)] as number;
    const inFourth = (fourth << TO_SIGN) >> 31;
    hash = Math.imul(hash ^ fourth, HASH_PRIME) & inFourth;
    hashes[i + 3] = hash;
    edges[count] = i + 3;
    count = (count - (inFourth ^ inThird)) | 0;
    seen |= first | second | third | fourth;
    before = inFourth;
  }
  for (; i < size; i++) {
    const entry = table[text.charCodeAt(from + i)] as number;
    const inWord = (entry << TO_SIGN) >> 31;
    seen |= entry;
    hash = Math.imul(hash ^ entry, HASH_PRIME) & inWord;
    hashes[i] = hash;
    edges[count] = i;
    count = (count - (inWord ^ before)) | 0;
    before = inWord;
  }
  piece.seen = seen;
  return count;
}

/** The same where units stand that do not count: a word goes on through them with the hash it has. */
function scanWithIgnored(text: string, from: number, size: number): number {
  let hash = 0;
  let before = 0;
  let count = 0;
  for (let i = 0; i < size; i++) {
    const entry = FOLD_TABLE[text.charCodeAt(from + i)] as number;
    if ((entry & IGNORED_BIT) === 0) {
      const inWord = (entry << TO_SIGN) >> 31;
      hash = Math.imul(hash ^ entry, HASH_PRIME) & inWord;
      if (inWord !== before) edges[count++] = i;
      before = inWord;
    }
    hashes[i] = hash;
  }
  return count;
}

function classifyUnseen(text: string, from: number, size: number): void {
  for (let i = from; i < from + size; i++) {
    const unit = text.charCodeAt(i);
    if (FOLD_TABLE[unit] === UNSEEN) classify(unit);
  }
}

/** Where the word that goes on at `from` ends. */
function endOfWord(text: string, from: number): number {
  let end = from;
  while (end < text.length && foldEntry(text.charCodeAt(end)) & (WORD_BIT | IGNORED_BIT)) end++;
  return end;
}
