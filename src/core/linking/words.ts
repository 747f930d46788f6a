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
/** Units of a block: so finely is it remembered what was seen where. */
export const BLOCK = 64;
const WORD_BIT = WORD << 16;
const IGNORED_BIT = IGNORED << 16;
/** Moves the bit that says "part of a word" to the sign. */
const TO_SIGN = 31 - 16;

export class Words {
  /** Where the piece begins in the text; the positions below count from here. */
  base = 0;
  /** Words read. */
  count = 0;
  /** All entries of the fold table that were met, joined. */
  seen = 0;
  /** The same for each block. */
  readonly blocks = new Int32Array(PIECE / BLOCK);
  /** Where words begin and end, in turns. */
  readonly edges = new Int32Array(PIECE + 2);
  /** At each unit the hash of its word up to and with that unit. What lies behind the last word is left from before. */
  readonly hashes = new Int32Array(PIECE + 8);

  /**
   * Reads a piece that begins at `from` with a whole word or between words, and keeps the words that begin before `to`.
   * Returns where the next piece begins. Words longer than a piece are passed over: no name is that long.
   */
  read(text: string, from: number, to: number): number {
    const size = Math.min(PIECE, text.length - from);
    this.base = from;
    let edges = this.#scan(text, from, size);
    if (this.seen < 0) {
      classifyUnseen(text, from, size);
      edges = this.#scan(text, from, size);
    }
    if (this.seen & IGNORED_BIT) edges = this.#scanWithIgnored(text, from, size);
    let next = from + size;
    if (edges & 1) {
      if (next === text.length) this.edges[edges++] = size;
      else {
        // The last word goes on behind the piece.
        const start = this.edges[--edges] as number;
        next = start > 0 ? from + start : endOfWord(text, next);
      }
    }
    this.count = edges >> 1;
    while (this.count > 0 && from + (this.edges[2 * this.count - 2] as number) >= to) this.count--;
    return next;
  }

  /** Returns the number of edges. Locals and not fields in the loop: a field would be written to memory at every turn. */
  #scan(text: string, from: number, size: number): number {
    const { blocks, edges, hashes } = this;
    const table = FOLD_TABLE;
    let hash = 0;
    let before = 0;
    let count = 0;
    let seen = 0;
    for (let block = 0; block * BLOCK < size; block++) {
      const end = Math.min(size, (block + 1) * BLOCK);
      let met = 0;
      for (let i = block * BLOCK; i < end; i++) {
        const entry = table[text.charCodeAt(from + i)] as number;
        const inWord = (entry << TO_SIGN) >> 31;
        met |= entry;
        hash = Math.imul(hash ^ entry, HASH_PRIME) & inWord;
        hashes[i] = hash;
        edges[count] = i;
        count = (count - (inWord ^ before)) | 0;
        before = inWord;
      }
      blocks[block] = met;
      seen |= met;
    }
    this.seen = seen;
    return count;
  }

  /** The same where units stand that do not count: a word goes on through them with the hash it has. */
  #scanWithIgnored(text: string, from: number, size: number): number {
    const { edges, hashes } = this;
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
