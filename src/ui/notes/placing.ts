/** Where a box stands beside some words: below them if there is room, above them if not, always within the window. */
import { clamp } from '../clamp.ts';

const GAP = 8;
const EDGE = 8;

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Place {
  readonly left: number;
  readonly top: number;
}

export function placeBeside(words: DOMRect, box: Size, window: Size): Place {
  const below = words.bottom + GAP;
  const above = words.top - GAP - box.height;
  const fitsBelow = below + box.height <= window.height - EDGE;
  const top = fitsBelow || above < EDGE ? below : above;
  return {
    left: clamp(words.left, EDGE, window.width - EDGE - box.width),
    top: clamp(top, EDGE, window.height - EDGE - box.height),
  };
}
