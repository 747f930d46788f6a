/** UTF-16 units inside, code points at the edge: the W3C model counts characters. */
import type { Span } from '../text/spans.ts';

const HIGH_SURROGATE = /[\ud800-\udbff](?=[\udc00-\udfff])/;

/** The span in code points. */
export function toCodePoints(text: string, span: Span): Span {
  const start = count(text, 0, span.start);
  return { start, end: start + count(text, span.start, span.end) };
}

/** The span in UTF-16 units of a span in code points; cut off at the text's end. */
export function toUnits(text: string, span: Span): Span {
  if (!HIGH_SURROGATE.test(text))
    return { start: Math.min(span.start, text.length), end: Math.min(span.end, text.length) };
  let points = 0;
  let unit = 0;
  let start = text.length;
  for (; unit < text.length && points < span.end; points++) {
    if (points === span.start) start = unit;
    unit += isPair(text, unit) ? 2 : 1;
  }
  return { start: Math.min(start, unit), end: unit };
}

function count(text: string, from: number, to: number): number {
  let points = to - from;
  for (let i = from; i < to - 1; i++) if (isPair(text, i)) points--;
  return points;
}

function isPair(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  return unit >= 0xd800 && unit <= 0xdbff && next >= 0xdc00 && next <= 0xdfff;
}
