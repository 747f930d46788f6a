/**
 * Where the pointer is going: how fast, and whether it is on its way from a word to the word's card. Pure geometry.
 *
 * The way to a card leads past its corners and over other words. A pointer that leaves a word inside the triangle between
 * the point where it left and a side of the card, and comes nearer with every movement, is on its way there (the "safe
 * triangle" of nested menus; Kramer, Inside Macintosh 1986, and Tognazzini after him).
 */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Pixels in a millisecond from which a movement is a sweep. A hand that aims slows down to a third of this. */
export const SWEEP = 0.6;
/** Pixels around the card that count as its own: hands are not rulers. */
const SLACK = 8;
/** Milliseconds after which two movements are two gestures. */
const GESTURE = 120;

export interface Aim {
  /** The pointer moved to `point` at `time` (milliseconds). True while it sweeps. */
  moved(point: Point, time: number): boolean;
  /** The pointer was on the word of the open card, at this point: the way to the card begins here. */
  on(point: Point): void;
  /** True when the pointer has come nearer to the card, inside the triangle. */
  isNearing(point: Point, card: Box): boolean;
}

export function createAim(): Aim {
  let last: (Point & { readonly time: number }) | null = null;
  let apex: Point | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  return {
    moved(point, time) {
      const before = last;
      last = { ...point, time };
      if (!before || time - before.time > GESTURE) return false;
      const distance = Math.hypot(point.x - before.x, point.y - before.y);
      return distance / Math.max(1, time - before.time) > SWEEP;
    },
    on(point) {
      apex = point;
      nearest = Number.POSITIVE_INFINITY;
    },
    isNearing(point, card) {
      if (!apex || !isBetween(apex, point, card)) return false;
      const distance = distanceTo(card, point);
      if (distance >= nearest) return false;
      nearest = distance;
      return true;
    },
  };
}

/** True when the point lies in one of the triangles between `apex` and the sides of the box (with some slack), or in it. */
export function isBetween(apex: Point, point: Point, box: Box): boolean {
  const left = box.left - SLACK;
  const right = box.right + SLACK;
  const top = box.top - SLACK;
  const bottom = box.bottom + SLACK;
  if (point.x >= left && point.x <= right && point.y >= top && point.y <= bottom) return true;
  const corners = [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
  return corners.some((corner, i) => isInTriangle(point, apex, corner, corners[(i + 1) % 4] as Point));
}

/** Square pixels: on the line itself, arithmetic with fractions ends a little on either side. */
const ROUNDING = 1e-6;

function isInTriangle(p: Point, a: Point, b: Point, c: Point): boolean {
  const sides = [side(p, a, b), side(p, b, c), side(p, c, a)];
  return !(sides.some((s) => s < -ROUNDING) && sides.some((s) => s > ROUNDING));
}

/** On which side of the line from a to b the point lies. */
function side(p: Point, a: Point, b: Point): number {
  return (p.x - b.x) * (a.y - b.y) - (a.x - b.x) * (p.y - b.y);
}

function distanceTo(box: Box, { x, y }: Point): number {
  return Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
}
