/**
 * The text of a page with the way back: which text node, and which unit of it, each unit of the text came from.
 *
 * Text is kept as it is, unit for unit; the only units that come from nowhere are the breaks between blocks. So a place
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
  /** Where each ends; what stands between it and the next one is a break. */
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

/** A unit of a text node. */
interface Unit {
  readonly node: Text;
  readonly offset: number;
}

/**
 * Where a span of the text stands in the document, without breaks between blocks at its ends. Null when nothing else is
 * in it, or when the page has changed so much that the place is gone. Start and end are in the same tree: only two
 * newlines stand between two trees.
 *
 * Between two text nodes a boundary is ambiguous. The first and the last unit are looked up, not the boundaries, so that a
 * range does not reach into a node of which it holds nothing.
 */
export function locate(
  { starts, ends, nodes }: Pick<TextMap, 'starts' | 'ends' | 'nodes'>,
  span: Span,
): Place | null {
  let head = segmentAt(starts, span.start);
  let from = span.start;
  if (from >= (ends[head] ?? 0)) from = starts[++head] ?? span.end;
  const tail = segmentAt(starts, span.end - 1);
  const to = Math.min(span.end, ends[tail] ?? 0);
  const first = nodes[head];
  const last = nodes[tail];
  if (from >= to || !first || !last) return null;
  const start = unitBelow(first, from - (starts[head] ?? 0));
  if (!start) return null;
  // Nearly every name stands in one text node, and then there is nothing more to look for.
  const straight = start.offset + to - 1 - from;
  const end =
    head === tail && straight < start.node.length
      ? { node: start.node, offset: straight }
      : unitBelow(last, to - 1 - (starts[tail] ?? 0));
  return (
    end && {
      startContainer: start.node,
      startOffset: start.offset,
      endContainer: end.node,
      endOffset: end.offset + 1,
    }
  );
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

/** The text node, and the unit in it, of a unit of an element's textContent; null when there are fewer by now. */
function unitBelow(root: Node, unit: number): Unit | null {
  if (isText(root)) return unit < root.length ? { node: root, offset: unit } : null;
  const first = root.firstChild;
  if (first && isText(first) && unit < first.length) return { node: first, offset: unit };
  // The browser steps over the elements in between, which would each be handed out to a walk of our own.
  const walker = root.ownerDocument?.createTreeWalker(root, SHOW_TEXT);
  let left = unit;
  for (let node = walker?.nextNode(); node; node = walker?.nextNode()) {
    const text = node as Text;
    if (left < text.length) return { node: text, offset: left };
    left -= text.length;
  }
  return null;
}

/** NodeFilter.SHOW_TEXT and SHOW_CDATA_SECTION, without the global. */
const SHOW_TEXT = 4 | 8;

/** Text and CDATA sections: what textContent is made of. */
function isText(node: Node): node is Text {
  return node.nodeType === 3 || node.nodeType === 4;
}
