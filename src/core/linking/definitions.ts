/**
 * Abbreviations that the text itself defines: “Belt and Road Initiative (BRI)”. From then on, and before, such a one means
 * that and nothing else on the page (after Schwartz and Hearst, A Simple Algorithm for Identifying Abbreviation Definitions,
 * 2003; here by the first letters of capitalised words alone).
 */
import type { Span } from '../text/spans.ts';
import type { Named } from './scene.ts';

/** What an abbreviation stands for where the text defines it. */
export interface Definition {
  readonly abbreviation: string;
  /** The words before the brackets, as the text has them. */
  readonly words: string;
  /** Recorded names that stand there, accepted or not: none when these words name nothing of ours. The first few of a long text. */
  readonly names: readonly Named[];
  /** Whether the words' first letters are the abbreviation: then it is theirs, whether they are known or not. */
  readonly spells: boolean;
}

export interface Definitions {
  /** Different definitions of what stands at this place; where one stands around that very place, it alone. */
  of(place: Span): readonly Definition[];
  /** Whether this very place stands in the brackets of a definition. */
  isDefined(place: Span): boolean;
}

/** “(BRI)”, “(the “BRI”)”, “(BRI; since 2013)”. */
const BRACKETS =
  /\(\s?(?:the\s)?["'“”‘’«»„]?(\p{Lu}[\p{Lu}\p{N}&]{1,9})["'“”‘’«»„]?(?:[;,][^()\n]{0,40})?\s?\)/gu;
/** Letters before the brackets among which the words are looked for. */
const FURTHEST = 160;
/** A year, or the like, between a law's name and the brackets. */
const YEAR = /,?\s+(?:of\s+)?\d{4}$/u;
/** What no name goes across. */
const BREAK = /^[\s\S]*(?:\n\s*\n|[!?;:]\s|\.\s(?=\p{Lu}))/u;
/** An abbreviation with more meanings on one page has none. */
const MOST_MEANINGS = 8;
/** Places of names kept for one definition. */
const MOST_NAMES = 4;

const NONE: readonly Definition[] = [];

/** `names`: all places of names, whether they are accepted or not. The text is read when first asked about. */
export function createDefinitions(text: string, names: readonly Named[]): Definitions {
  let known: ReturnType<typeof read> | null = null;
  return {
    isDefined({ start }) {
      known ??= read(text, names);
      return known.places.has(start);
    },
    of({ start, end }) {
      known ??= read(text, names);
      if (known.meanings.size === 0) return NONE;
      const here = known.places.get(start);
      if (here) return [here];
      const meanings = known.meanings.get(text.slice(start, end));
      return meanings && meanings.size <= MOST_MEANINGS ? [...meanings.values()] : NONE;
    },
  };
}

/** Part of the words from which on two names are forms of one: slips and translations differ in a word. */
const ALIKE = 0.5;
/** Letters by which words are compared: endings differ. */
const STEM = 4;

/**
 * Whether the text defines the abbreviation as something else than what bears these full names: by words that are not
 * theirs, where one of them spells the abbreviation as well (what “PRISM” was made from, no record needs to say).
 */
export function isOtherThan(
  fullNames: readonly string[],
  { abbreviation, words, spells }: Definition,
): boolean {
  if (!spells) return false;
  const there = stemsOf(words);
  const isAlike = (name: string) => {
    const own = new Set(stemsOf(name));
    return there.filter((stem) => own.has(stem)).length >= there.length * ALIKE;
  };
  return fullNames.some((name) => spelling(name, abbreviation) !== null) && !fullNames.some(isAlike);
}

function stemsOf(words: string): string[] {
  return (words.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []).map((word) => word.slice(0, STEM).toLowerCase());
}

function read(text: string, names: readonly Named[]) {
  /** By where the abbreviation in the brackets begins. */
  const places = new Map<number, Definition>();
  /** By abbreviation, then by the words. */
  const meanings = new Map<string, Map<string, Definition & { readonly names: Named[] }>>();
  let byEnd: Map<number, Named[]> | null = null;
  for (const match of text.matchAll(BRACKETS)) {
    const abbreviation = match[1] ?? '';
    const from = Math.max(0, match.index - FURTHEST);
    const before = text.slice(from, match.index).trimEnd();
    const end = from + before.length;
    byEnd ??= namesByEnd(names);
    const undated = before.replace(YEAR, '');
    const named = [
      ...(byEnd.get(end) ?? []),
      ...(undated === before ? [] : (byEnd.get(end - before.length + undated.length) ?? [])),
    ];
    const spelled = spelling(undated.replace(BREAK, ''), abbreviation);
    const [first] = named;
    const words = spelled ?? (first ? text.slice(first.start, first.end) : null);
    if (words === null) continue;
    const known = meanings.get(abbreviation) ?? new Map();
    meanings.set(abbreviation, known);
    const definition = known.get(words) ?? { abbreviation, words, names: [], spells: spelled !== null };
    known.set(words, definition);
    if (definition.names.length < MOST_NAMES) definition.names.push(...named);
    places.set(match.index + match[0].indexOf(abbreviation, 1), { ...definition, names: named });
  }
  return { places, meanings };
}

function namesByEnd(names: readonly Named[]): Map<number, Named[]> {
  const byEnd = new Map<number, Named[]>();
  for (const name of names) {
    const others = byEnd.get(name.end);
    if (others) others.push(name);
    else byEnd.set(name.end, [name]);
  }
  return byEnd;
}

/** The last words of `before` whose capitals spell the abbreviation; small words between them are passed over. Null when none do. */
function spelling(before: string, abbreviation: string): string | null {
  const wanted = abbreviation.replace(/[^\p{L}]/gu, '');
  if (wanted.length < 2) return null;
  const words = [...before.matchAll(/\p{L}[\p{L}\p{M}'’.]*/gu)];
  let left = wanted.length;
  for (let i = words.length - 1; i >= 0 && left > 0; i--) {
    const [word] = words[i] as RegExpExecArray;
    const first = word.slice(0, 1);
    if (first === first.toLowerCase()) {
      // Behind the last capitalised word none may stand.
      if (left === wanted.length) return null;
      continue;
    }
    if (first !== wanted[left - 1]) return null;
    left--;
    if (left === 0) return before.slice((words[i] as RegExpExecArray).index);
  }
  return null;
}
