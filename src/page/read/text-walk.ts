/**
 * Reading the text below some roots, a few nodes at a time, so that the largest page is read in slices.
 *
 * Naive: visit every node. Each visit makes the page hand out an object for the node and takes 0.5–1 µs on a page that was
 * just loaded. The idea: most text stands in elements that hold nothing but text, or are paragraphs with nothing but links
 * and emphasis in them. Their textContent is their text, unit for unit, and is asked for in one call; the text nodes
 * themselves are looked up later, for the few in which a name stands (text-map.ts). Everything else is walked.
 *
 * The walk follows the flat tree, the one that is painted: it goes down into open shadow roots, and from a slot to the
 * nodes put into it. It keeps its own stack and asks nodes for nothing but what comes next: a node that the page removes
 * between two slices ends its own branch, not the walk.
 *
 * What stays true:
 * - nothing is written, measured or computed by style (but see `flowsInline`);
 * - between two blocks stand two newlines, around a <br> one, between two cells two that make no blank line, and none at
 *   the ends of the text;
 * - white space between blocks is dropped, other white space is kept as it is written;
 * - texts of different trees never touch: a range, and so a mark, cannot reach from one tree into another.
 *
 * Not done: CSS that turns inline elements into blocks, except where it decides about a word outside of paragraphs.
 */
import {
  BREAK_MASK,
  DEPENDS,
  elementKind,
  HEADING,
  INLINE,
  isBlock,
  LINE_BREAK,
  NO_HOST,
  PARAGRAPH_BREAK,
  SKIP,
  SOFT_BREAK,
} from './elements.ts';
import { isInitial } from './flow.ts';
import { hasTellingAttribute, isFurniture, isLeftOutByAttribute } from './left-out.ts';
import { isNoteReference } from './note-reference.ts';
import { methodOf, ownOf, parentOf } from './past-fields.ts';
import type { Piece } from './piece.ts';
import { isPlainParagraph } from './plain.ts';
import type { TextMap } from './text-map.ts';
import { isWordUnit } from './word-unit.ts';

export interface ReadOptions {
  /** UTF-16 units after which reading stops: what linking a monster may cost is bounded by what is read of it. */
  readonly maxChars?: number;
  /** Nodes after which reading stops: a page can be made of nodes and have hardly any text. */
  readonly maxNodes?: number;
  /**
   * Whether an element flows within its line. Asked only where two words would run together across the element's edge:
   * <span>Huawei</span><span>Cameras</span> is one word unless CSS makes blocks of the spans. Without it, it is one. And of
   * blocks inside headings.
   */
  readonly flowsInline?: ((element: Element) => boolean) | null;
}

export interface TextWalk {
  /** Visits up to `count` nodes; true once there are no more. */
  step(count: number): boolean;
  /** What was read so far. */
  finish(): TextMap;
  /** The same in pieces: text between two paragraph breaks, each with the block that it stands in. Ends the walk. */
  pieces(): {
    readonly pieces: Piece[];
    readonly shadowRoots: readonly ShadowRoot[];
    readonly truncated: boolean;
  };
}

/** 10 MB of text: a page is hardly ever a tenth of that. */
const MAX_CHARS = 10_000_000;
/** Some seconds of reading, in slices; forty times the largest page seen. */
const MAX_NODES = 2_000_000;

/** Blocks inside headings that are asked for their style. More are a heading that was never closed. */
const MAX_ASKED = 200;
/** Edges of elements between two words that are looked at. More are a sign of generated markup, not of one word. */
const MAX_CROSSED = 16;

const ELEMENT = 1;
const TEXT = 3;
const CDATA = 4;
/** No name reaches across two newlines; with something between them they are no blank line, and the sentence goes on. */
const BREAKS = ['', '\n', '\n\v\n', '\n\n'];
/** The longest of them. */
const MOST_GAP = 3;

/** A document or shadow tree that the walk is in. */
interface Tree {
  readonly outer: Tree | null;
}

interface Frame {
  readonly element: Element;
  readonly breakAfter: number;
  /** It is a form: what is asked of it has to be asked past its fields. */
  readonly isForm: boolean;
  /** The nodes that the element stands among, when they are not its siblings: roots, nodes in a slot. */
  readonly list: readonly Node[] | null;
  readonly at: number;
  readonly tree: Tree;
  /** The heading around the element. */
  readonly heading: Element | null;
}

/** The text below `roots`, which must not contain one another, at once. */
export function readText(roots: readonly Node[], options: ReadOptions = {}): TextMap {
  const walk = createTextWalk(roots, options);
  while (!walk.step(10_000));
  return walk.finish();
}

