/** Finding a described passage again, with how sure that is. Twin of describe.ts. */
import type { Span } from '../text/spans.ts';
import { type Candidate, exactCandidates, similarCandidates } from './candidates.ts';
import { toUnits } from './code-points.ts';
import type { Surroundings } from './context.ts';
import { flatten, toRaw } from './flat-text.ts';
import { judge, tellingLength, type Verdict } from './judge.ts';
import type { PageText } from './page-text.ts';
import type { TextPositionSelector, TextQuoteSelector } from './selector.ts';

/**
 * exact: the same words between the same surroundings. moved: the same words, elsewhere. edited: changed words that are
 * still the passage. ambiguous: the reader has to choose. lost: it is not on the page.
 */
export type Confidence = Verdict['confidence'];

export interface FoundPlace {
  /** In the raw text of the page. */
  readonly span: Span;
  /** The words there now, flattened. */
  readonly text: string;
  /** 1 for the same words. */
  readonly likeness: number;
}

export type Anchoring =
  | { readonly confidence: 'exact' | 'moved' | 'edited'; readonly place: FoundPlace }
  | { readonly confidence: 'ambiguous'; readonly choices: readonly FoundPlace[] }
  | { readonly confidence: 'lost' };

export interface Described {
  readonly quote: TextQuoteSelector;
  readonly position?: TextPositionSelector | null;
  /** Longer surroundings than the quote's own, when they were kept. */
  readonly surroundings?: Surroundings | null;
}

/** Passages longer than this are looked for by their beginning: the approximate search's cost grows with the square. */
const MOST_COMPARED = 4000;

/** Looks for the passage on the page. Never guesses: a doubtful place comes back as a choice. */
export function matchTextQuote(page: PageText, described: Described): Anchoring {
  const words = flatten(described.quote.exact).text;
  if (words === '') return { confidence: 'lost' };
  return toAnchoring(page, verdictOn(page, words, described));
}

function verdictOn(page: PageText, words: string, { quote, position, surroundings }: Described): Verdict {
  const around = {
    before: longer(surroundings?.before ?? '', quote.prefix),
    after: longer(surroundings?.after ?? '', quote.suffix),
  };
  const { text } = page.flat;
  const before = position ? toUnits(text, position) : null;
  const isAtOldPosition = ({ span }: Candidate) => span.start === before?.start && span.end === before.end;
  const length = tellingLength(words);
  const exact = exactCandidates(page, words, around);
  const asBefore = exact.find(isAtOldPosition);
  const only = exact.length === 1 ? exact[0] : undefined;
  // On a page that has not changed here, nothing else needs to be looked for.
  if (asBefore && standsBetween(text, asBefore.span, quote)) return { confidence: 'exact', place: asBefore };
  if (only && isUnmistakable(only, quote) && standsBetween(text, only.span, quote))
    return { confidence: 'exact', place: only };
  if (words.length > MOST_COMPARED) return judge(exact, length, isAtOldPosition);
  const similar = similarCandidates(page, words, around, exact);
  return judge([...exact, ...similar], length, isAtOldPosition);
}

/** Whether a place has the quote's very surroundings, up to the ends of the text. */
function standsBetween(text: string, { start, end }: Span, { prefix, suffix }: TextQuoteSelector): boolean {
  return text.endsWith(prefix, start) && text.startsWith(suffix, end);
}

/** Letters on both sides together that stand around the same words by accident hardly ever. */
const TELLING_CONTEXT = 40;
/** A copy of the words with what stood next to them is betrayed by the rest, of which it has less. */
const AGREES_WIDELY = 0.5;

/** Quotes of our own have some sixty letters around them; those from elsewhere may have none. */
function isUnmistakable({ all }: Candidate, { prefix, suffix }: TextQuoteSelector): boolean {
  return (
    prefix !== '' &&
    suffix !== '' &&
    tellingLength(prefix + suffix) >= TELLING_CONTEXT &&
    all >= AGREES_WIDELY
  );
}

function longer(a: string, b: string): string {
  return a.length >= b.length ? a : b;
}

function toAnchoring(page: PageText, verdict: Verdict): Anchoring {
  const place = ({ span, likeness }: Candidate): FoundPlace => ({
    span: toRaw(page.flat, span),
    text: page.flat.text.slice(span.start, span.end),
    likeness,
  });
  if (verdict.confidence === 'lost') return verdict;
  if (verdict.confidence === 'ambiguous')
    return { confidence: 'ambiguous', choices: verdict.choices.map(place) };
  return { confidence: verdict.confidence, place: place(verdict.place) };
}
