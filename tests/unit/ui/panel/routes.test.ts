import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlacedBox } from '../../../../src/ui/panel/boxes.ts';
import { labelOf } from '../../../../src/ui/panel/label.ts';
import { layOut } from '../../../../src/ui/panel/layout.ts';
import { type Point, routesOf } from '../../../../src/ui/panel/routes.ts';

/** Points of a line, near enough to find any box that it passes. */
function* along(route: readonly Point[]) {
  for (const [i, to] of route.entries()) {
    const from = route[i - 1];
    if (!from) continue;
    const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) * 2);
    for (let s = 0; s <= steps; s++)
      yield { x: from.x + ((to.x - from.x) * s) / steps, y: from.y + ((to.y - from.y) * s) / steps };
  }
}

/** Boxes that a line passes without being theirs. */
function crossed(boxes: readonly PlacedBox[], edge: readonly [string, string], route: readonly Point[]) {
  const others = boxes.filter(({ id }) => !edge.includes(id));
  const inside = ({ x, y }: Point, box: PlacedBox) =>
    Math.abs(x - box.x) < box.width / 2 + 1 && Math.abs(y - box.y) < box.height / 2 + 1;
  const found = new Set<string>();
  for (const point of along(route)) for (const box of others) if (inside(point, box)) found.add(box.id);
  return [...found];
}

const NAMES = [
  'Huawei',
  'NSO',
  'Serbian Interior Ministry',
  'Commissioner for Information of Public Importance',
  'Safe City Belgrade',
  'EU AI Act',
  'Citizen Lab',
];
interface Graph {
  readonly count: number;
  readonly ends: readonly (readonly [number, number])[];
  readonly width: number;
  readonly guests: number;
}
/** As many names as a picture has, of all sizes, and more lines than any page has. */
const graph: fc.Arbitrary<Graph> = fc.record({
  count: fc.integer({ min: 2, max: 26 }),
  ends: fc.array(fc.tuple(fc.nat(25), fc.nat(25)), { minLength: 1, maxLength: 45 }),
  width: fc.integer({ min: 260, max: 700 }),
  guests: fc.nat(4),
});

function drawn({ count, ends, width, guests }: Graph) {
  const boxes = Array.from({ length: count }, (_, i) => ({
    id: `n${i}`,
    ...labelOf(NAMES[(i * 5) % NAMES.length] ?? ''),
  }));
  const edges = ends.map(([a, b]) => [`n${a % count}`, `n${b % count}`] as const).filter(([a, b]) => a !== b);
  const own = boxes.slice(0, Math.max(1, count - guests));
  const isOwn = (id: string) => own.some((box) => box.id === id);
  const first = layOut(
    own,
    edges.filter((edge) => edge.every(isOwn)),
    width,
  );
  const { places } = own.length === count ? first : layOut(boxes, edges, width, first.places);
  const placed = boxes.map((box) => ({ ...box, ...(places.get(box.id) ?? { x: 0, y: 0 }) }));
  return { placed, edges };
}

describe('the lines of the picture', () => {
  test('pass under no box that is not theirs', () => {
    fc.assert(
      fc.property(graph, (made) => {
        const { placed, edges } = drawn(made);
        const routes = routesOf(placed, edges);
        expect(edges.map((edge, i) => crossed(placed, edge, routes[i] ?? []))).toEqual(edges.map(() => []));
      }),
      { numRuns: 60 },
    );
  });

  test('stay straight where nothing is in between', () => {
    const [a, b] = [
      { id: 'a', x: 50, y: 20, width: 60, height: 25 },
      { id: 'b', x: 50, y: 200, width: 60, height: 25 },
    ];
    expect(routesOf([a, b], [['a', 'b']])).toEqual([[a, b]]);
    const between = { id: 'c', x: 50, y: 100, width: 80, height: 25 };
    expect(routesOf([a, b, between], [['a', 'b']])[0]?.length).toBeGreaterThan(2);
  });

  test('with an end that has no place is no line', () => {
    expect(routesOf([], [['a', 'b']])).toEqual([[]]);
  });
});
