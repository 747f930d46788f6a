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
 * What it does not do: letter case, context, overlaps. choose.ts does.
 */
import { CJK, classify, FOLD_TABLE, IGNORED, SPACE, WORD } from '../text/fold.ts';
import { type FormIndex, hashEnd, hashStep } from './index-bytes.ts';

/** Hits as triples: start, end, target, start, end, target … in order of start. */
export type Hits = number[];

const WIDE = 0x80000000;
const NEWLINE = 0x0a;

/** Appends to `hits` all places between `from` and `to` at which a form begins. */
export function spot(index: FormIndex, text: string, hits: Hits = [], from = 0, to = text.length): Hits {
  const table = FOLD_TABLE;
  const { filter, filterMask } = index;
  let i = from;
  while (i < to) {
    const unit = text.charCodeAt(i);
    let entry = table[unit] || classify(unit);
    let kind = entry >>> 16;
    if (kind === WORD) {
      const start = i;
      let hash = 0;
      do {
        if (kind === WORD) hash = hashStep(hash, entry & 0xffff);
        if (++i >= text.length) break;
        const next = text.charCodeAt(i);
        entry = table[next] || classify(next);
        kind = entry >>> 16;
      } while (kind === WORD || kind === IGNORED);
      const mixed = hashEnd(hash);
      const bit = mixed & filterMask;
      if (((filter[bit >>> 5] as number) >>> (bit & 31)) & 1) probe(index, text, mixed, start, hits);
    } else {
      if (kind === CJK && i + 1 < text.length) {
        const next = text.charCodeAt(i + 1);
        const mixed = hashEnd(
          hashStep(hashStep(0, entry & 0xffff), (table[next] || classify(next)) & 0xffff),
        );
        const bit = mixed & filterMask;
        if (((filter[bit >>> 5] as number) >>> (bit & 31)) & 1) probe(index, text, mixed, i, hits);
      }
      i++;
    }
  }
  return hits;
}

function probe(index: FormIndex, text: string, hash: number, start: number, hits: Hits): void {
  const bucket = hash & index.bucketMask;
  const last = index.buckets[bucket + 1] as number;
  for (let form = index.buckets[bucket] as number; form < last; form++) {
    const end = compare(index, form, text, start);
    if (end >= 0) hits.push(start, end, index.targets[form] as number);
  }
}

/** End of the form at `start`, or -1 when the text differs or goes on with the same word. */
function compare(index: FormIndex, form: number, text: string, start: number): number {
  const place = index.places[form] as number;
  const pool = place & WIDE ? index.wide : index.narrow;
  const first = place & ~WIDE;
  const length = index.lengths[form] as number;
  let at = start;
  let end = start;
  for (let j = 0; j < length; j++) {
    const wanted = pool[first + j] as number;
    let entry = entryAt(text, at);
    while (entry >>> 16 === IGNORED) entry = entryAt(text, ++at);
    if (wanted === 0x20) {
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
  return endsWord(text, end) ? end : -1;
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
  if (at >= text.length) return 0;
  const unit = text.charCodeAt(at);
  return FOLD_TABLE[unit] || classify(unit);
}

function isKatakana(unit: number): boolean {
  return unit >= 0x30a1 && unit <= 0x30fe;
}
