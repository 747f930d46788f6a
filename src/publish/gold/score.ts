/**
 * How near the engine comes to the labels. A mark counts as right when its first unit, its last unit and its entity are the
 * labelled ones; everything else the engine marks is wrong.
 */
import type { Kind } from '../../core/dataset/vocabulary.ts';
import { type Linker, link } from '../../core/linking/link.ts';
import type { Span } from '../../core/text/spans.ts';
import type { GoldItem, GoldMention } from './labels.ts';

/** What the engine marked. */
export interface Mark extends Span {
  readonly entity: string;
  readonly text: string;
}

export interface MarkedItem {
  readonly item: GoldItem;
  readonly marks: readonly Mark[];
}

export interface Tally {
  readonly right: number;
  readonly missed: number;
  readonly wrong: number;
}

export interface Rates extends Tally {
  /** Share of the marks that are right; 1 when nothing was marked. */
  readonly precision: number;
  /** Share of the labelled mentions that were marked; 1 when there are none. */
  readonly recall: number;
  readonly f1: number;
}

export interface Finding {
  readonly item: string;
  readonly lang: string;
  readonly entity: string;
  readonly text: string;
  /** Some words on either side, the marked ones in brackets. */
  readonly context: string;
}

export interface TrapTally {
  readonly total: number;
  readonly passed: number;
  /** Ids of the traps in which something was marked that is not labelled. */
  readonly failed: readonly string[];
}

export interface GoldScore {
  readonly texts: number;
  readonly words: number;
  readonly overall: Rates;
  readonly traps: TrapTally;
  readonly wrongPer10kWords: number;
  readonly byLanguage: Readonly<Record<string, Rates & { readonly traps: TrapTally }>>;
  readonly byKind: Readonly<Record<string, Rates>>;
  /** By entity id, then by the words as they stand in the text. */
  readonly byName: Readonly<Record<string, Readonly<Record<string, Tally>>>>;
  readonly misses: readonly Finding[];
  readonly wrongMarks: readonly Finding[];
}

/** Letters of context on either side. */
const CONTEXT = 50;

/** Runs the engine over every text, each on its own and with its language declared. */
export function markGold(linker: Linker, items: readonly GoldItem[]): MarkedItem[] {
  return items.map((item) => ({ item, marks: link(linker, item.text, item.lang) }));
}

/** Compares marks with labels. `kinds` tells the kind of an entity, for the figures by kind. */
export function scoreGold(
  marked: readonly MarkedItem[],
  kinds: Readonly<Record<string, Kind>> = {},
): GoldScore {
  const judged = marked.map(judge);
  const words = marked.reduce((sum, { item }) => sum + countWords(item.text), 0);
  const verdicts = judged.flatMap((j) => j.verdicts);
  const wrongMarks = verdicts.filter((v) => v.outcome === 'wrong');
  const languages = groupBy(judged, ({ item }) => item.lang);
  return {
    texts: marked.length,
    words,
    overall: rates(verdicts),
    traps: trapsOf(judged),
    wrongPer10kWords: words === 0 ? 0 : (wrongMarks.length / words) * 10_000,
    byLanguage: mapValues(languages, (group) => ({
      ...rates(group.flatMap((j) => j.verdicts)),
      traps: trapsOf(group),
    })),
    byKind: mapValues(
      groupBy(verdicts, (v) => kinds[v.entity] ?? 'unknown'),
      rates,
    ),
    byName: mapValues(
      groupBy(verdicts, (v) => v.entity),
      (group) =>
        mapValues(
          groupBy(group, (v) => v.text),
          tally,
        ),
    ),
    misses: verdicts.filter((v) => v.outcome === 'missed').map(findingOf),
    wrongMarks: wrongMarks.map(findingOf),
  };
}

interface Verdict extends GoldMention {
  readonly outcome: 'right' | 'missed' | 'wrong';
  readonly item: GoldItem;
}

interface Judged {
  readonly item: GoldItem;
  readonly verdicts: readonly Verdict[];
}

function judge({ item, marks }: MarkedItem): Judged {
  const same = (a: Mark, b: Mark) => a.start === b.start && a.end === b.end && a.entity === b.entity;
  const labelled = item.mentions.map((mention): Verdict => {
    const outcome = marks.some((mark) => same(mark, mention)) ? 'right' : 'missed';
    return { ...mention, outcome, item };
  });
  const wrong = marks
    .filter((mark) => !item.mentions.some((mention) => same(mark, mention)))
    .map(({ start, end, entity, text }): Verdict => ({ start, end, entity, text, outcome: 'wrong', item }));
  return { item, verdicts: [...labelled, ...wrong] };
}

function tally(verdicts: readonly Verdict[]): Tally {
  const count = (outcome: Verdict['outcome']) => verdicts.filter((v) => v.outcome === outcome).length;
  return { right: count('right'), missed: count('missed'), wrong: count('wrong') };
}

function rates(verdicts: readonly Verdict[]): Rates {
  const counts = tally(verdicts);
  const precision = share(counts.right, counts.right + counts.wrong);
  const recall = share(counts.right, counts.right + counts.missed);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { ...counts, precision, recall, f1 };
}

function trapsOf(judged: readonly Judged[]): TrapTally {
  const traps = judged.filter(({ item }) => item.kind === 'trap');
  const failed = traps.filter(({ verdicts }) => verdicts.some((v) => v.outcome === 'wrong'));
  return {
    total: traps.length,
    passed: traps.length - failed.length,
    failed: failed.map(({ item }) => item.id),
  };
}

function findingOf({ item, entity, text, start, end }: Verdict): Finding {
  const before = item.text.slice(Math.max(0, start - CONTEXT), start);
  const after = item.text.slice(end, end + CONTEXT);
  return { item: item.id, lang: item.lang, entity, text, context: `…${before}[${text}]${after}…` };
}

/** Chinese and Japanese put no spaces: two of their characters count as a word, which is near enough for a rate. */
function countWords(text: string): number {
  const unspaced = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const rest = text.replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, ' ');
  return Math.ceil(unspaced / 2) + (rest.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0);
}

/** 1 of nothing: what was not asked for was not missed. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function groupBy<T>(list: readonly T[], keyOf: (value: T) => string): Record<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of list) {
    const key = keyOf(value);
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return Object.fromEntries([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, map: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
