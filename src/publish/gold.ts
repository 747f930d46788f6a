/**
 * The labelled gold set: what should be marked in texts of every language claimed, and how near the engine comes.
 *
 * Mentions are written inside the text, `[[huawei|Huaweija]]`: the entity's id, then the words that are to be marked. So a
 * reviewer reads a sentence with its labels in it, and no offset can go stale. A mark counts as right when its first unit,
 * its last unit and its entity are the labelled ones; everything else the engine marks is wrong.
 */
import type { Kind } from '../core/dataset/vocabulary.ts';
import { type Linker, link } from '../core/linking/link.ts';
import type { Span } from '../core/text/spans.ts';

export const GOLD_KINDS = ['sentence', 'article', 'trap'] as const;
export type GoldKind = (typeof GOLD_KINDS)[number];

export interface GoldMention extends Span {
  readonly entity: string;
  readonly text: string;
}

/** One text. In a trap, words that look like a name mean something else; mentions beside them may be labelled. */
export interface GoldItem {
  readonly id: string;
  readonly kind: GoldKind;
  readonly lang: string;
  readonly text: string;
  readonly mentions: readonly GoldMention[];
}

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

/**
 * What a release must reach. Precision first: one wrong card in fifty is as much as readers forgive, while a missed name only
 * leaves them where they were. Each language has floors of its own, so that English cannot pay for Serbian.
 */
export const FLOORS = {
  precision: 0.98,
  recall: 0.95,
  languagePrecision: 0.98,
  languageRecall: 0.9,
  traps: 0.95,
} as const;
/** A language with fewer labelled mentions has no floors of its own: one miss would decide. */
const ENOUGH_MENTIONS = 8;
/** Letters of context on either side. */
const CONTEXT = 50;

/** Takes the labels out of a text. @throws Error when a label is not `[[entity|words]]` */
export function parseMarkedText(marked: string): Pick<GoldItem, 'text' | 'mentions'> {
  const mentions: GoldMention[] = [];
  let text = '';
  let at = 0;
  for (const label of marked.matchAll(/\[\[([a-z0-9-]+)\|([^[\]|]+)\]\]/g)) {
    const [whole, entity = '', words = ''] = label;
    text += marked.slice(at, label.index);
    mentions.push({ entity, text: words, start: text.length, end: text.length + words.length });
    text += words;
    at = label.index + whole.length;
  }
  text += marked.slice(at);
  const broken = /.{0,20}(?:\[\[|\]\]).{0,20}/.exec(text);
  if (broken) throw new Error(`not a label of the form [[entity|words]]: ${broken[0]}`);
  return { text, mentions };
}

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

/** What is below its floor, a sentence each; empty when the release may go out. */
export function belowFloors(score: GoldScore): string[] {
  const below = (what: string, value: number, floor: number) =>
    value < floor ? [`${what} is ${percent(value)}, below ${percent(floor)}`] : [];
  const { overall, traps, byLanguage } = score;
  return [
    ...below('precision', overall.precision, FLOORS.precision),
    ...below('recall', overall.recall, FLOORS.recall),
    ...below('share of traps passed', share(traps.passed, traps.total), FLOORS.traps),
    ...Object.entries(byLanguage).flatMap(([lang, { right, missed, precision, recall }]) =>
      right + missed < ENOUGH_MENTIONS
        ? []
        : [
            ...below(`precision in ${lang}`, precision, FLOORS.languagePrecision),
            ...below(`recall in ${lang}`, recall, FLOORS.languageRecall),
          ],
    ),
  ];
}

/** For people: the figures, what is below its floor, and every miss and wrong mark with its context. */
export function describeScore(score: GoldScore): string {
  const { overall, traps } = score;
  const list = (title: string, findings: readonly Finding[]) =>
    findings.length === 0
      ? []
      : ['', title, ...findings.map((f) => `  ${f.item}  ${f.entity}\n    ${f.context}`)];
  return [
    `${score.texts} texts, ${score.words} words: precision ${percent(overall.precision)}, recall ${percent(overall.recall)}, F1 ${percent(overall.f1)}`,
    `traps passed ${traps.passed} of ${traps.total}; ${score.wrongPer10kWords.toFixed(1)} wrong marks per 10,000 words`,
    ...belowFloors(score),
    ...list('missed', score.misses),
    ...list('wrongly marked', score.wrongMarks),
  ].join('\n');
}

/** A share as a percentage with one decimal, cut and not rounded: 99.96 % is not 100 %. */
export function percent(value: number): string {
  // The small addend keeps 0.29 × 1000, which is 290 less a hair, from losing a tenth.
  return `${(Math.floor(value * 1000 + 1e-6) / 10).toFixed(1)} %`;
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

function share(part: number, whole: number): number {
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
