/** Places on a page that may be a kept passage, each with what speaks for it. */
import search from 'approx-string-match';
import type { Span } from '../text/spans.ts';
import { contextAgreement, type Surroundings } from './context.ts';
import type { PageText } from './page-text.ts';
import { SHORTEST_SEEDED } from './seeds.ts';

export interface Candidate {
  /** In the flattened text. */
  readonly span: Span;
  /** 1 for the same words, less by each differing unit's share. */
  readonly likeness: number;
  /** Agreement of the nearest surroundings on the better side, 0 to 1; null when none were kept. */
  readonly side: number | null;
  /** Agreement of all surroundings that were kept. */
  readonly all: number;
}

/** Occurrences looked at: words that stand more often on a page say too little to be told apart one by one. */
const MOST_OCCURRENCES = 64;
/** Places verified for a changed passage. */
const MOST_PLACES = 6;
/** Differences searched for, as a share of the passage; what is accepted is decided later (judge.ts). */
const SEARCHED = 0.45;

/** Every place where the very words stand. */
export function exactCandidates(page: PageText, words: string, around: Surroundings): Candidate[] {
  const { text } = page.flat;
  const found: Candidate[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    found.push(candidate(text, { start: at, end: at + words.length }, 0, words, around));
    if (found.length >= MOST_OCCURRENCES) break;
  }
  return found.sort((a, b) => b.all - a.all);
}

/** Places where similar words stand, most likely first. `exact`: places with the very words, which are looked past. */
export function similarCandidates(
  page: PageText,
  words: string,
  around: Surroundings,
  exact: readonly Candidate[],
): Candidate[] {
  const { text } = page.flat;
  const found = new Map<string, Candidate>();
  const errorsAt = new Map<string, number>();
  for (const { start, end } of windows(page, words).flatMap((window) => without(window, exact))) {
    const window = text.slice(start, end);
    const match = tidiest(window, search(window, words, Math.floor(words.length * SEARCHED)), words.length);
    if (!match) continue;
    const span = betweenSurroundings(
      text,
      { start: start + match.start, end: start + match.end },
      words.length,
      around,
    );
    const key = `${span.start} ${span.end}`;
    // A window that holds only a part of the place finds it, too, with more differences.
    if (match.errors < (errorsAt.get(key) ?? Number.POSITIVE_INFINITY)) errorsAt.set(key, match.errors);
    else continue;
    found.set(key, candidate(text, span, match.errors, words, around));
  }
  return withoutOverlaps([...found.values()].sort((a, b) => weight(b) - weight(a)));
}

/** What places are ranked by: their words first, their surroundings to tell copies from the original. */
export function weight({ likeness, all }: Candidate): number {
  return likeness * 0.6 + all * 0.4;
}

function windows(page: PageText, words: string): Span[] {
  const { text } = page.flat;
  if (words.length < SHORTEST_SEEDED) return [{ start: 0, end: text.length }];
  const slack = Math.ceil(words.length * SEARCHED) + 32;
  return page
    .seeds()
    .places(words, MOST_PLACES)
    .map((start) => ({
      start: Math.max(0, start - slack),
      end: Math.min(text.length, start + words.length + slack + 32),
    }));
}

/** The parts of a window between places with the very words: the search gives only the best of a window, and would give those. */
function without(window: Span, exact: readonly Candidate[]): Span[] {
  let parts = [window];
  for (const { span } of exact) {
    parts = parts.flatMap((part) => {
      if (span.end <= part.start || part.end <= span.start) return [part];
      return [
        { start: part.start, end: span.start },
        { start: span.end, end: part.end },
      ].filter(({ start, end }) => end > start);
    });
  }
  return parts;
}

interface Match {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

/** Of equally good matches the one that begins and ends where words do, then the one nearest in length. */
function tidiest(text: string, matches: readonly Match[], length: number): Match | null {
  let best: Match | null = null;
  let bestUntidiness = Number.POSITIVE_INFINITY;
  for (const match of matches) {
    const cuts = Number(cutsWord(text, match.start)) + Number(cutsWord(text, match.end));
    const untidiness = cuts * 10_000 + Math.abs(match.end - match.start - length);
    if (untidiness < bestUntidiness) [best, bestUntidiness] = [match, untidiness];
  }
  return best;
}

/** Units of the surroundings that tell where a changed passage begins and ends, and how much of them may differ. */
const EDGE = 24;
const EDGE_ERRORS = 4;

/**
 * The search for similar words drops a beginning or an end that costs less to leave out than what was put in after it.
 * Where the surroundings stand near by, the passage is what stands between them.
 */
function betweenSurroundings(text: string, span: Span, length: number, around: Surroundings): Span {
  const reach = Math.ceil(length * SEARCHED) + 8;
  const before = around.before.slice(-EDGE).trim();
  const after = around.after.slice(0, EDGE).trim();
  let { start, end } = span;
  if (before.length >= EDGE - 2) {
    const from = Math.max(0, start - reach - EDGE);
    const matches = search(text.slice(from, Math.min(start + reach, end)), before, EDGE_ERRORS);
    const at = nearest(
      matches.map((match) => from + match.end),
      start,
    );
    if (at !== null) start = text[at] === ' ' ? at + 1 : at;
  }
  if (after.length >= EDGE - 2) {
    const from = Math.max(start, end - reach);
    const matches = search(text.slice(from, end + reach + EDGE), after, EDGE_ERRORS);
    const at = nearest(
      matches.map((match) => from + match.start),
      end,
    );
    if (at !== null) end = text[at - 1] === ' ' ? at - 1 : at;
  }
  return start < end ? { start, end } : span;
}

function nearest(places: readonly number[], to: number): number | null {
  return places.reduce<number | null>(
    (best, place) => (best === null || Math.abs(place - to) < Math.abs(best - to) ? place : best),
    null,
  );
}

function cutsWord(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && /[\p{L}\p{N}]/u.test(text[at] ?? '');
}

function candidate(text: string, span: Span, errors: number, words: string, around: Surroundings): Candidate {
  return { span, likeness: 1 - errors / words.length, ...contextAgreement(text, span, around) };
}

/** Two windows may have found the same place at slightly different ends: the better one stands. */
function withoutOverlaps(sorted: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const item of sorted) {
    const { start, end } = item.span;
    if (!kept.some(({ span }) => span.start < end && start < span.end)) kept.push(item);
  }
  return kept;
}
