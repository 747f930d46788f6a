/** Spotting: every place in a text where a form of the index stands, in one pass. src/matcher/index.ts says how. */
import type { EndingSet } from './endings.ts';
import type { Hits } from './hits.ts';
import type { FormIndex } from './index-bytes.ts';

export interface SpotOptions {
  /** Endings that a name may take in this text; null for none. */
  readonly endings?: EndingSet | null;
  readonly from?: number;
  readonly to?: number;
}

/**
 * Appends to `hits` all places between `from` and `to` at which a form begins, in reading order. Positions are UTF-16 units of
 * the raw text. Parts of a text may be spotted one by one if they begin between words.
 */
export function spot(index: FormIndex, text: string, options: SpotOptions = {}, hits: Hits = []): Hits {
  const { endings = null, from = 0, to = text.length } = options;
  index.matcher.find(text, from, to, endings, hits);
  return hits;
}
