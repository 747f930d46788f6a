/** Coverage: how far the records reach, in one paragraph at the end of a check, and to be held against floors. */
import { KINDS } from '../core/dataset/vocabulary.ts';
import type { LoadedDataset } from './load.ts';

export const COVERED = ['kinds', 'places', 'names', 'sources'] as const;

/** How often each word of a list occurs: entities by kind and place, names and sources by language. */
export type Coverage = Readonly<Record<(typeof COVERED)[number], ReadonlyMap<string, number>>>;

export function measureCoverage({ entities }: LoadedDataset): Coverage {
  const records = entities.map((file) => file.record);
  return {
    kinds: tally(records.map((r) => r.kind)),
    places: tally(records.flatMap((r) => r.places)),
    names: tally(records.flatMap((r) => r.aliases.flatMap((a) => (a.lang ? [a.lang] : [])))),
    sources: tally(records.flatMap((r) => Object.values(r.sources).map((s) => s.lang))),
  };
}

/** Kinds, places and languages of the released records, most frequent first, and kinds that have none. */
export function describeCoverage(dataset: LoadedDataset): string {
  const { kinds, places, names, sources } = measureCoverage(dataset);
  const missing = KINDS.filter((kind) => !kinds.has(kind));
  return [
    `kinds: ${list(kinds)}${missing.length > 0 ? `; none of ${missing.join(', ')}` : ''}`,
    `places: ${list(places)}`,
    `languages of names: ${list(names)}`,
    `languages of sources: ${list(sources)}`,
  ].join('\n');
}

function tally(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function list(counts: ReadonlyMap<string, number>): string {
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([word, count]) => `${word} ${count}`)
    .join(', ');
}
