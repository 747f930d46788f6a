/** The entities behind a page's mentions, in order of first appearance. */
import type { ReportedMention } from '../../messages/to-page.ts';

export interface FoundEntity {
  readonly id: string;
  readonly name: string;
  readonly kind: ReportedMention['kind'];
  readonly count: number;
  /** Index of its first mention. */
  readonly first: number;
}

export function foundEntities(mentions: readonly ReportedMention[]): FoundEntity[] {
  const found = new Map<string, FoundEntity>();
  mentions.forEach((mention, index) => {
    const known = found.get(mention.entity);
    found.set(
      mention.entity,
      known
        ? { ...known, count: known.count + 1 }
        : { id: mention.entity, name: mention.name, kind: mention.kind, count: 1, first: index },
    );
  });
  return [...found.values()];
}
