/** From mutation records to the places whose text may have changed: bounded, and without what is never read. */
import { isInsideLeftOut } from './left-out.ts';
import { parentOf } from './past-fields.ts';

/** What came, went and changed, node by node. */
export interface ChangedNodes {
  /** Places where text was exchanged. */
  readonly texts: ReadonlySet<Node>;
  /** Elements that an attribute has shown or hidden. */
  readonly shown: ReadonlySet<Node>;
  readonly added: ReadonlySet<Node>;
  /** With the parent that each was taken from. */
  readonly removed: ReadonlyMap<Node, Node>;
}

export interface Changes extends ChangedNodes {
  /** Parents of elements that came or went. */
  readonly elements: Set<Node>;
  /** Places where nothing but text was exchanged: a clock, a counter, an edited line. */
  readonly texts: Set<Node>;
  readonly shown: Set<Node>;
  readonly added: Set<Node>;
  readonly removed: Map<Node, Node>;
  /** Too many places to tell apart. */
  everything: boolean;
}

/** Nodes that came or went. A list that is filled brings many at once. */
const MOST_NODES = 1000;
/** More places than this are not told apart: doing so would cost more than reading the page again. */
const MOST_PLACES = 200;

export function noChanges(): Changes {
  return {
    elements: new Set(),
    texts: new Set(),
    shown: new Set(),
    added: new Set(),
    removed: new Map(),
    everything: false,
  };
}

/** Adds what the records tell; false when they tell nothing that concerns text. Cheap: it runs in the page's own turn. */
export function note(changes: Changes, records: readonly MutationRecord[]): boolean {
  let noted = false;
  for (const record of records) {
    if (changes.everything) return true;
    const kind = kindOf(record);
    if (kind === null) continue;
    noted = true;
    // An element that was shown or hidden has changed the text of its parent.
    const place = record.type === 'attributes' ? parentOf(record.target) : record.target;
    if (place) changes[kind].add(place);
    if (record.type === 'attributes') changes.shown.add(record.target);
    else if (kind === 'elements') noteNodes(changes, record);
    changes.everything =
      changes.elements.size + changes.texts.size > MOST_PLACES ||
      changes.added.size + changes.removed.size > MOST_NODES;
  }
  return noted;
}

/**
 * The changed places that are read, none inside another. With `followed` roots, text that was exchanged outside of them
 * does not count; elements do, wherever they come: the next article, the next route.
 */
export function changedPlaces(changes: Changes, followed: readonly Node[] | null): Node[] {
  const isFollowed = (place: Node) => followed?.some((root) => root.contains(place)) ?? true;
  const places = new Set([...changes.elements, ...[...changes.texts].filter(isFollowed)]);
  const isRead = (place: Node) => place.isConnected && !isInsideLeftOut(place);
  const isOutermost = (place: Node) => {
    for (let at = parentOf(place); at; at = parentOf(at)) if (places.has(at)) return false;
    return true;
  };
  return [...places].filter((place) => isOutermost(place) && isRead(place));
}

function noteNodes({ added, removed }: Changes, { addedNodes, removedNodes, target }: MutationRecord): void {
  for (let i = 0; i < addedNodes.length; i++) {
    const node = addedNodes[i] as Node;
    if (isText(node)) added.add(node);
  }
  for (let i = 0; i < removedNodes.length; i++) {
    const node = removedNodes[i] as Node;
    added.delete(node);
    if (isText(node)) removed.set(node, target);
  }
}

/** Elements that may hold text, and text that is more than white space. */
function isText(node: Node): boolean {
  if (node.nodeType === 1) return !FURNITURE.test((node as Element).localName);
  return node.nodeType === 3 && (node as Text).data.trim() !== '';
}

const FURNITURE =
  /^(?:script|style|link|meta|iframe|img|picture|svg|canvas|video|noscript|template|sidelight-card)$/;

/** What a record is about; null for advertisements, trackers and our own card, which come and go without text. */
function kindOf(record: MutationRecord): 'elements' | 'texts' | null {
  if (record.type === 'characterData') return 'texts';
  if (record.type === 'attributes') return 'elements';
  let kind: 'texts' | null = null;
  for (const list of [record.addedNodes, record.removedNodes]) {
    for (let i = 0; i < list.length; i++) {
      const node = list[i] as Node;
      if (node.nodeType === 1 && !FURNITURE.test((node as Element).localName)) return 'elements';
      if (node.nodeType === 3 && (node as Text).data.trim() !== '') kind = 'texts';
    }
  }
  return kind;
}
