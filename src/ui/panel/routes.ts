/**
 * How the picture's lines go from name to name: straight where nothing is in between, else around the boxes in between, as a
 * string that is pulled tight would. A line that went under a box would look as if it belonged to that name.
 *
 * A tight string bends only at corners of boxes, so the ways to choose from are the corners that see one another (a visibility
 * graph; de Berg and others, Computational Geometry, chapter 15), and the shortest is found with Dijkstra's method. A bend
 * costs some pixels, so that a line rather takes a small detour than one more bend. With the 26 names that a picture has at
 * most there are a hundred corners: a few milliseconds, once for each layout.
 */
import type { Place, PlacedBox } from './boxes.ts';

export type Point = Place;

/** Pixels from a box to where lines bend around it, and how near they may come to any box that is not theirs. */
const BEND_AT = 4;
export const CLEARANCE = 2;
const COST_OF_BEND = 16;

/** The points of each line, its ends' middles included. A line that finds no way goes straight. */
export function routesOf(
  boxes: readonly PlacedBox[],
  edges: readonly (readonly [string, string])[],
): readonly (readonly Point[])[] {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  let corners: Corners | null = null;
  return edges.map(([from, to]) => {
    const [a, b] = [byId.get(from), byId.get(to)];
    if (!a || !b) return [];
    const others = boxes.filter((box) => box !== a && box !== b);
    if (isFree(a, b, others)) return [a, b];
    corners ??= cornersOf(boxes);
    return around(a, b, others, corners) ?? [a, b];
  });
}

/** Pixels before and after a bend that the curve takes: so few that it stays clear of the box. */
const ROUNDING = 4;

/** A line as SVG draws it, its bends rounded. */
export function pathData(route: readonly Point[]): string {
  const [first, ...rest] = route;
  if (!first || rest.length === 0) return '';
  const parts = rest.map((point, i) => {
    const next = rest[i + 1];
    if (!next) return `L${at(point)}`;
    const before = route[i] ?? first;
    return `L${at(towards(point, before))}Q${at(point)} ${at(towards(point, next))}`;
  });
  return `M${at(first)}${parts.join('')}`;
}

/** The point that is as far from `from` as bends are rounded, or half-way where the other is near. */
function towards(from: Point, to: Point): Point {
  const length = distance(from, to);
  const share = length === 0 ? 0 : Math.min(ROUNDING, length / 2) / length;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function at({ x, y }: Point): string {
  return `${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`;
}

/** True when nothing between the two points is nearer than allowed. */
export function isFree(from: Point, to: Point, boxes: readonly PlacedBox[]): boolean {
  return !boxes.some((box) => crosses(from, to, box));
}

interface Corners {
  readonly points: readonly Point[];
  /** For each point those that it sees, by number. */
  readonly seen: readonly (readonly number[])[];
}

function cornersOf(boxes: readonly PlacedBox[]): Corners {
  const points = boxes.flatMap((box) =>
    [-1, 1].flatMap((h) =>
      [-1, 1].flatMap((v) => {
        const point = {
          x: box.x + h * (box.width / 2 + BEND_AT),
          y: box.y + v * (box.height / 2 + BEND_AT),
        };
        return isFree(point, point, boxes) ? [point] : [];
      }),
    ),
  );
  const seen = points.map(() => [] as number[]);
  for (const [i, a] of points.entries())
    for (const [j, b] of points.entries())
      if (j > i && isFree(a, b, boxes)) {
        seen[i]?.push(j);
        seen[j]?.push(i);
      }
  return { points, seen };
}

/** The cheapest way over corners; null when there is none. */
function around(a: Point, b: Point, others: readonly PlacedBox[], { points, seen }: Corners): Point[] | null {
  const seesEnd = points.map((point) => isFree(point, b, others));
  const cost = points.map((point) =>
    isFree(a, point, others) ? distance(a, point) : Number.POSITIVE_INFINITY,
  );
  const before = points.map(() => -1);
  const open = new Set(points.keys());
  let best = Number.POSITIVE_INFINITY;
  let last = -1;
  while (open.size > 0) {
    const next = cheapest(open, cost);
    const [point, spent] = [points[next], cost[next] ?? Number.POSITIVE_INFINITY];
    if (!point || spent >= best) break;
    open.delete(next);
    const whole = spent + distance(point, b);
    if (seesEnd[next] && whole < best) [best, last] = [whole, next];
    for (const other of seen[next] ?? []) {
      const to = points[other];
      const through = to ? spent + distance(point, to) + COST_OF_BEND : Number.POSITIVE_INFINITY;
      if (through < (cost[other] ?? 0)) [cost[other], before[other]] = [through, next];
    }
  }
  if (last < 0) return null;
  const way: Point[] = [];
  for (let at = last; at >= 0; at = before[at] ?? -1) way.unshift(points[at] as Point);
  return [a, ...way, b];
}

function cheapest(open: ReadonlySet<number>, cost: readonly number[]): number {
  let best = -1;
  for (const i of open) if (best < 0 || (cost[i] ?? 0) < (cost[best] ?? 0)) best = i;
  return best;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** Whether any of the line lies inside the box with its clearance: the line's own box and the side of it that the corners are on tell. */
export function crosses(from: Point, to: Point, box: PlacedBox): boolean {
  const [right, down] = [box.width / 2 + CLEARANCE, box.height / 2 + CLEARANCE];
  const [x, y] = [from.x - box.x, from.y - box.y];
  const [toX, toY] = [to.x - box.x, to.y - box.y];
  // Most boxes are nowhere near.
  if (Math.min(x, toX) >= right || Math.max(x, toX) <= -right) return false;
  if (Math.min(y, toY) >= down || Math.max(y, toY) <= -down) return false;
  // What both ends agree on is settled: the line misses the box where all four corners are on one side of it.
  const [wayX, wayY] = [toX - x, toY - y];
  const middle = wayX * y - wayY * x;
  return Math.abs(middle) < Math.abs(wayX) * down + Math.abs(wayY) * right || (wayX === 0 && wayY === 0);
}
