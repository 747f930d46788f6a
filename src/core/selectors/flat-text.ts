/**
 * A text with its white space collapsed, and the way back to the raw one. Two versions of a page differ in line breaks,
 * indents, soft hyphens and no-break spaces all the time, and none of that is an edit: passages are described and found in
 * the flattened text only.
 *
 * The way back is a table of segments (stretches that were copied as they are), not of units: most pages have few odd spaces.
 */
import type { Span } from '../text/spans.ts';

export interface FlatText {
  readonly raw: string;
  readonly text: string;
  /** Where each copied stretch begins in `text` and in `raw`, ascending. */
  readonly flatStarts: readonly number[];
  readonly rawStarts: readonly number[];
}

const INVISIBLE = '\\u00ad\\u200b-\\u200d\\u2060\\ufeff';
/** A run of white space and invisible units that is anything but one plain space. */
const ODD_RUN = new RegExp(`(?:[^\\S ]|[${INVISIBLE}])[\\s${INVISIBLE}]*| [\\s${INVISIBLE}]+`, 'g');
const BLANK = new RegExp(`[\\s${INVISIBLE}]`);
const SPACE = /[^\S\ufeff]/;

/** Collapses runs of white space to one space, drops what cannot be seen, and leaves no space at either end. */
export function flatten(raw: string): FlatText {
  const parts: string[] = [];
  const flatStarts: number[] = [];
  const rawStarts: number[] = [];
  let size = 0;
  const put = (part: string, from: number) => {
    if (part === '') return;
    flatStarts.push(size);
    rawStarts.push(from);
    parts.push(part);
    size += part.length;
  };
  let end = raw.length;
  while (end > 0 && BLANK.test(raw[end - 1] as string)) end--;
  let at = 0;
  while (at < end && BLANK.test(raw[at] as string)) at++;
  for (const { index, 0: run } of raw.matchAll(ODD_RUN)) {
    if (index < at) continue;
    if (index >= end) break;
    put(raw.slice(at, index), at);
    if (SPACE.test(run)) put(' ', index);
    at = index + run.length;
  }
  put(raw.slice(at, end), at);
  return { raw, text: parts.join(''), flatStarts, rawStarts };
}

/** The raw span of a span of the flattened text: from its first unit to its last one. */
export function toRaw(flat: FlatText, span: Span): Span {
  if (span.end <= span.start) {
    const at = rawUnit(flat, span.start);
    return { start: at, end: at };
  }
  return { start: rawUnit(flat, span.start), end: rawUnit(flat, span.end - 1) + 1 };
}

/** The flat span of a raw one, without spaces at its ends; empty when there is nothing else in it. */
export function toFlat(flat: FlatText, span: Span): Span {
  let start = flatBoundary(flat, span.start);
  let end = flatBoundary(flat, span.end);
  while (start < end && flat.text[start] === ' ') start++;
  while (end > start && flat.text[end - 1] === ' ') end--;
  return { start, end };
}

function rawUnit({ flatStarts, rawStarts, raw }: FlatText, unit: number): number {
  const i = lastAtOrBefore(flatStarts, unit);
  return i < 0 ? raw.length : (rawStarts[i] ?? 0) + unit - (flatStarts[i] ?? 0);
}

/** How many flat units come from before a raw position. */
function flatBoundary({ flatStarts, rawStarts, text }: FlatText, position: number): number {
  const i = lastAtOrBefore(rawStarts, position);
  if (i < 0) return 0;
  const start = flatStarts[i] ?? 0;
  const length = (flatStarts[i + 1] ?? text.length) - start;
  return start + Math.min(length, position - (rawStarts[i] ?? 0));
}

function lastAtOrBefore(values: readonly number[], position: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) <= position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
