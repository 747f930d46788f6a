/** Where names can be written beside dots so that none lies on another. */

export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Of its name. */
  readonly width: number;
  readonly height: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const GAP = 2;

/**
 * For each dot, in the order in which they are given (the most important first), the middle of its name's baseline: above,
 * below, or null where both would lie on a name that is there already.
 */
export function placeLabels(dots: readonly Dot[]): ({ x: number; y: number } | null)[] {
  const taken: Box[] = [];
  return dots.map(({ x, y, radius, width, height }) => {
    for (const baseline of [y - radius - GAP, y + radius + height]) {
      const box = {
        left: x - width / 2,
        right: x + width / 2,
        top: baseline - height,
        bottom: baseline + GAP,
      };
      if (taken.some((other) => meet(box, other))) continue;
      taken.push(box);
      return { x, y: baseline };
    }
    return null;
  });
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
