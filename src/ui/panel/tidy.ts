/**
 * Makes a picture easier to read once forces have found the places: a name goes where its lines meet fewer boxes and fewer
 * other lines, if there is such a place near by. One name after the other, the same each time; nothing is left to chance.
 *
 * What is weighed, in pixels of line: a line that has to go around a box, or a box that stands in a line's way; two lines that
 * cross; and the lines' length. A move has to be worth something, or names would wander about.
 */
import type { Place, PlacedBox } from './boxes.ts';
import { crosses } from './routes.ts';

const COST_OF_DETOUR = 120;
const COST_OF_CROSSING = 40;
/** Pixels that a move has to save. */
const WORTHWHILE = 10;
/** Pixels from one place that is tried to the next. */
const STEP = { x: 26, y: 20 };
const ROUNDS = 4;
/**
 * Lines of a picture that is tidied. Looking takes time by the square of their number (50: a tenth of a second); where there are
 * more, no place is free of them.
 */
const MOST_EDGES = 50;
/** Pixels that the picture may grow below: in a narrow one there is no room beside. */
const MORE_ROOM = 140;

type Edges = readonly (readonly [PlacedBox, PlacedBox])[];
type Area = Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>;
type Mutable = { -readonly [Key in keyof PlacedBox]: PlacedBox[Key] };

/** Moves the boxes that are not kept, inside a picture of this width; it may become somewhat higher. */
export function tidy(
  boxes: readonly Mutable[],
  edges: readonly (readonly [string, string])[],
  isKept: (id: string) => boolean,
  { width, rim, gap }: { readonly width: number; readonly rim: number; readonly gap: number },
): void {
  const ends = endsOf(boxes, edges);
  if (ends.length > MOST_EDGES) return;
  const area = {
    left: rim,
    right: width - rim,
    top: Math.min(...boxes.map((box) => box.y - box.height / 2)),
    bottom: Math.max(...boxes.map((box) => box.y + box.height / 2)) + MORE_ROOM,
  };
  for (let round = 0; round < ROUNDS; round++) {
    const moved = boxes.filter((box) => {
      if (isKept(box.id)) return false;
      const before = { x: box.x, y: box.y };
      const others = boxes.filter((other) => other !== box);
      Object.assign(box, bestPlace(box, others, ends, area, gap));
      return box.x !== before.x || box.y !== before.y;
    });
    if (moved.length === 0) return;
  }
}

/** The boxes at both ends of each line. Several relations of two names are one line. */
function endsOf(boxes: readonly PlacedBox[], edges: readonly (readonly [string, string])[]): Edges {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const pairs = new Map(edges.map((edge) => [[...edge].sort().join('\n'), edge]));
  return [...pairs.values()].flatMap(([from, to]): Edges => {
    const [a, b] = [byId.get(from), byId.get(to)];
    return a && b && a !== b ? [[a, b]] : [];
  });
}

/** Where the box stands best, all others staying where they are. Tries places by moving it there. */
function bestPlace(
  box: Mutable,
  others: readonly PlacedBox[],
  ends: Edges,
  { left, right, top, bottom }: Area,
  gap: number,
): Place {
  const [halfWidth, halfHeight] = [box.width / 2, box.height / 2];
  let best: Place = { x: box.x, y: box.y };
  let least = costOf(box, others, ends) - WORTHWHILE;
  for (let y = top + halfHeight; y <= bottom - halfHeight; y += STEP.y)
    for (let x = left + halfWidth; x <= right - halfWidth; x += STEP.x) {
      [box.x, box.y] = [x, y];
      if (others.some((other) => isTooNear(box, other, gap))) continue;
      const cost = costOf(box, others, ends, least);
      if (cost < least) [best, least] = [{ x, y }, cost];
    }
  return best;
}

function isTooNear(a: PlacedBox, b: PlacedBox, gap: number): boolean {
  return (
    Math.abs(a.x - b.x) < (a.width + b.width) / 2 + gap &&
    Math.abs(a.y - b.y) < (a.height + b.height) / 2 + gap
  );
}

/** What depends on where the box stands: its own lines, and those of others that it stands in the way of. Stops past `limit`. */
function costOf(
  box: PlacedBox,
  others: readonly PlacedBox[],
  ends: Edges,
  limit = Number.POSITIVE_INFINITY,
): number {
  let cost = 0;
  for (const [a, b] of ends) {
    if (a === box || b === box) {
      cost += Math.hypot(a.x - b.x, a.y - b.y);
      for (const other of others)
        if (other !== a && other !== b && crosses(a, b, other)) cost += COST_OF_DETOUR;
      for (const [c, d] of ends) if (doCross(a, b, c, d)) cost += COST_OF_CROSSING;
    } else if (crosses(a, b, box)) cost += COST_OF_DETOUR;
    if (cost > limit) return cost;
  }
  return cost;
}

/** Whether two lines cross; those that share an end do not. */
function doCross(a: PlacedBox, b: PlacedBox, c: PlacedBox, d: PlacedBox): boolean {
  if (a === c || a === d || b === c || b === d) return false;
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function side(a: PlacedBox, b: PlacedBox, c: PlacedBox): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}
