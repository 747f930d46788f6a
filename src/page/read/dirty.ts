/** From what changed in the DOM to the blocks that have to be read again. */
import type { ChangedNodes } from './changes.ts';
import { isBlock } from './elements.ts';
import { isInsideLeftOut, isLeftOut } from './left-out.ts';
import type { PageText } from './page-text.ts';
import { methodOf, parentOf } from './past-fields.ts';

export interface Dirty {
  /** Blocks to read again, none inside another. */
  readonly blocks: readonly Node[];
  /** Subtrees that have left the page, or their place in it. */
  readonly gone: readonly Node[];
  /** Something that may be read came or went outside of the roots. */
  readonly outside: boolean;
}

/** `roots` are what is read. */
export function dirtyBlocks(
  { texts, shown, added, removed }: ChangedNodes,
  roots: readonly Node[],
  text: Pick<PageText, 'hasOwnText'>,
): Dirty {
  const blocks = new Set<Node>();
  const gone: Node[] = [];
  let outside = false;
  const isRoot = (node: Node) => roots.includes(node);
  const isInside = (node: Node) => roots.some((root) => root.contains(node));
  /** The innermost block around a node, up to the root that holds it. */
  const blockAround = (node: Node | null): Node | null => {
    for (let at = node; at; at = parentOf(at))
      if (isRoot(at) || (at.nodeType === 1 && isBlock(at as Element) && !isInHeading(parentOf(at))))
        return at;
    return null;
  };
  const dirty = (node: Node | null) => {
    const block = blockAround(node);
    if (block?.isConnected && isInside(block)) blocks.add(block);
  };
  /** A block that came or went changes nothing around it, unless text stands right beside it. */
  const standsApart = (node: Node, parent: Node | null) => {
    if (node.nodeType !== 1 || !isBlock(node as Element) || isInHeading(parent)) return false;
    const around = blockAround(parent);
    return around !== null && !text.hasOwnText(around);
  };

  for (const node of texts) dirty(node);
  for (const element of shown) {
    if (!element.isConnected) continue;
    if (!isInside(element)) outside ||= !isInsideLeftOut(parentOf(element) ?? element);
    else if (standsApart(element, parentOf(element))) blocks.add(element);
    else dirty(parentOf(element));
  }
  for (const node of added) {
    if (!node.isConnected) continue;
    if (!isInside(node)) outside ||= !isInsideLeftOut(node);
    else if (standsApart(node, parentOf(node))) blocks.add(node);
    else dirty(parentOf(node));
  }
  for (const [node, parent] of removed) {
    // Also of one that has only moved: its text is found where it is now.
    gone.push(node);
    if (!parent.isConnected) continue;
    if (!isInside(parent)) outside ||= !isInsideLeftOut(parent);
    else if (!standsApart(node, parent)) dirty(parent);
  }
  /** Read at all, and not together with a block around it. */
  const isToRead = (block: Node) => {
    if (isRoot(block)) return true;
    for (let at = parentOf(block); at; at = parentOf(at)) {
      if (blocks.has(at) || (at.nodeType === 1 && isLeftOut(at as Element))) return false;
      if (isRoot(at)) return true;
    }
    return false;
  };
  return { blocks: [...blocks].filter(isToRead), gone, outside };
}

/** Whether a node stands in a heading, or is one. Blocks in a heading may be set in one line: it is read as a whole. */
function isInHeading(node: Node | null): boolean {
  return (
    node?.nodeType === 1 && methodOf(node as Element, 'closest').call(node as Element, HEADINGS) !== null
  );
}

const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role="heading"]';
