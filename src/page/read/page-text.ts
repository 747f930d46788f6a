/**
 * The text of a page as a list of pieces in reading order, changed in places when the page changes there.
 *
 * Naive: read the page again after every change; on a page of 200,000 words that is 20 ms for a comma. The idea: a block's
 * text does not depend on what stands around it (two paragraph breaks part them), so the pieces of a changed block are
 * exchanged and all others stay, with the marks in them. Where a block's pieces are is found by halving, with the order
 * of the document.
 *
 * What stays true: the pieces are those that reading everything would give. Where that cannot be told (shadow trees have an
 * order of their own, a page that changed in between) `exchange` says so, and the caller reads everything.
 */
import type { Piece } from './piece.ts';
import { isSamePiece } from './piece.ts';

/** `remove` pieces from `at` on, and `insert` in their place. */
export interface Splice {
  readonly at: number;
  readonly remove: number;
  readonly insert: readonly Piece[];
  /** The pieces taken out. */
  readonly out: readonly Piece[];
}

export interface PageText {
  readonly pieces: readonly Piece[];
  /** UTF-16 units of all pieces. */
  readonly length: number;
  /** All pieces anew; null when nothing has changed. */
  replaceAll(pieces: readonly Piece[]): Splice | null;
  /** The pieces of a block anew (none: it has gone); null when nothing has changed, 'unknown' when all has to be read. */
  exchange(block: Node, pieces: readonly Piece[]): Splice | null | 'unknown';
  /** Takes out the pieces of a subtree that has left the page. */
  drop(subtree: Node): Splice[];
  /** Whether text stands in the block itself, beside or between blocks inside it. */
  hasOwnText(block: Node): boolean;
}

export function createPageText(): PageText {
  let pieces: Piece[] = [];
  let length = 0;
  const inBlocks = new Map<Node, number>();

  const count = (list: readonly Piece[], by: number) => {
    for (const { block, text } of list) {
      length += by * text.length;
      const now = (inBlocks.get(block) ?? 0) + by;
      if (now > 0) inBlocks.set(block, now);
      else inBlocks.delete(block);
    }
  };
  const apply = (at: number, remove: number, insert: readonly Piece[]): Splice | null => {
    const before = pieces.slice(at, at + remove);
    let same = 0;
    while (same < remove && same < insert.length && isSamePiece(before[same] as Piece, insert[same] as Piece))
      same++;
    let tail = 0;
    while (
      tail < remove - same &&
      tail < insert.length - same &&
      isSamePiece(before[remove - 1 - tail] as Piece, insert[insert.length - 1 - tail] as Piece)
    )
      tail++;
    const out = before.slice(same, remove - tail);
    const put = insert.slice(same, insert.length - tail);
    if (out.length === 0 && put.length === 0) return null;
    count(out, -1);
    count(put, 1);
    // Not splice(...put): a call takes some ten thousand arguments, and a page may have more pieces.
    pieces = [...pieces.slice(0, at + same), ...put, ...pieces.slice(at + remove - tail)];
    return { at: at + same, remove: out.length, insert: put, out };
  };

  return {
    get pieces() {
      return pieces;
    },
    get length() {
      return length;
    },
    replaceAll: (next) => apply(0, pieces.length, next),
    exchange(block, next) {
      const range = rangeOf(pieces, block);
      return range === null ? 'unknown' : apply(range.start, range.end - range.start, next);
    },
    drop(subtree) {
      const gone = new Set<Node>();
      const look = (node: Node) => inBlocks.has(node) && gone.add(node);
      look(subtree);
      if (subtree.nodeType === 1)
        for (const inside of (subtree as Element).querySelectorAll('*')) look(inside);
      const splices: Splice[] = [];
      if (gone.size === 0) return splices;
      for (let at = pieces.findIndex(({ block }) => gone.has(block)); at >= 0 && at < pieces.length; ) {
        let end = at;
        while (end < pieces.length && gone.has((pieces[end] as Piece).block)) end++;
        const splice = end > at ? apply(at, end - at, []) : null;
        if (splice) splices.push(splice);
        else at++;
        while (at < pieces.length && !gone.has((pieces[at] as Piece).block)) at++;
      }
      return splices;
    },
    hasOwnText: (block) => inBlocks.has(block),
  };
}

/** Where the pieces inside a block are, or would be; null when the order cannot be told. */
function rangeOf(pieces: readonly Piece[], block: Node): { start: number; end: number } | null {
  const start = firstThat(
    pieces,
    (piece) => sideOf(piece, block),
    (side) => side >= 0,
  );
  const end = firstThat(
    pieces,
    (piece) => sideOf(piece, block),
    (side) => side > 0,
  );
  return start === null || end === null ? null : { start, end };
}

/** Index of the first piece whose side is wanted: sides never fall along the list. Null when one has no side. */
function firstThat(
  pieces: readonly Piece[],
  side: (piece: Piece) => number | null,
  wanted: (side: number) => boolean,
): number | null {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const found = side(pieces[middle] as Piece);
    if (found === null) return null;
    if (wanted(found)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** -1 for a piece before the block, 0 inside, 1 behind; null when that cannot be told. */
function sideOf(piece: Piece, block: Node): -1 | 0 | 1 | null {
  const first = piece.nodes[0];
  const node = first?.isConnected ? first : piece.block;
  if (block.contains(node)) return 0;
  const position = block.compareDocumentPosition(node);
  // The page has taken the piece's own node away: where in its block the piece stood is not known any more.
  if (position & (DISCONNECTED | CONTAINS)) return null;
  return position & FOLLOWING ? 1 : -1;
}

/** Node.DOCUMENT_POSITION_*, without the global. */
const DISCONNECTED = 1;
const FOLLOWING = 4;
const CONTAINS = 8;
