/** A bundle as it is once some of it has been removed: nothing in it may still tell what the removed part was about. */
import { type EntityBundle, homeOf } from './bundle.ts';

/** What a bundle is without anything removed; null when the entity itself is. The same object when nothing of it is concerned. */
export function withoutRemoved(bundle: EntityBundle, removed: ReadonlySet<string>): EntityBundle | null {
  if (removed.size === 0) return bundle;
  if (removed.has(bundle.entity.id)) return null;
  const isGone = (statement: string) => removed.has(statement) || removed.has(homeOf(statement));
  const concerned =
    bundle.statements.some((s) => isGone(s.id)) ||
    bundle.about.some(isGone) ||
    bundle.from.some((id) => removed.has(id));
  if (!concerned) return bundle;
  const statements = bundle.statements.filter((s) => !isGone(s.id));
  const cited = new Set([
    ...[...statements, ...bundle.entity.relations, ...bundle.entity.states].flatMap((row) =>
      row.sources.map((ref) => ref.source),
    ),
  ]);
  return {
    ...bundle,
    statements,
    // A source that only the removed statement cited would still tell what it was about.
    sources: bundle.sources.filter((source) => cited.has(source.id)),
    about: bundle.about.filter((id) => !isGone(id)),
    from: bundle.from.filter((id) => !removed.has(id)),
  };
}
