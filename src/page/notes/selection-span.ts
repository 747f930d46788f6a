/** From a range of the document to a span of its text: the way back of text-map's `locate`. */
import type { Span } from '../../core/text/spans.ts';
import type { TextMap } from '../read/text-map.ts';

/** Where a range begins and ends. */
type Boundaries = Pick<AbstractRange, 'startContainer' | 'startOffset' | 'endContainer' | 'endOffset'>;

/** The span of what of the range was read; null when nothing of it was. */
export function spanOfRange(map: TextMap, range: Boundaries): Span | null {
  const segments = new Map(map.nodes.map((node, i) => [node, i]));
  const root = range.startContainer.getRootNode();
  const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(root, SHOW_TEXT);
  let start: number | null = null;
  let end: number | null = null;
  let node: Node | null = firstTextAt(walker, range.startContainer, range.startOffset);
  for (; node; node = walker.nextNode()) {
    const text = node as Text;
    if (isAfter(range, text)) break;
    const from = text === range.startContainer ? range.startOffset : 0;
    const to = text === range.endContainer ? range.endOffset : text.length;
    if (from >= to) continue;
    const at = positionOf(map, segments, text);
    if (at === null) continue;
    start ??= at + from;
    end = at + to;
  }
  return start === null || end === null || end <= start ? null : { start, end };
}

/** NodeFilter.SHOW_TEXT. */
const SHOW_TEXT = 4;

function firstTextAt(walker: TreeWalker, container: Node, offset: number): Node | null {
  if (container.nodeType === 3) {
    walker.currentNode = container;
    return container;
  }
  const child = container.childNodes[offset];
  if (child) {
    walker.currentNode = child;
    return child.nodeType === 3 ? child : walker.nextNode();
  }
  // Behind the last child: the first text after the container.
  walker.currentNode = container;
  let node = walker.nextNode();
  while (node && container.contains(node)) node = walker.nextNode();
  return node;
}

/** True when a text node begins at or after the range's end. */
function isAfter({ endContainer, endOffset }: Boundaries, text: Text): boolean {
  if (text === endContainer) return false;
  if (endContainer.contains(text)) {
    const child = endContainer.childNodes[endOffset];
    return !!child && (child === text || child.contains(text) || follows(child, text));
  }
  return follows(endContainer, text);
}

function follows(node: Node, other: Node): boolean {
  return (node.compareDocumentPosition(other) & 4) !== 0;
}

/** Where a text node's first unit stands in the text; null when it was not read. */
function positionOf(map: TextMap, segments: ReadonlyMap<Node, number>, text: Text): number | null {
  const own = segments.get(text);
  if (own !== undefined) return map.starts[own] ?? null;
  for (let box: Node | null = text.parentNode; box; box = box.parentNode) {
    const segment = segments.get(box);
    if (segment !== undefined) return (map.starts[segment] ?? 0) + unitsBefore(box, text);
  }
  return null;
}

function unitsBefore(box: Node, text: Text): number {
  const walker = (box.ownerDocument as Document).createTreeWalker(box, SHOW_TEXT);
  let units = 0;
  for (let node = walker.nextNode(); node && node !== text; node = walker.nextNode())
    units += (node as Text).length;
  return units;
}
