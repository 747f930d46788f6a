/** Where a box of the notes stands: always within the window. */
import { clamp } from '../clamp.ts';

const GAP = 8;
const EDGE = 8;
/** Pixels between a box without words and the window's right and lower edge; below it is the notes' corner. */
const RIGHT = 16;
const BOTTOM = 64;

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Place {
  readonly left: number;
  readonly top: number;
}

/** Below the words if there is room, above them if not. */
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

/** Without words: above the notes' corner, or over it in a window that has no room for both. */
export function placeInCorner(box: Size, window: Size): Place {
  return {
    left: clamp(window.width - RIGHT - box.width, EDGE, window.width - EDGE - box.width),
    top: clamp(window.height - BOTTOM - box.height, EDGE, window.height - EDGE - box.height),
  };
}
