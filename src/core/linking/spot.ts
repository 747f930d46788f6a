/**
 * Spotting: every place in a text where a form of the index stands, in one pass.
 *
 * Naive: try every name at every position; time grows with their product. Idea: a name begins with a word, so hash each
 * word of the text while reading it, and ask a bit filter whether any form begins with the first letters of such a word.
 * Nearly all words end there. For the rest the forms of the hash's bucket are compared unit by unit. Where words have no boundaries (Chinese,
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
import { CJK } from '../text/fold.ts';
import type { EndingSet } from './endings.ts';
import type { FormIndex } from './index-bytes.ts';
import { type Hits, lookUp } from './look-up.ts';
import { lookAtPairs } from './pair-questions.ts';
import { keys } from './questions.ts';
import { lookAtWords } from './word-questions.ts';
import { piece, readPiece } from './words.ts';

const CJK_BIT = CJK << 16;

export interface SpotOptions {
  /** Endings that a name may take in this text; null for none. */
  readonly endings?: EndingSet | null;
  readonly from?: number;
  readonly to?: number;
}

/** Appends to `hits` all places between `from` and `to` at which a form begins. */
export function spot(index: FormIndex, text: string, options: SpotOptions = {}, hits: Hits = []): Hits {
  const { endings = null, from = 0, to = text.length } = options;
  let at = from;
  while (at < to) {
    const next = readPiece(text, at, to);
    keys.count = 0;
    lookAtWords(index, text, endings);
    if (piece.seen & CJK_BIT) lookAtPairs(index, text, Math.min(next, to));
    if (keys.count > 0) lookUp(index, text, endings, hits);
    at = next;
  }
  return hits;
}
