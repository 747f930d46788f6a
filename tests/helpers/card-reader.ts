/** Cards without a database. */
import { assembleCard, type Card } from '../../src/core/dataset/card.ts';
import type { Release } from '../../src/core/dataset/release.ts';

/** Makes cards straight from a release in memory. Returns null for an unknown id. */
export function createCardReader(release: Release): (id: string) => Card | null {
  const entities = new Map(release.entities.map((e) => [e.id, e]));
  const sources = new Map(release.sources.map((s) => [s.id, s]));
  return (id) => {
    const entity = entities.get(release.redirects[id] ?? id);
    if (!entity) return null;
    return assembleCard({
      version: release.version,
      entity,
      statements: release.statements.filter((s) => s.about.includes(entity.id)),
      incoming: release.entities.flatMap((from) =>
        from.relations.filter((r) => r.target === entity.id).map((relation) => ({ from, relation })),
      ),
      source: (source) => sources.get(source),
      entityById: (other) => entities.get(other),
    });
  };
}
