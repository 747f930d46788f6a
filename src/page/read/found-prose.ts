/** Where the prose of a page is, and whether there is enough of it to go on asking. */
import { findAllIn, findIn } from './past-fields.ts';
import { measureProse, type Prose } from './prose.ts';

export interface FoundProse {
  readonly prose: Prose;
  /** The prose stands in open shadow trees. */
  readonly inShadow: boolean;
  /** The open shadow trees that were looked into: those that hold nothing yet may be filled. */
  readonly trees: readonly ShadowRoot[];
}

/** Of a page that was not asked for any. */
export const NO_PROSE: FoundProse = {
  prose: { letters: 0, inArticles: 0, inMain: 0, teasers: 0 },
  inShadow: false,
  trees: [],
};

/** Prose of the page, or of the open shadow trees that hold it. */
export function proseOf(document: Document): FoundProse {
  const prose = measureProse(document);
  const trees: ShadowRoot[] = [];
  if (prose.letters > 0 || prose.teasers > 0) return { prose, inShadow: false, trees };
  for (const root of openShadowRoots(document)) {
    trees.push(root);
    const inside = measureProse(root);
    if (inside.letters > 0) return { prose: inside, inShadow: true, trees };
  }
  return { prose, inShadow: false, trees };
}

/** The table that a page without prose may be read for: contracts, votes, sanctions. Those for layout stand elsewhere. */
export function factTable(document: Document): Element | null {
  return findIn(document, ':is(article,main,[role="main"]) table:not([role])');
}

/**
 * Whether a page is worth judging at all (page-kind.ts). Front pages are not: they hold texts below headlines that lead
 * elsewhere, and none of their own.
 */
export function mayBeArticle(document: Document, { letters, teasers }: Prose): boolean {
  return letters > 0 || (teasers === 0 && factTable(document) !== null);
}

/** Elements looked at for shadow roots in one tree, from its top: applications made of components begin with one. */
const MOST_HOSTS = 150;

function* openShadowRoots(scope: Document | ShadowRoot): Generator<ShadowRoot> {
  const elements = findAllIn(scope, '*');
  const most = Math.min(elements.length, MOST_HOSTS);
  for (let i = 0; i < most; i++) {
    const root = elements[i]?.shadowRoot;
    if (!root) continue;
    yield root;
    yield* openShadowRoots(root);
  }
}
