/**
 * Which section of the page a mention stands in: the one that its nearest heading before it begins.
 *
 * Naive: compare every mention with the headings after each change. Where thousands of paragraphs lie side by side, asking
 * the browser which of two nodes comes first takes 40 µs (Chromium 156), and 3,000 mentions a tenth of a second for each
 * changed word. So what was found is remembered for as long as the headings are the same; a new mention is compared only
 * with the headings behind the mention before it. (A heading that is moved past paragraphs, none coming or going, is not
 * noticed: the first mention of a name may stay marked in the wrong one of two sections.)
 *
 * Nodes of different trees have no order: each tree has its own headings, and a shadow tree without one before the mention
 * belongs to the section that its host stands in.
 */

export interface Sections {
  /** The headings there are now; those of one tree in document order. Call it before each pass over the mentions. */
  begin(headings: readonly Node[]): void;
  /** The heading of the range's section; null before the first. To be asked in reading order. */
  of(range: AbstractRange): Node | null;
}

export function createSections(): Sections {
  let known: readonly Node[] = [];
  let trees = new Map<Node, readonly Node[]>();
  /** How many headings of its tree stand before a range (or a host). */
  let counts = new WeakMap<object, number>();
  /** The same for what was asked for last in each tree. */
  const latest = new Map<Node, number>();

  const sectionOf = (place: object, node: Node): Node | null => {
    const tree = node.getRootNode();
    const headings = trees.get(tree) ?? [];
    let count = counts.get(place) ?? latest.get(tree) ?? 0;
    if (!counts.has(place)) {
      while (count < headings.length && begins(headings[count] as Node, node)) count++;
      counts.set(place, count);
    }
    latest.set(tree, count);
    const heading = headings[count - 1];
    if (heading) return heading;
    const { host } = tree as Partial<ShadowRoot>;
    return host ? sectionOf(host, host) : null;
  };
  return {
    begin(headings) {
      latest.clear();
      if (headings.length === known.length && headings.every((heading, i) => heading === known[i])) return;
      known = headings;
      counts = new WeakMap();
      trees = Map.groupBy(headings, (heading) => heading.getRootNode());
    },
    of: (range) => sectionOf(range, range.startContainer),
  };
}

/** True when the heading stands before the node, or around it. */
function begins(heading: Node, node: Node): boolean {
  return (heading.compareDocumentPosition(node) & FOLLOWING) !== 0;
}

/** Node.DOCUMENT_POSITION_FOLLOWING, without the global. */
const FOLLOWING = 4;
