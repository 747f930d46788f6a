/** The part of a long text that the reader sees first. */
import { windowOf } from './past-fields.ts';
import type { Piece } from './piece.ts';

/** UTF-16 units on either side of what is in view: some screens of text. */
const AROUND = 30_000;

/**
 * The pieces around the middle of the window; from the top where nothing can be told. Asks the page for its layout: ask
 * after a frame, when there is one.
 */
export function piecesInView(document: Document, pieces: readonly Piece[]): readonly Piece[] {
  const window = windowOf(document);
  const element = window ? document.elementFromPoint(window.innerWidth / 2, window.innerHeight / 2) : null;
  const middle = element
    ? pieces.findIndex(({ block }) => element.contains(block) || block.contains(element))
    : -1;
  let [start, end] = [Math.max(0, middle), Math.max(0, middle)];
  for (let units = 0; start > 0 && units < AROUND; start--) units += (pieces[start - 1] as Piece).text.length;
  for (let units = 0; end < pieces.length && units < AROUND; end++)
    units += (pieces[end] as Piece).text.length;
  return pieces.slice(start, end);
}
