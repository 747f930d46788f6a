/**
 * The bundle: one entity with everything that is filed under it, the unit in which releases are stored, sent and compared.
 * A card needs the bundle of its entity, those of the statements made elsewhere about it, and those it is related to.
 */
import { z } from 'zod';
import { once } from '../once/once.ts';
import { compareTexts } from '../text/compare-texts.ts';
import { spread } from './checksum.ts';
import { type Release, refusing, releaseForms, unsourced } from './release.ts';

const bundleShape = once(() => {
  const { entity, statement, source, alias } = releaseForms();
  return z.object({
    entity,
    /** Statements filed under this entity (`entity/…`), by id. Some may be about others only. */
    statements: z.array(statement),
    /** Sources filed under it, by id: those that its statements, states and relations cite. */
    sources: z.array(source),
    aliases: z.array(alias),
    /** Ids of statements about it that are filed under others. */
    about: z.array(z.string()),
    /** Ids of entities whose relations point at it. */
    from: z.array(z.string()),
  });
});

/** Refuses what is said without a source: one is filed under the entity that what it backs is filed under. */
export const bundleSchema = once(() => bundleShape().check(refusing(unsourcedIn)));

/** What a bundle says without a source. */
export function unsourcedIn({ entity, statements, sources }: EntityBundle): string[] {
  return unsourced({ entities: [entity], statements, sources });
}

export type EntityBundle = z.infer<ReturnType<typeof bundleShape>>;

/** The order of bundles in a file: by the spread of their ids, so that those of one shelf come together whatever its size. */
export function compareBundleIds(a: string, b: string): number {
  return spread(a) - spread(b) || compareTexts(a, b);
}

/** The entity that a statement or source is filed under. */
export function homeOf(id: string): string {
  const slash = id.indexOf('/');
  return slash < 0 ? id : id.slice(0, slash);
}

/** All bundles of a release, in the order of files. The same release gives the same bundles, whatever the order of its rows. */
export function bundlesOf(release: Release): EntityBundle[] {
  const statements = groupBy(release.statements, (s) => [homeOf(s.id)]);
  const sources = groupBy(release.sources, (s) => [homeOf(s.id)]);
  const aliases = groupBy(release.aliases, (alias) => [alias.entity]);
  const about = groupBy(release.statements, (s) => s.about.filter((id) => id !== homeOf(s.id)));
  const from = groupBy(release.entities, (e) => [...new Set(e.relations.map((r) => r.target))]);
  return [...release.entities]
    .sort((a, b) => compareBundleIds(a.id, b.id))
    .map((entity) => ({
      entity,
      statements: byId(statements.get(entity.id) ?? []),
      sources: byId(sources.get(entity.id) ?? []),
      aliases: aliases.get(entity.id) ?? [],
      about: (about.get(entity.id) ?? []).map((s) => s.id).sort(),
      from: (from.get(entity.id) ?? []).map((e) => e.id).sort(),
    }));
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => compareTexts(a.id, b.id));
}

function groupBy<T>(rows: readonly T[], keys: (row: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    for (const key of keys(row)) {
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
  }
  return groups;
}
