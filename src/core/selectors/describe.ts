/** Describing a passage: what of it and around it has to be kept so that it is found again, and only it. */
import type { Span } from '../text/spans.ts';
import { toCodePoints } from './code-points.ts';
import { toFlat } from './flat-text.ts';
import type { PageText } from './page-text.ts';
import type { TextPositionSelector, TextQuoteSelector } from './selector.ts';

/** Units of context that are always kept: enough to tell two places apart after a small edit beside one of them. */
const LEAST_CONTEXT = 32;
/** On a page that repeats itself for longer than this, the position has to decide. */
const MOST_CONTEXT = 2048;
/** Units of the surroundings that keep a passage readable once its page is gone, and that tell a moved copy from the original. */
const SURROUNDINGS = 300;

/** The flattened span that a raw one describes: no white space at its ends, and whole characters. */
export function passageSpan(page: PageText, span: Span): Span {
  const { text } = page.flat;
  const { start, end } = toFlat(page.flat, span);
  if (end <= start) return { start, end };
  return {
    start: isLowSurrogate(text, start) ? start - 1 : start,
    end: isLowSurrogate(text, end) ? end + 1 : end,
  };
}

/**
 * The quote of a raw span, unique by construction: context grows until prefix, words and suffix stand together only once
 * on the page. Null for a span with nothing but white space in it.
 */
export function describeTextQuote(page: PageText, span: Span): TextQuoteSelector | null {
  const { text } = page.flat;
  const { start, end } = passageSpan(page, span);
  if (end <= start) return null;
  let context = LEAST_CONTEXT;
  let around = contextAround(text, start, end, context);
  while (context < MOST_CONTEXT && isRepeated(text, around.prefix + text.slice(start, end) + around.suffix)) {
    context *= 2;
    around = contextAround(text, start, end, context);
  }
  return { type: 'TextQuoteSelector', exact: text.slice(start, end), ...around };
}

/** The position of a raw span, in code points of the flattened text. */
export function describeTextPosition(page: PageText, span: Span): TextPositionSelector {
  return { type: 'TextPositionSelector', ...toCodePoints(page.flat.text, passageSpan(page, span)) };
}

/** What stands around a raw span, for reading and for finding it again. */
export function describeSurroundings(page: PageText, span: Span): { before: string; after: string } {
  const { text } = page.flat;
  const { start, end } = passageSpan(page, span);
  const { prefix, suffix } = contextAround(text, start, end, SURROUNDINGS);
  return { before: prefix, after: suffix };
}

function contextAround(text: string, start: number, end: number, size: number) {
  return {
    prefix: text.slice(wholeFrom(text, Math.max(0, start - size), start), start),
    suffix: text.slice(end, wholeTo(text, Math.min(text.length, end + size), end)),
  };
}

/** Not in the middle of a surrogate pair, and where a word begins if one does soon. */
function wholeFrom(text: string, from: number, limit: number): number {
  if (from === 0) return 0;
  for (let i = from; i < Math.min(from + 12, limit); i++) if (text[i - 1] === ' ') return i;
  return isLowSurrogate(text, from) ? from - 1 : from;
}

function wholeTo(text: string, to: number, limit: number): number {
  if (to === text.length) return to;
  for (let i = to; i > Math.max(to - 12, limit); i--) if (text[i] === ' ') return i;
  return isLowSurrogate(text, to) ? to + 1 : to;
}

/** Inside a pair: cutting here would leave two halves. */
function isLowSurrogate(text: string, at: number): boolean {
  return isBetween(text.charCodeAt(at), 0xdc00, 0xdfff) && isBetween(text.charCodeAt(at - 1), 0xd800, 0xdbff);
}

function isBetween(unit: number, low: number, high: number): boolean {
  return unit >= low && unit <= high;
}

function isRepeated(text: string, words: string): boolean {
  return text.indexOf(words, text.indexOf(words) + 1) >= 0;
}
