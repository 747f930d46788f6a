/** Where a mention's words stand on the screen, whichever sort of range they are kept in. */

/** A live range for any range (Highlight takes static ones, measuring does not); null once its nodes have left the page. */
export function liveRange(range: AbstractRange): Range | null {
  const { startContainer, endContainer } = range;
  if (!startContainer.isConnected || !endContainer.isConnected) return null;
  if (range instanceof Range) return range;
  try {
    const live = document.createRange();
    live.setStart(startContainer, range.startOffset);
    live.setEnd(endContainer, range.endOffset);
    return live;
  } catch {
    // The text was shortened under us: the offsets no longer exist, and so the words are gone.
    return null;
  }
}

/** The box of the line of the range that is nearest to a point, or of its first line; null once it is gone or has no box. */
export function lineBox(range: AbstractRange, point: { x: number; y: number } | null): DOMRect | null {
  const rects = [...(liveRange(range)?.getClientRects() ?? [])].filter(
    (rect) => rect.width > 0 && rect.height > 0,
  );
  const [first] = rects;
  if (!first || !point) return first ?? null;
  return rects.reduce((best, rect) => (distance(rect, point) < distance(best, point) ? rect : best), first);
}

/** The box around all lines of the range; null once it is gone or has no box. */
export function wholeBox(range: AbstractRange): DOMRect | null {
  const box = liveRange(range)?.getBoundingClientRect();
  return box && box.width > 0 && box.height > 0 ? box : null;
}

function distance(rect: DOMRect, { x, y }: { x: number; y: number }): number {
  const dx = Math.max(rect.left - x, 0, x - rect.right);
  const dy = Math.max(rect.top - y, 0, y - rect.bottom);
  return dx * dx + dy * dy;
}
