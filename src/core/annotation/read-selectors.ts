/** Reads the selectors of a passage: ours, the W3C model's and Hypothesis's, which differ only in how a range is written. */
import type {
  RangeSelector,
  Selectors,
  TextPositionSelector,
  TextQuoteSelector,
} from '../selectors/selector.ts';
import { isFields, list, natural, text } from './fields.ts';

/** Longer quotes are whole documents. */
const MAX_QUOTE = 500_000;

/** From our own record; null without a quote. */
export function readSelectors(value: unknown): Selectors | null {
  if (!isFields(value)) return null;
  return pick([value.quote, value.position, value.range]);
}

/** From a list of selectors, as W3C annotations have them; null without a quote. */
export function readSelectorList(value: unknown): Selectors | null {
  return pick(list(value, (item) => item));
}

function pick(items: readonly unknown[]): Selectors | null {
  const quote = first(items, readQuote);
  if (!quote) return null;
  return { quote, position: first(items, readPosition), range: first(items, readRange) };
}

function first<T>(items: readonly unknown[], read: (item: unknown) => T | null): T | null {
  for (const item of items) {
    const found = read(item);
    if (found) return found;
  }
  return null;
}

function readQuote(value: unknown): TextQuoteSelector | null {
  if (!isFields(value) || value.type !== 'TextQuoteSelector') return null;
  const exact = text(value.exact, MAX_QUOTE);
  if (!exact || exact.trim() === '') return null;
  return {
    type: 'TextQuoteSelector',
    exact,
    prefix: text(value.prefix, MAX_QUOTE) ?? '',
    suffix: text(value.suffix, MAX_QUOTE) ?? '',
  };
}

function readPosition(value: unknown): TextPositionSelector | null {
  if (!isFields(value) || value.type !== 'TextPositionSelector') return null;
  const start = natural(value.start);
  const end = natural(value.end);
  return start === null || end === null || end < start ? null : { type: 'TextPositionSelector', start, end };
}

function readRange(value: unknown): RangeSelector | null {
  if (!isFields(value) || value.type !== 'RangeSelector') return null;
  if (isFields(value.startSelector) && isFields(value.endSelector)) {
    const start = pathAndOffset(value.startSelector);
    const end = pathAndOffset(value.endSelector);
    return start && end ? range(start.path, start.offset, end.path, end.offset) : null;
  }
  return range(value.startContainer, value.startOffset, value.endContainer, value.endOffset);
}

/** An XPath refined by a position: how the W3C model says where in an element. */
function pathAndOffset(selector: Readonly<Record<string, unknown>>): { path: string; offset: number } | null {
  const path = text(selector.value, 4000);
  const refined = isFields(selector.refinedBy) ? natural(selector.refinedBy.start) : 0;
  return selector.type === 'XPathSelector' && path && refined !== null ? { path, offset: refined } : null;
}

function range(startPath: unknown, from: unknown, endPath: unknown, to: unknown): RangeSelector | null {
  const startContainer = text(startPath, 4000);
  const endContainer = text(endPath, 4000);
  const startOffset = natural(from);
  const endOffset = natural(to);
  if (!startContainer || !endContainer || startOffset === null || endOffset === null) return null;
  return { type: 'RangeSelector', startContainer, startOffset, endContainer, endOffset };
}
