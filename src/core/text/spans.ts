/** Sentences and paragraphs around a position, found when asked for: most of a text is never asked about. */

/** A stretch of text in UTF-16 units, end not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A sentence longer than this is cut: what stands further away says little about a name, and scanning stays bounded. */
const MAX_SENTENCE = 1200;
const MAX_PARAGRAPH = 12_000;
const TERMINATORS = '.!?…。！？؟';

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Positions before which a blank line stands, in order: where paragraphs begin. One pass over the line breaks. */
export function paragraphStarts(text: string): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
    if (isBlankLine(text, at + 1)) starts.push(at + 1);
  return starts;
}

/** The paragraph around a span: up to the nearest blank line on either side, and not further than a long paragraph goes. */
export function paragraphAround(
  text: string,
  span: Span,
  starts: readonly number[] = paragraphStarts(text),
): Span {
  const next = firstAfter(starts, span.start);
  const start = Math.max(starts[next - 1] ?? 0, span.start - MAX_PARAGRAPH, 0);
  const following = starts[firstAfter(starts, span.end)] ?? text.length + 1;
  return { start, end: Math.min(following - 1, span.end + MAX_PARAGRAPH, text.length) };
}

/** Index of the first element of a sorted list that is larger than `value`. */
function firstAfter(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The sentence around a span: up to the nearest full stop (not of an abbreviation), or the paragraph's ends. */
export function sentenceAround(text: string, span: Span): Span {
  let start = span.start;
  while (
    start > 0 &&
    span.start - start < MAX_SENTENCE &&
    !isBlankLine(text, start) &&
    !endsSentence(text, start - 1)
  )
    start--;
  let end = span.end;
  while (end < text.length && end - span.end < MAX_SENTENCE && !isBlankLine(text, end + 1)) {
    if (endsSentence(text, end)) {
      end++;
      break;
    }
    end++;
  }
  return { start, end };
}

/** True when the text before `at` ends with a blank line (two newlines, spaces between them allowed). */
function isBlankLine(text: string, at: number): boolean {
  if (text[at - 1] !== '\n') return false;
  for (let i = at - 2; i >= 0; i--) {
    const character = text[i];
    if (character === '\n') return true;
    if (character !== ' ' && character !== '\t' && character !== '\r') return false;
  }
  return false;
}

function endsSentence(text: string, at: number): boolean {
  const character = text[at];
  if (character === undefined || !TERMINATORS.includes(character)) return false;
  if ('。！？؟'.includes(character)) return true;
  const next = text[at + 1];
  // A stop ends a sentence when space, a closing quote or the end follows, and no lower-case letter goes on after it.
  if (next !== undefined && !/[\s"”’»)\]“]/.test(next)) return false;
  const following = /\S/.exec(text.slice(at + 1, at + 8))?.[0];
  if (following !== undefined && /\p{Ll}/u.test(following)) return false;
  return character !== '.' || !isAbbreviation(text, at);
}

/** “U.S.”, “J. Smith”, “Inc.”, “No.”: a stop after one letter, or after a common short form. */
function isAbbreviation(text: string, at: number): boolean {
  const word = /[\p{L}\p{N}.]*$/u.exec(text.slice(Math.max(0, at - 12), at))?.[0] ?? '';
  return /^(?:\p{L}|.*\.\p{L}|Inc|Ltd|Co|Corp|No|Art|St|Dr|Mr|Mrs|Ms|Prof|Sen|Rep|Gen|Jan|Feb|Aug|Sept|Oct|Nov|Dec|čl|br|tzv|npr|bzw|Nr|Abs|ст|гл|тзв)$/u.test(
    word,
  );
}
