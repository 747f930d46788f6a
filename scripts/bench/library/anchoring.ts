/** Finding passages again, ours beside a plain quote match and beside approximate search without a floor, on the same cases. */
import search from 'approx-string-match';
import {
  describeSurroundings,
  describeTextPosition,
  describeTextQuote,
} from '../../../src/core/selectors/describe.ts';
import { matchTextQuote } from '../../../src/core/selectors/match.ts';
import { preparePage } from '../../../src/core/selectors/page-text.ts';
import type { AnchorCase } from './corpus.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a contestant attaches a case's passage; null for nowhere, or for a question to the reader. */
export type Anchorer = (item: AnchorCase) => Span | null;

export interface AnchorScore {
  readonly cases: number;
  /** Of the passages that survive with at most 20 % changed. */
  readonly reattachedPercent: number;
  /** Of all cases. */
  readonly wronglyAttachedPercent: number;
  /** Of the surviving passages: left to the reader, or lost. */
  readonly byStory: ReadonlyMap<
    string,
    { readonly survived: number; readonly right: number; readonly wrong: number }
  >;
}

export const ours: Anchorer = ({ before, passage, after }) => {
  const page = preparePage(before);
  const quote = describeTextQuote(page, passage);
  if (!quote) return null;
  const found = matchTextQuote(preparePage(after), {
    quote,
    position: describeTextPosition(page, passage),
    surroundings: describeSurroundings(page, passage),
  });
  return 'place' in found ? found.place.span : null;
};

/** The model's own reading of a quote: prefix, words and suffix as they were; else the words, if they stand once. */
export const plainQuote: Anchorer = ({ before, passage, after }) => {
  const words = before.slice(passage.start, passage.end);
  const prefix = before.slice(Math.max(0, passage.start - 32), passage.start);
  const suffix = before.slice(passage.end, passage.end + 32);
  const whole = after.indexOf(prefix + words + suffix);
  if (whole >= 0) return spanAt(whole + prefix.length, words);
  const first = after.indexOf(words);
  return first >= 0 ? spanAt(first, words) : null;
};

/** Half of the letters may differ, the best match is taken, whatever it is; surroundings and position break ties. */
export const withoutFloor: Anchorer = ({ before, passage, after }) => {
  const words = before.slice(passage.start, passage.end);
  const prefix = before.slice(Math.max(0, passage.start - 32), passage.start);
  const suffix = before.slice(passage.end, passage.end + 32);
  const most = Math.min(256, words.length >> 1);
  let best: Span | null = null;
  let bestScore = -1;
  for (const match of allMatches(after, words, most)) {
    const quote = 1 - match.errors / words.length;
    const left = prefix
      ? likeness(after.slice(Math.max(0, match.start - prefix.length), match.start), prefix)
      : 1;
    const right = suffix ? likeness(after.slice(match.end, match.end + suffix.length), suffix) : 1;
    const near = 1 - Math.abs(match.start - passage.start) / after.length;
    const score = (50 * quote + 20 * left + 20 * right + 2 * near) / 92;
    if (score > bestScore) [best, bestScore] = [match, score];
  }
  return best;
};

function allMatches(text: string, words: string, most: number) {
  const exact: { start: number; end: number; errors: number }[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    exact.push({ start: at, end: at + words.length, errors: 0 });
  return exact.length > 0 ? exact : search(text, words, most);
}

function likeness(text: string, words: string): number {
  const [match] = search(text, words, words.length);
  return match ? 1 - match.errors / words.length : 0;
}

function spanAt(start: number, words: string): Span {
  return { start, end: start + words.length };
}

export function score(cases: readonly AnchorCase[], anchor: Anchorer): AnchorScore {
  const byStory = new Map<string, { survived: number; right: number; wrong: number }>();
  let survived = 0;
  let right = 0;
  let wrong = 0;
  for (const item of cases) {
    const story = byStory.get(item.name) ?? { survived: 0, right: 0, wrong: 0 };
    byStory.set(item.name, story);
    const place = anchor(item);
    const survives = item.truth !== null && item.changed <= 0.2;
    const isRight = place !== null && item.truth !== null && agree(place, item.truth);
    if (survives) {
      survived++;
      story.survived++;
    }
    if (survives && isRight) {
      right++;
      story.right++;
    }
    if (place && !isRight) {
      wrong++;
      story.wrong++;
    }
  }
  return {
    cases: cases.length,
    reattachedPercent: percent(right, survived),
    wronglyAttachedPercent: percent(wrong, cases.length),
    byStory,
  };
}

/** At least half of what the two cover together is covered by both. */
function agree(a: Span, b: Span): boolean {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  const all = Math.max(a.end, b.end) - Math.min(a.start, b.start);
  return common * 2 >= all;
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 100;
}
