/**
 * Links that scroll to a passage (URL fragment text directives, WICG): `text=[prefix-,]start[,end][,-suffix]`. A directive is
 * offered only if the search that browsers make leads to the passage: made here, then looked for here, then kept.
 *
 * As in browsers: letter case and white space do not count, terms begin and end where words do, a term stands within one
 * block, the first match wins.
 */
import type { Span } from '../text/spans.ts';
import { type FlatText, flatten, toFlat } from './flat-text.ts';

interface Searchable {
  readonly flat: FlatText;
  /** The flattened text in lower case, unit for unit. */
  readonly text: string;
  /** Flat positions at which a block ends. */
  readonly edges: readonly number[];
}

interface Directive {
  readonly prefix: string;
  readonly start: string;
  readonly end: string;
  readonly suffix: string;
}

/** Longer passages are named by their first and last words. */
const MOST_EXACT = 200;
/** Words of the ends, and of the surroundings, that are tried; more if they do not suffice. */
const END_WORDS = [4, 8];
const CONTEXT_WORDS = [0, 3, 6];

/** A directive that leads to this raw span and nowhere else, without `#:~:`; null when none of those tried does. */
export function describeTextFragment(raw: string, span: Span): string | null {
  const page = searchable(raw);
  const target = toFlat(page.flat, span);
  if (target.end <= target.start) return null;
  for (const directive of proposals(page, target)) {
    const found = find(page, lowered(directive));
    if (found?.start === target.start && found.end === target.end) return encode(directive);
  }
  return null;
}

/** The flattened words that a directive leads to on a page; null when it leads nowhere. */
export function matchTextFragment(raw: string, fragment: string): string | null {
  const page = searchable(raw);
  const directive = decode(fragment);
  const found = directive && find(page, directive);
  return found ? page.flat.text.slice(found.start, found.end) : null;
}

function searchable(raw: string): Searchable {
  const flat = flatten(raw);
  const edges: number[] = [];
  for (const match of raw.matchAll(/\n\s*\n/g)) edges.push(toFlat(flat, { start: 0, end: match.index }).end);
  const lower = flat.text.toLowerCase();
  return { flat, text: lower.length === flat.text.length ? lower : flat.text, edges };
}

function* proposals({ flat: { text }, edges }: Searchable, { start, end }: Span): Generator<Directive> {
  const words = text.slice(start, end);
  const isOneBlock = !edges.some((edge) => edge > start && edge < end);
  for (const context of CONTEXT_WORDS) {
    const prefix = context === 0 ? '' : lastWords(text.slice(Math.max(0, start - 200), start), context);
    const suffix = context === 0 ? '' : firstWords(text.slice(end, end + 200), context);
    if (isOneBlock && words.length <= MOST_EXACT) yield { prefix, start: words, end: '', suffix };
    else
      for (const count of END_WORDS)
        yield { prefix, start: firstWords(words, count), end: lastWords(words, count), suffix };
  }
}

function firstWords(text: string, count: number): string {
  const words = text.trim().split(' ');
  // Where words are not set apart, some characters do.
  return words.length < 3 ? text.trim().slice(0, count * 4) : words.slice(0, count).join(' ');
}

function lastWords(text: string, count: number): string {
  const words = text.trim().split(' ');
  return words.length < 3 ? text.trim().slice(-count * 4) : words.slice(-count).join(' ');
}

function lowered({ prefix, start, end, suffix }: Directive): Directive {
  const lower = (words: string) => words.toLowerCase();
  return { prefix: lower(prefix), start: lower(start), end: lower(end), suffix: lower(suffix) };
}

function find(page: Searchable, { prefix, start, end, suffix }: Directive): Span | null {
  const { text } = page;
  for (let at = findTerm(page, start, 0); at >= 0; at = findTerm(page, start, at + 1)) {
    if (prefix && !endsWithTerm(text, prefix, at)) continue;
    if (!end) {
      if (!suffix || startsWithTerm(text, suffix, at + start.length))
        return { start: at, end: at + start.length };
      continue;
    }
    for (let to = findTerm(page, end, at + start.length); to >= 0; to = findTerm(page, end, to + 1)) {
      if (!suffix || startsWithTerm(text, suffix, to + end.length))
        return { start: at, end: to + end.length };
    }
    return null;
  }
  return null;
}

/** Where a term stands as whole words within one block, from a position on; -1 for nowhere. */
function findTerm({ text, edges }: Searchable, term: string, from: number): number {
  if (term === '') return -1;
  for (let at = text.indexOf(term, from); at >= 0; at = text.indexOf(term, at + 1)) {
    const to = at + term.length;
    if (!edges.some((edge) => edge > at && edge < to) && isBoundary(text, at) && isBoundary(text, to))
      return at;
  }
  return -1;
}

function endsWithTerm(text: string, term: string, at: number): boolean {
  return text.slice(0, at).trimEnd().endsWith(term);
}

function startsWithTerm(text: string, term: string, at: number): boolean {
  return text
    .slice(at, at + term.length + 1)
    .trimStart()
    .startsWith(term);
}

const WORD = /[\p{L}\p{N}_]/u;
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** Whether a word may begin or end here. Where words are not set apart, only dictionaries know: the browser's segmenter is asked. */
function isBoundary(text: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  const after = text[at] ?? '';
  if (!WORD.test(before) || !WORD.test(after)) return true;
  if (!SPACELESS.test(before) && !SPACELESS.test(after)) return false;
  const from = Math.max(0, at - 24);
  const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text.slice(from, at + 24));
  return segments.containing(at - from)?.index === at - from;
}

function encode({ prefix, start, end, suffix }: Directive): string {
  const parts = [prefix && `${term(prefix)}-`, term(start), end && term(end), suffix && `-${term(suffix)}`];
  return `text=${parts.filter((part) => part !== '').join(',')}`;
}

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Commas and dashes are the directive's own grammar. */
function term(words: string): string {
  return encodeURIComponent(words.replace(LONE_SURROGATE, '\ufffd'))
    .replace(/-/g, '%2D')
    .replace(/,/g, '%2C');
}

function decode(fragment: string): Directive | null {
  const parts = fragment.replace(/^text=/, '').split(',');
  const prefix = parts[0]?.endsWith('-') ? (parts.shift() ?? '').slice(0, -1) : '';
  const suffix = parts.at(-1)?.startsWith('-') ? (parts.pop() ?? '').slice(1) : '';
  const [start = '', end = ''] = parts;
  try {
    const [p, s, e, x] = [prefix, start, end, suffix].map((part) =>
      flatten(decodeURIComponent(part)).text.toLowerCase(),
    );
    return s ? { prefix: p ?? '', start: s, end: e ?? '', suffix: x ?? '' } : null;
  } catch {
    // Not percent-encoded text: no directive of ours.
    return null;
  }
}
