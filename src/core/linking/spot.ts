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
import { CJK, classify, FOLD_TABLE, IGNORED, SPACE, WORD } from '../text/fold.ts';
import type { EndingSet } from './endings.ts';
import { AS_IT_IS, STEM } from './form.ts';
import { type FormIndex, hashEnd, hashStep } from './index-bytes.ts';

/** Hits as triples: start, end, target, start, end, target … in order of start. */
export type Hits = number[];

const WIDE = 0x80000000;
const NEWLINE = 0x0a;
const SPACE_UNIT = 0x20;
/** A stem shorter than this is not tried with endings: what is left would match anything. */
const MIN_STEM = 4;
/** Letters an ending may have. */
const MAX_ENDING = 8;

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
  const { filter, stems, filterMask } = index;
  const length = text.length;
  const declines = endings !== null && endings.full.size + endings.cut.size > 0;
  let i = from;
  while (i < to) {
    const unit = text.charCodeAt(i);
    let entry = table[unit] || classify(unit);
    let kind = entry >>> 16;
    if (kind === WORD) {
      const start = i;
      let hash = 0;
      let letters = 0;
      do {
        if (kind === WORD) {
          // Before each further letter: is what stands so far the stem of a name?
          if (letters >= MIN_STEM && declines) {
            const stem = hashEnd(hash);
            const bit = stem & filterMask;
            if (((stems[bit >>> 5] as number) >>> (bit & 31)) & 1)
              probe(index, text, stem, start, endings, hits);
          }
          hash = hashStep(hash, entry & 0xffff);
          letters++;
        }
        if (++i >= length) break;
        const next = text.charCodeAt(i);
        entry = table[next] || classify(next);
        kind = entry >>> 16;
      } while (kind === WORD || kind === IGNORED);
      const whole = hashEnd(hash);
      const bit = whole & filterMask;
      if (((filter[bit >>> 5] as number) >>> (bit & 31)) & 1) probe(index, text, whole, start, endings, hits);
    } else {
      if (kind === CJK && i + 1 < length) {
        const next = text.charCodeAt(i + 1);
        const pair = hashEnd(hashStep(hashStep(0, entry & 0xffff), (table[next] || classify(next)) & 0xffff));
        const bit = pair & filterMask;
        if (((filter[bit >>> 5] as number) >>> (bit & 31)) & 1) probe(index, text, pair, i, null, hits);
      }
      i++;
    }
  }
  return hits;
}

function probe(
  index: FormIndex,
  text: string,
  hash: number,
  start: number,
  endings: EndingSet | null,
  hits: Hits,
): void {
  const bucket = hash & index.bucketMask;
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
  const pool = place & WIDE ? index.wide : index.narrow;
  const first = place & ~WIDE;
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
  if (at >= text.length) return 0;
  const unit = text.charCodeAt(at);
  return FOLD_TABLE[unit] || classify(unit);
}

function isKatakana(unit: number): boolean {
  return unit >= 0x30a1 && unit <= 0x30fe;
}
