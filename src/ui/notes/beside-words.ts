/** Keeps boxes beside the words they belong to, while the page scrolls and the window changes its size. */
import { windowSize } from '../window-size.ts';
import { placeBeside, placeInCorner } from './placing.ts';

/** Where the words are in the window now; null when they are nowhere. */
export type Anchor = () => DOMRect | null;

/**
 * From now on the box in this part stands beside these words; without words, in the corner of the window. A part that is
 * empty is passed over.
 */
export type KeepBeside = (part: HTMLElement, anchor: Anchor | null) => void;

/** Ends with the signal. */
export function createKeepBeside(document: Document, signal: AbortSignal): KeepBeside {
  const anchors = new Map<HTMLElement, Anchor | null>();
  let frame = 0;
  const placeAll = () => {
    frame = 0;
    for (const [part, anchor] of anchors) place(document, part, anchor);
  };
  const follow = () => {
    if (frame === 0) frame = requestAnimationFrame(placeAll);
  };
  addEventListener('scroll', follow, { passive: true, capture: true, signal });
  addEventListener('resize', follow, { passive: true, signal });
  return (part, anchor) => {
    anchors.set(part, anchor);
    placeAll();
  };
}

function place(document: Document, part: HTMLElement, anchor: Anchor | null): void {
  const box = part.firstElementChild;
  if (!(box instanceof HTMLElement)) return;
  const words = anchor?.() ?? null;
  const size = { width: box.offsetWidth, height: box.offsetHeight };
  const window = windowSize(document);
  const { left, top } = words ? placeBeside(words, size, window) : placeInCorner(size, window);
  part.style.setProperty('transform', `translate(${Math.round(left)}px, ${Math.round(top)}px)`);
}
