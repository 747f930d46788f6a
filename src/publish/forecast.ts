/**
 * The ambiguity forecast: what a proposed name would newly mark in a folder of texts, with its context, so that a reviewer
 * sees the false cards before readers do.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Release, ReleaseAlias } from '../core/dataset/release.ts';
import { createLinker, link } from '../core/linking/link.ts';
import { readTextFile } from './arguments.ts';

export interface Forecast {
  readonly texts: number;
  readonly words: number;
  /** Places that are marked with the proposal and were not marked without it. */
  readonly added: readonly ForecastMark[];
  /** Places that another entity loses to the proposal, or that can no longer be told apart. */
  readonly lost: readonly ForecastMark[];
}

export interface ForecastMark {
  readonly file: string;
  readonly entity: string;
  readonly text: string;
  /** Some words on either side, the marked ones in brackets. */
  readonly context: string;
}

/** Letters of context on either side. */
const CONTEXT = 60;

/**
 * Runs the release with and without the proposed aliases over every text file below `folder`.
 * @throws CommandError naming a file that is not UTF-8
 */
export function forecast(release: Release, proposed: readonly ReleaseAlias[], folder: string): Forecast {
  const before = createLinker(release);
  const after = createLinker({ ...release, aliases: [...release.aliases, ...proposed] });
  const added: ForecastMark[] = [];
  const lost: ForecastMark[] = [];
  let words = 0;
  const files = textFiles(folder);
  for (const file of files) {
    const text = readTextFile(file);
    words += text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    const marks = (linker: typeof before) =>
      new Map(link(linker, text).map((m) => [`${m.start} ${m.end} ${m.entity}`, m] as const));
    const [old, now] = [marks(before), marks(after)];
    const describe = ({
      start,
      end,
      entity,
    }: {
      start: number;
      end: number;
      entity: string;
    }): ForecastMark => ({
      file,
      entity,
      text: text.slice(start, end),
      context:
        `…${text.slice(Math.max(0, start - CONTEXT), start)}[${text.slice(start, end)}]${text.slice(end, end + CONTEXT)}…`.replace(
          /\s+/g,
          ' ',
        ),
    });
    for (const [key, mention] of now) if (!old.has(key)) added.push(describe(mention));
    for (const [key, mention] of old) if (!now.has(key)) lost.push(describe(mention));
  }
  return { texts: files.length, words, added, lost };
}

/**
 * What holds a proposal back: more places newly marked, or more no longer marked, than somebody has looked at and found right.
 * A sentence for each; none when the proposal may go on.
 */
export function beyond({ added, lost }: Forecast, most: number): string[] {
  const told = (places: number, what: string) =>
    places > most ? [`${places} ${what}, ${most === 0 ? 'and none' : `but only ${most}`} allowed for`] : [];
  return [...told(added.length, 'newly marked'), ...told(lost.length, 'no longer marked')];
}

/** For people: the counts, every place, and what holds the proposal back. */
export function describeForecast(result: Forecast, most: number): string {
  const { texts, words, added, lost } = result;
  const rate = words === 0 ? 0 : (added.length / words) * 10_000;
  const rows = (title: string, marks: readonly ForecastMark[]) =>
    marks.length === 0 ? [] : ['', title, ...marks.map((m) => `  ${m.entity}  ${m.file}\n    ${m.context}`)];
  return [
    `${texts} texts, ${words} words: ${added.length} new marks (${rate.toFixed(2)} per 10,000 words), ${lost.length} lost`,
    ...rows('newly marked', added),
    ...rows('no longer marked', lost),
    ...verdict(beyond(result, most)),
  ].join('\n');
}

function verdict(exceeded: readonly string[]): string[] {
  if (exceeded.length === 0) return [];
  return [
    '',
    `held back: ${exceeded.join('; ')}.`,
    'Give the name a rule (needs, never, case) where a place is wrong; where all are right, say so with --most NUMBER.',
  ];
}

function textFiles(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) return textFiles(path);
      return /\.(?:txt|md)$/.test(name) ? [path] : [];
    });
}
