/**
 * The text of a page with the way back: which text node, and which unit of it, each unit of the text came from.
 *
 * Text is kept as it is, unit for unit; the only units that come from nowhere are the newlines between blocks. So a place
 * in the text is found by one binary search over the beginnings of the segments, and no per-unit table exists.
 *
 * A segment is a text node, or a whole element whose text was read in one go (text-walk.ts). The text nodes of such an
 * element are looked up when a place in it is asked for: names stand in few of a page's nodes, and every node that a
 * script touches costs the page time and memory.
 */
import type { Span } from '../../core/text/spans.ts';

export interface TextMap {
  readonly text: string;
  /** Where each segment begins in `text`, in UTF-16 units, ascending. */
  readonly starts: readonly number[];
  /** Where each ends; what stands between it and the next one are newlines. */
  readonly ends: readonly number[];
  /** What each segment holds: a text node, or an element whose text is its textContent. */
  readonly nodes: readonly Node[];
  /** Open shadow roots that were read, in order: mutations and carets inside are asked for one root at a time. */
  readonly shadowRoots: readonly ShadowRoot[];
  /** True when the text was cut at the limit. */
  readonly truncated: boolean;
}

/** The boundary points of a stretch of text: what `new StaticRange()` takes. */
export interface Place {
  readonly startContainer: Text;
  readonly startOffset: number;
  readonly endContainer: Text;
  readonly endOffset: number;
}

type Side = 'start' | 'end';

/** A boundary between two units of a text node. */
interface Boundary {
  readonly node: Text;
  readonly offset: number;
}

/**
 * Where a span of the text stands in the document, without newlines between blocks at its ends. Null when nothing else is
 * in it, or when the page has changed so much that the place is gone. Start and end are in the same tree: only two
 * newlines stand between two trees.
 */
export function locate(map: TextMap, span: Span): Place | null {
  if (span.start >= span.end) return null;
  const start = boundaryAt(map, span.start, 'start');
  if (!start) return null;
  // Nearly every name stands in one text node. Where newlines come after it, it may seem to go on: they are looked for.
  const straight = start.offset + span.end - span.start;
  const end =
    straight <= start.node.length && isOneSegment(map, span)
      ? { node: start.node, offset: straight }
      : boundaryAt(map, span.end, 'end');
  if (!end || (start.node === end.node && start.offset >= end.offset)) return null;
  return {
    startContainer: start.node,
    startOffset: start.offset,
    endContainer: end.node,
    endOffset: end.offset,
  };
}

function isOneSegment({ starts, ends }: TextMap, span: Span): boolean {
  const segment = segmentAt(starts, span.start);
  return span.start < (ends[segment] ?? 0) && span.end <= (ends[segment] ?? 0);
}

/** The last segment that begins at or before a position; -1 before the first. */
export function segmentAt(starts: readonly number[], position: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] as number) <= position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * The place of a boundary in the text. Between two text nodes it is ambiguous: a start belongs to the later node, an end
 * to the earlier one, so that a range does not reach into a node of which it holds nothing. In the newlines between two
 * segments a start moves on to the next one and an end back to the one before.
 */
function boundaryAt({ starts, ends, nodes }: TextMap, position: number, side: Side): Boundary | null {
  let unit = side === 'start' ? position : position - 1;
  let segment = segmentAt(starts, unit);
  if (side === 'start' && unit >= (ends[segment] ?? 0)) unit = starts[++segment] ?? -1;
  else if (side === 'end') unit = Math.min(unit, (ends[segment] ?? 0) - 1);
  const node = nodes[segment];
  if (!node || unit < 0) return null;
  const found = unitBelow(node, unit - (starts[segment] as number));
  return found && side === 'end' ? { node: found.node, offset: found.offset + 1 } : found;
}

/** The text node, and the unit in it, of a unit of an element's textContent; null when there are fewer by now. */
function unitBelow(root: Node, unit: number): Boundary | null {
  if (isText(root)) return unit < root.length ? { node: root, offset: unit } : null;
  let left = unit;
  for (let node = following(root, root); node; node = following(node, root)) {
    if (!isText(node)) continue;
    if (left < node.length) return { node, offset: left };
    left -= node.length;
  }
  return null;
}

/** The next node in document order below `root`. */
function following(node: Node, root: Node): Node | null {
  if (node.firstChild) return node.firstChild;
  for (let at: Node | null = node; at && at !== root; at = at.parentNode) {
    if (at.nextSibling) return at.nextSibling;
  }
  return null;
}

/** Text and CDATA sections: what textContent is made of. */
function isText(node: Node): node is Text {
  return node.nodeType === 3 || node.nodeType === 4;
}
