/** Joins cards of one release from its shelves: those of the entities, of what is said of them elsewhere, of what they relate to. */
import { type EntityBundle, homeOf } from '../core/dataset/bundle.ts';
import { assembleCard, type Card } from '../core/dataset/card.ts';
import { compareTexts } from '../core/text/compare-texts.ts';
import type { DatasetDatabase, ReleaseRow } from './dataset-database.ts';
import { readShelves, shelfOf } from './shelves.ts';

/** Cards of these ids, unknown ones left out. */
export async function readCards(
  database: DatasetDatabase,
  release: ReleaseRow,
  wanted: readonly string[],
): Promise<Card[]> {
  const bundles = await readBundles(database, release, wanted, new Map());
  const found = wanted.flatMap((id) => bundles.get(id) ?? []);
  const neighbours = found.flatMap((bundle) => [
    ...bundle.about.map(homeOf),
    ...bundle.from,
    ...bundle.entity.relations.map((relation) => relation.target),
  ]);
  await readBundles(database, release, neighbours, bundles);
  return found.map((bundle) => assemble(release.header.version, bundle, bundles));
}

function assemble(version: string, bundle: EntityBundle, bundles: ReadonlyMap<string, EntityBundle>): Card {
  const { entity } = bundle;
  const sourceById = (id: string) => bundles.get(homeOf(id))?.sources.find((source) => source.id === id);
  const elsewhere = bundle.about.flatMap(
    (id) => bundles.get(homeOf(id))?.statements.find((statement) => statement.id === id) ?? [],
  );
  return assembleCard({
    version,
    entity,
    statements: [...bundle.statements.filter((s) => s.about.includes(entity.id)), ...elsewhere].sort((a, b) =>
      compareTexts(a.id, b.id),
    ),
    incoming: bundle.from.flatMap((id) => {
      const from = bundles.get(id)?.entity;
      return from
        ? from.relations.filter((r) => r.target === entity.id).map((relation) => ({ from, relation }))
        : [];
    }),
    source: sourceById,
    entityById: (id) => bundles.get(id)?.entity,
  });
}

/** Reads the bundles of these ids that are not in `into` yet. */
async function readBundles(
  database: DatasetDatabase,
  release: ReleaseRow,
  ids: readonly string[],
  into: Map<string, EntityBundle>,
): Promise<Map<string, EntityBundle>> {
  const missing = new Set(ids.filter((id) => !into.has(id)));
  const numbers = [...new Set([...missing].map((id) => shelfOf(id, release.generations.length)))];
  for (const bundles of (await readShelves(database, release, numbers, missing)).values()) {
    for (const bundle of bundles) into.set(bundle.entity.id, bundle);
  }
  return into;
}
