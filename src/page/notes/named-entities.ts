/** The entities that a passage names, as a note links them. */
import type { LinkedEntity } from '../../core/annotation/annotation.ts';
import type { PageMention } from '../page-state.ts';
import { liveRange } from '../rects.ts';

/** Those of the marked mentions that lie within the range, each once. */
export function entitiesIn(mentions: readonly PageMention[], range: AbstractRange): LinkedEntity[] {
  const live = liveRange(range);
  if (!live) return [];
  const inside = mentions.filter((mention) => {
    const { startContainer, startOffset, endContainer, endOffset } = mention.range;
    return (
      startContainer.getRootNode() === live.startContainer.getRootNode() &&
      live.comparePoint(startContainer, startOffset) >= 0 &&
      live.comparePoint(endContainer, endOffset) <= 0
    );
  });
  return eachOnce(inside.map(({ entity, name, kind }) => ({ id: entity, name, kind })));
}

export function eachOnce(entities: readonly LinkedEntity[]): LinkedEntity[] {
  return [...new Map(entities.map((entity) => [entity.id, entity])).values()];
}
