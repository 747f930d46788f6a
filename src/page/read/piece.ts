/** A piece of a page's text: what stands between two paragraph breaks. No name reaches across one, so pieces are read by themselves. */
import type { TextMap } from './text-map.ts';

export interface Piece extends Pick<TextMap, 'text' | 'starts' | 'ends' | 'nodes'> {
  /** The innermost block element that the text stands in. */
  readonly block: Node;
  /** The heading that it stands in: with it a section begins. */
  readonly heading: Element | null;
}

/** Whether two readings of a piece are the same text in the same nodes. */
export function isSamePiece(a: Piece, b: Piece): boolean {
  return (
    a.text === b.text &&
    a.block === b.block &&
    a.heading === b.heading &&
    a.nodes.length === b.nodes.length &&
    a.nodes.every((node, i) => node === b.nodes[i] && a.starts[i] === b.starts[i])
  );
}
