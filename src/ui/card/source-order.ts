/** The order in which a reader should try the sources of a line. */
import type { CardSource } from '../../core/dataset/card.ts';
import { isSamePage, type PageFacts } from '../../core/dataset/same-page.ts';

/** Those that are worth most first: strong ones, then the open page if there is one, which is no evidence for itself, then weak ones. */
export function bestFirst(sources: readonly CardSource[], page: PageFacts | null): readonly CardSource[] {
  const rank = (source: CardSource) => (source.weak ? 2 : 0) + (page && isSamePage(source, page) ? 1 : 0);
  return [...sources].sort((a, b) => rank(a) - rank(b));
}