export function createTextWalk(roots: readonly Node[], options: ReadOptions = {}): TextWalk {
  const { maxChars = MAX_CHARS, maxNodes = MAX_NODES, flowsInline = null } = options;
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const nodes: Node[] = [];
  const shadowRoots: ShadowRoot[] = [];
  /** What has been read to its paragraph break; and where the piece that is being read begins. */
  const sealed: Piece[] = [];
  let open: {
    readonly segment: number;
    readonly part: number;
    readonly block: Node;
    heading: Element | null;
  } | null = null;
  let size = 0;
  let truncated = false;
  let visits = 0;

  // Where the walk is.
  const stack: Frame[] = [];
  let list: readonly Node[] | null = roots;
  let at = 0;
  let node: Node | null = roots[0] ?? null;
  let tree: Tree = { outer: null };
  /** The innermost heading that the walk is in. */
  let heading: Element | null = roots.length === 1 ? headingAround(roots[0]) : null;

  // What stands between the last text and the next one.
  let pending = 0;
  let space: { readonly node: Node; readonly data: string; readonly tree: Tree } | null = null;
  let crossed: Element[] = [];
  let lastTree = tree;
  let lastUnit = 0;
  let asked = 0;

  const next = (from: Node, isForm = false): Node | null =>
    list === null ? (isForm ? ownOf(from, 'nextSibling') : from.nextSibling) : (list[++at] ?? null);

  /** Goes over the edge of an element that is read. */
  const cross = (element: Element, level: number) => {
    if (level > pending) pending = level;
    else if (pending === 0 && flowsInline !== null && crossed.length < MAX_CROSSED) crossed.push(element);
  };

  const enter = (element: Element) => {
    const tag = element.localName as unknown;
    // A form answers to its fields' names: with one of that name, not even with its own.
    const isForm = tag === 'form' || typeof tag !== 'string';
    const name = isForm ? 'form' : tag;
    const kind = elementKind(name);
    let level = kind & BREAK_MASK;
    if (kind & SKIP) {
      if (kind & LINE_BREAK) level = pending > 0 ? PARAGRAPH_BREAK : SOFT_BREAK;
      pending = Math.max(pending, level);
      node = next(element);
      return;
    }
    const isTelling = hasTellingAttribute(element);
    if ((isTelling && isLeftOutByAttribute(element)) || (kind & DEPENDS && isFurniture(element))) {
      // An empty anchor leaves a word whole; an icon or a hidden remark ends it.
      pending = Math.max(pending, level || (element.firstChild ? SOFT_BREAK : 0));
      node = next(element, isForm);
    } else {
      if (
        level === PARAGRAPH_BREAK &&
        (heading !== null || (name === 'div' && isInitial(element))) &&
        isSetInLine(element)
      )
        level = INLINE;
      else if (name === 'a' && isNoteReference(element)) level = SOFT_BREAK;
      cross(element, level);
      const outer = heading;
      if (kind & HEADING || (isTelling && element.getAttribute('role') === 'heading')) heading = element;
      const shadow = kind & NO_HOST ? null : element.shadowRoot;
      const isWhole =
        !isForm &&
        (element.firstElementChild === null ? name !== 'slot' : name === 'p' && isPlainParagraph(element));
      if (shadow) enterShadow(element, shadow, level, outer);
      else if (isWhole) {
        addText(element, element.textContent ?? '');
        heading = outer;
        cross(element, level);
        node = next(element);
      } else enterChildren(element, level, outer, isForm);
    }
  };

  /** Titles are set letter by letter, in blocks that CSS makes inline; and a floating block may hold the first letter of a story. */
  const isSetInLine = (element: Element): boolean =>
    flowsInline !== null && asked++ < MAX_ASKED && flowsInline(element);

  const enterShadow = (host: Element, root: ShadowRoot, level: number, outer: Element | null) => {
    shadowRoots.push(root);
    stack.push({ element: host, breakAfter: level, isForm: false, list, at, tree, heading: outer });
    list = null;
    tree = { outer: tree };
    node = root.firstChild;
  };

  const enterChildren = (element: Element, level: number, outer: Element | null, isForm: boolean) => {
    stack.push({ element, breakAfter: level, isForm, list, at, tree, heading: outer });
    const assigned = element.localName === 'slot' ? assignedNodes(element) : null;
    if (assigned) {
      tree = tree.outer ?? { outer: null };
      at = 0;
    }
    list = assigned;
    node = assigned ? (assigned[0] ?? null) : isForm ? ownOf(element, 'firstChild') : element.firstChild;
  };

  /** Comes out of the element on top of the stack; false when there is none. */
  const leave = (): boolean => {
    const frame = stack.pop();
    if (!frame) return false;
    list = frame.list;
    at = frame.at;
    tree = frame.tree;
    heading = frame.heading;
    cross(frame.element, frame.breakAfter);
    node = next(frame.element, frame.isForm);
    return true;
  };

  /** Puts between the last text and one that begins with `unit` what belongs there. */
  const settle = (unit: number) => {
    if (tree !== lastTree) pending = PARAGRAPH_BREAK;
    else if (pending === 0 && space) {
      if (space.tree === tree) append(space.node, space.data);
      else pending = SOFT_BREAK;
    } else if (pending === 0 && partsWords(unit)) pending = PARAGRAPH_BREAK;
    const gap = BREAKS[pending] ?? '';
    parts.push(gap);
    size += gap.length;
  };

  const partsWords = (unit: number): boolean =>
    flowsInline !== null &&
    crossed.length > 0 &&
    isWordUnit(lastUnit) &&
    isWordUnit(unit) &&
    !crossed.every(flowsInline);

  const append = (from: Node, data: string) => {
    starts.push(size);
    size += data.length;
    ends.push(size);
    nodes.push(from);
    parts.push(data);
  };

  /** The innermost block around the place where the walk is: `from` itself, or one that it came down through. */
  const blockOf = (from: Node): Node => {
    if (from.nodeType === ELEMENT && isBlock(from as Element)) return from;
    for (let i = stack.length - 1; i >= 0; i--) {
      const { breakAfter, element } = stack[i] as Frame;
      if (breakAfter === PARAGRAPH_BREAK) return element;
    }
    return stack[0]?.element ?? from;
  };

  /** Ends the piece that is being read before this part. Piece by piece: at the end, a monster's would all be made at once. */
  const seal = (end: number) => {
    if (open === null) return;
    const { segment, part, block, heading: under } = open;
    const at = starts[segment] as number;
    const own = (list: readonly number[]) => list.slice(segment).map((place) => place - at);
    sealed.push({
      text: parts.slice(part, end).join(''),
      starts: own(starts),
      ends: own(ends),
      nodes: nodes.slice(segment),
      block,
      heading: under,
    });
    open = null;
  };

  const addText = (from: Node, data: string) => {
    if (isBlank(data)) {
      if (pending === 0 && space === null && data !== '') space = { node: from, data, tree };
      return;
    }
    const room = maxChars - size - MOST_GAP - (space?.data.length ?? 0);
    truncated = data.length > room;
    if (room <= 0) return;
    const part = parts.length;
    if (size > 0) settle(data.charCodeAt(0));
    if (open === null || pending >= PARAGRAPH_BREAK) {
      seal(part);
      open = { segment: starts.length, part: parts.length, block: blockOf(from), heading: null };
    }
    if (heading !== null) open.heading = heading;
    append(from, truncated ? data.slice(0, room) : data);
    pending = 0;
    space = null;
    if (crossed.length > 0) crossed = [];
    lastTree = tree;
    lastUnit = data.charCodeAt(data.length - 1);
  };

  return {
    step(count) {
      for (let visited = 0; visited < count && !truncated; visited++) {
        if (node === null) {
          if (!leave()) return true;
          continue;
        }
        if (++visits > maxNodes) {
          truncated = true;
          break;
        }
        const type = node.nodeType as unknown;
        if (type === ELEMENT || typeof type !== 'number') enter(node as Element);
        else {
          if (type === TEXT || type === CDATA) addText(node, (node as Text).data);
          node = next(node);
        }
      }
      return truncated;
    },
    finish: () => ({ text: parts.join(''), starts, ends, nodes, shadowRoots, truncated }),
    pieces() {
      seal(parts.length);
      return { pieces: sealed, shadowRoots, truncated };
    },
  };
}

/** The heading that a block stands in which is read by itself. */
function headingAround(root: Node | undefined): Element | null {
  const parent = root ? parentOf(root) : null;
  if (parent?.nodeType !== ELEMENT) return null;
  return methodOf(parent as Element, 'closest').call(parent as Element, 'h1,h2,h3,h4,h5,h6,[role="heading"]');
}

/** The nodes that a slot shows instead of its own children; null when it shows those, or is no working slot. */
function assignedNodes(slot: Element): readonly Node[] | null {
  const { assignedNodes } = slot as Partial<HTMLSlotElement>;
  const assigned = typeof assignedNodes === 'function' ? assignedNodes.call(slot) : [];
  return assigned.length > 0 ? assigned : null;
}

/** ASCII white space only. A no-break space is text: authors put it where they mean it. */
function isBlank(data: string): boolean {
  for (let i = 0; i < data.length; i++) {
    const unit = data.charCodeAt(i);
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x09 && unit !== 0x0d && unit !== 0x0c) return false;
  }
  return true;
}
