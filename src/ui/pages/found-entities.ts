/** The entities behind a page's mentions. */
import { KINDS, type Kind } from '../../core/dataset/vocabulary.ts';
import type { ReportedMention } from '../../messages/to-page.ts';

export interface FoundEntity {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  /** Places of its mentions in the report, in reading order; never empty. */
  readonly mentions: readonly number[];
}

/** In order of first appearance. */
export function foundEntities(mentions: readonly ReportedMention[]): FoundEntity[] {
  const byEntity = Map.groupBy(mentions.keys(), (index) => mentions[index]?.entity ?? '');
  return [...byEntity].flatMap(([id, places]) => {
    const first = mentions[places[0] ?? 0];
    return first ? [{ id, name: first.name, kind: first.kind, mentions: places }] : [];
  });
}

/** Companies first, then what they make, where it is used, and the rules for it: the order of the vocabulary. */
export function byKind(
  entities: readonly FoundEntity[],
): readonly (readonly [Kind, readonly FoundEntity[]])[] {
  return KINDS.flatMap((kind) => {
    const own = entities.filter((entity) => entity.kind === kind);
    return own.length > 0 ? [[kind, own] as const] : [];
  });
}
