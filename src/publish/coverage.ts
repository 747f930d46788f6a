/** Coverage: how far the records reach, in one paragraph at the end of a check. */
import { KINDS } from '../core/dataset/vocabulary.ts';
import type { LoadedDataset } from './load.ts';

/** Kinds, places and languages of the released records, most frequent first, and kinds that have none. */
export function describeCoverage({ entities }: LoadedDataset): string {
  const records = entities.map((file) => file.record);
  const kinds = tally(records.map((r) => r.kind));
  const missing = KINDS.filter((kind) => !kinds.has(kind));
  const places = tally(records.flatMap((r) => r.places));
  const sourceLanguages = tally(records.flatMap((r) => Object.values(r.sources).map((s) => s.lang)));
  const nameLanguages = tally(records.flatMap((r) => r.aliases.flatMap((a) => (a.lang ? [a.lang] : []))));
  return [
    `kinds: ${list(kinds)}${missing.length > 0 ? `; none of ${missing.join(', ')}` : ''}`,
    `places: ${list(places)}`,
    `languages of names: ${list(nameLanguages)}`,
    `languages of sources: ${list(sourceLanguages)}`,
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
