/**
 * Which mention is at a point of the window. Highlights get no pointer events, so the place is asked for.
 *
 * Naive: ask every mention for its boxes; thousands of boxes a frame. The browser's caret look-up gives node and offset in
 * some 10 µs instead, a table leads from the node to its mentions, and only a mention that holds the caret is measured:
 * the look-up snaps to the nearest text even when the pointer is in the margin, so its boxes have the last word.
 */
import { type Caret, caretAt } from './caret.ts';

export interface Marked {
  readonly range: AbstractRange;
}

interface Index<M> {
  /** Mentions by each text node that they stand in, in reading order. */
  readonly byNode: ReadonlyMap<Node, readonly M[]>;
  /** Shadow trees with mentions: the caret look-up enters only those it is told of. */
  readonly shadowRoots: readonly ShadowRoot[];
}

/** Made once for each list of mentions, and gone with it. */
const indexes = new WeakMap<readonly Marked[], Index<Marked>>();

/** The mention whose words are at (x, y) in window coordinates, or null. `mentions` is in reading order and never altered. */
export function mentionAt<M extends Marked>(
  document: Document,
  mentions: readonly M[],
  x: number,
  y: number,
): M | null {
  if (mentions.length === 0) return null;
  const { byNode, shadowRoots } = indexOf(mentions);
  const caret = caretAt(document, x, y, shadowRoots);
  if (!caret) return null;
  const here = byNode.get(caret.node) ?? [];
  for (let i = firstEndingAt(here, caret); i < here.length; i++) {
    const mention = here[i] as M;
    const { startContainer, startOffset } = mention.range;
    if (startContainer === caret.node && startOffset > caret.offset) return null;
    if (isInBoxes(document, mention.range, x, y)) return mention;
  }
  return null;
}

/**
 * First of a node's mentions that ends at the caret or behind it. A caret stands between two letters: over the right half
 * of a name's last letter it is at the name's end, which therefore counts.
 */
function firstEndingAt(mentions: readonly Marked[], caret: Caret): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const { endContainer, endOffset } = (mentions[middle] as Marked).range;
    if (endContainer === caret.node && endOffset < caret.offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One live range for all measuring: each live range slows the page's own changes down (see highlights.ts). */
const scratches = new WeakMap<Document, Range>();

function isInBoxes(document: Document, range: AbstractRange, x: number, y: number): boolean {
  let scratch = scratches.get(document);
  if (!scratch) {
    scratch = document.createRange();
    scratches.set(document, scratch);
  }
  try {
    scratch.setStart(range.startContainer, range.startOffset);
    scratch.setEnd(range.endContainer, range.endOffset);
  } catch {
    // The text was shortened since it was read, and these words are gone.
    return false;
  }
  const boxes = scratch.getClientRects();
  scratch.setStart(document, 0);
  scratch.collapse(true);
  for (const box of boxes) {
    if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) return true;
  }
  return false;
}

function indexOf(mentions: readonly Marked[]): Index<Marked> {
  let index = indexes.get(mentions);
  if (!index) {
    index = makeIndex(mentions);
    indexes.set(mentions, index);
  }
  return index;
}

function makeIndex(mentions: readonly Marked[]): Index<Marked> {
  const byNode = new Map<Node, Marked[]>();
  const shadowRoots = new Set<ShadowRoot>();
  for (const mention of mentions) {
    for (const node of textNodesOf(mention.range)) {
      const others = byNode.get(node);
      if (others) others.push(mention);
      else byNode.set(node, [mention]);
    }
    for (let root = shadowRootOf(mention.range.startContainer); root; root = shadowRootOf(root.host)) {
      if (shadowRoots.has(root)) break;
      shadowRoots.add(root);
    }
  }
  return { byNode, shadowRoots: [...shadowRoots] };
}

function shadowRootOf(node: Node): ShadowRoot | null {
  const root = node.getRootNode();
  return 'host' in root ? (root as ShadowRoot) : null;
}

/** Text nodes of one name. A name that markup splits is in a handful; more are a page changed under us. */
const MAX_NODES = 64;

function textNodesOf({ startContainer, endContainer }: AbstractRange): Node[] {
  if (startContainer === endContainer) return [startContainer];
  const nodes = [startContainer];
  const walker = startContainer.ownerDocument?.createTreeWalker(startContainer.getRootNode(), SHOW_TEXT);
  if (!walker) return nodes;
  walker.currentNode = startContainer;
  while (nodes.length < MAX_NODES) {
    const node = walker.nextNode();
    if (!node) break;
    nodes.push(node);
    if (node === endContainer) break;
  }
  return nodes;
}

/** NodeFilter.SHOW_TEXT. */
const SHOW_TEXT = 4;
