/** Counts of what a release holds (released content only): the shape is read by outside tools. */
import type { Release } from '../core/dataset/release.ts';

export interface Stats {
  readonly version: string;
  readonly entities: number;
  readonly statements: number;
  readonly relations: number;
  readonly sources: number;
  readonly aliases: number;
  readonly kinds: Readonly<Record<string, number>>;
  readonly languages: Readonly<Record<string, number>>;
  readonly statementsWithoutSource: number;
  readonly statementsWithoutPassage: number;
  readonly statementsOnWeakSourcesOnly: number;
  readonly statementsWithUnknownKnown: number;
  readonly allegationsWithoutReply: number;
}

/** `languages` counts sources by language; `allegationsWithoutReply` counts those with a dated search only. */
export function releaseStats(release: Release): Stats {
  const sources = new Map(release.sources.map((s) => [s.id, s]));
  const answered = new Set(release.statements.flatMap((s) => s.answers));
  const count = (test: (s: Release['statements'][number]) => boolean) =>
    release.statements.filter(test).length;
  return {
    version: release.version,
    entities: release.entities.length,
    statements: release.statements.length,
    relations: release.entities.reduce((sum, e) => sum + e.relations.length, 0),
    sources: release.sources.length,
    aliases: release.aliases.length,
    kinds: tally(release.entities.map((e) => e.kind)),
    languages: tally(release.sources.map((s) => s.lang)),
    statementsWithoutSource: count((s) => s.sources.length === 0),
    statementsWithoutPassage: count(
      (s) => !s.sources.some((r) => sources.get(r.source)?.passages[r.passage]),
    ),
    statementsOnWeakSourcesOnly: count((s) => s.sources.every((r) => sources.get(r.source)?.weak === true)),
    statementsWithUnknownKnown: count((s) => s.known === null),
    allegationsWithoutReply: count((s) => s.allegation && !answered.has(s.id)),
  };
}

function tally(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of [...words].sort()) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
