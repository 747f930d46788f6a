/** How well the surroundings of a place agree with those that were kept. */
import search from 'approx-string-match';
import type { Span } from '../text/spans.ts';

/** What was kept around the passage. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

export interface Agreement {
  /** The better of the two sides' nearest words, 0 to 1: an edit seldom falls on both. Null when nothing was kept. */
  readonly side: number | null;
  /** Mean over all that was kept, near and far: tells a copy from the original. */
  readonly all: number;
}

/** Units of a side's nearest words: enough to be unlike any other place, few enough to stand in one paragraph. */
const NEAR = 64;
/** Further words are compared in pieces of this size, so that one edit spoils one piece. */
const PIECE = 120;
/** A rest of some letters agrees with anything. */
const TELLING = 12;
/** How far from where it was a piece may stand: what an advertisement or a new paragraph in between takes. */
const REACH = 500;
/** Past this share of differences two texts are as unlike as any two (DESIGN.md). */
const UNLIKE = 0.45;
/** Words that stand near, but not where they stood, prove less: the passage may have been between them and gone. */
const DISPLACED = 0.6;

export function contextAgreement(text: string, place: Span, kept: Surroundings): Agreement {
  const before = pieces(kept.before, -1).map((piece) => agreementBefore(text, place.start, piece));
  const after = pieces(kept.after, 1).map((piece) => agreementAfter(text, place.end, piece));
  const nearest = [before[0], after[0]].filter((value) => value !== undefined);
  const all = [...before, ...after];
  return {
    side: nearest.length === 0 ? null : Math.max(...nearest),
    all: all.length === 0 ? 0 : all.reduce((sum, value) => sum + value, 0) / all.length,
  };
}

interface Piece {
  readonly words: string;
  /** Units between it and the passage, when it was kept. */
  readonly gap: number;
}

/** The kept text of one side in pieces, nearest first. */
function pieces(kept: string, side: 1 | -1): Piece[] {
  const found: Piece[] = [];
  for (let gap = 0; gap < kept.length; ) {
    const size = gap === 0 ? NEAR : PIECE;
    const slice =
      side === 1
        ? kept.slice(gap, gap + size)
        : kept.slice(Math.max(0, kept.length - gap - size), kept.length - gap);
    if (slice.trim().length >= TELLING) found.push({ words: slice, gap });
    gap += size;
  }
  return found;
}

function agreementBefore(text: string, start: number, { words, gap }: Piece): number {
  const end = start - gap;
  if (end >= 0 && text.endsWith(words, end)) return 1;
  return likeness(text.slice(Math.max(0, end - words.length - REACH), start), words, (match, length) =>
    Math.abs(length - gap - match.end),
  );
}

function agreementAfter(text: string, end: number, { words, gap }: Piece): number {
  if (text.startsWith(words, end + gap)) return 1;
  return likeness(text.slice(end, end + gap + words.length + REACH), words, (match) =>
    Math.abs(match.start - gap),
  );
}

function likeness(
  window: string,
  kept: string,
  displacement: (match: { start: number; end: number }, length: number) => number,
): number {
  const words = kept.trim();
  const matches = search(window, words, Math.floor(words.length * UNLIKE));
  const [first] = matches;
  if (!first) return 0;
  const nearest = Math.min(...matches.map((match) => displacement(match, window.length)));
  return (1 - first.errors / words.length) * (nearest > NEAR ? DISPLACED : 1);
}
