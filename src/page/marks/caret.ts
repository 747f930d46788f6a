/** The place in the text at a point of the window. Browsers have two ways to ask for it. */

export interface Caret {
  readonly node: Node;
  readonly offset: number;
}

/** Snaps to the nearest text. Of shadow trees, those are entered that it is told of. Null where there is nothing. */
export function caretAt(
  document: Document,
  x: number,
  y: number,
  shadowRoots: readonly ShadowRoot[],
): Caret | null {
  if (typeof document.caretPositionFromPoint === 'function') {
    const position = document.caretPositionFromPoint(x, y, { shadowRoots: [...shadowRoots] });
    return position && { node: position.offsetNode, offset: position.offset };
  }
  // Chromium before 128.
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}
