/**
 * Where the names of the picture stand. Forces find the places (d3-force); names are wide and low, so they push one another
 * away as boxes and not as circles. No chance is in it: the same names give the same picture, and those that were there
 * before stay where they are when others join them.
 */
import {
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import type { Box, Place } from './boxes.ts';
import { tidy } from './tidy.ts';

export interface Layout {
  readonly places: ReadonlyMap<string, Place>;
  readonly height: number;
}

const ROUNDS = 240;
/** Pixels between two boxes, and between a box and the rim. */
const GAP = 14;
const RIM = 4;
/** Between two boxes in the end, whatever happens: a line fits through. */
const LANE = 6;
/** Height of the widest empty band across the picture. */
const WIDEST_BAND = 26;

interface Node extends SimulationNodeDatum, Box {}

/** Lays the boxes out in a picture of this width; its height follows. `kept` are places that must not change. */
export function layOut(
  boxes: readonly Box[],
  edges: readonly (readonly [string, string])[],
  width: number,
  kept: ReadonlyMap<string, Place> = new Map(),
): Layout {
  const nodes: Node[] = boxes.map((box, i) => {
    const place = kept.get(box.id);
    // New ones start on a spiral: d3's own start, in the picture's middle and narrower than it is wide.
    const angle = i * Math.PI * (3 - Math.sqrt(5));
    const far = 14 * Math.sqrt(i);
    const start = { x: width / 2 + far * Math.cos(angle), y: middleOf(kept) + far * Math.sin(angle) };
    return { ...box, ...(place ? { ...place, fx: place.x, fy: place.y } : start) };
  });
  const simulation = forceSimulation(nodes)
    .force(
      'link',
      forceLink<Node, { source: string; target: string }>(
        edges.map(([source, target]) => ({ source, target })),
      )
        .id(({ id }) => id)
        .distance(64)
        .strength(0.4),
    )
    .force('charge', forceManyBody().strength(-320).distanceMax(320))
    .force('x', forceX(width / 2).strength(0.05))
    .force('y', forceY(middleOf(kept)).strength(0.03))
    .stop();
  for (let round = 0; round < ROUNDS; round++) {
    simulation.tick();
    pushApart(nodes);
    for (const node of nodes) keepInside(node, width);
  }
  // Pushing apart may need more rounds than finding the places. In narrow pictures it may never end: then it gives up.
  for (let round = 0; round < ROUNDS && pushApart(nodes); round++)
    for (const node of nodes) keepInside(node, width);
  settle(nodes);
  const placed = nodes.map((node) => ({ ...node, x: xOf(node), y: yOf(node) }));
  tidy(placed, edges, (id) => kept.has(id), { width, rim: RIM, gap: GAP });
  for (const [i, { x, y }] of placed.entries()) Object.assign(nodes[i] ?? {}, { x, y });
  if (kept.size === 0) closeGaps(nodes);
  return framed(nodes, kept.size > 0);
}

/** Parts that nothing connects drift away from one another: empty bands across the picture are made narrow. */
function closeGaps(nodes: readonly Node[]): void {
  const byTop = [...nodes].sort((a, b) => yOf(a) - a.height / 2 - (yOf(b) - b.height / 2));
  let bottom = Number.POSITIVE_INFINITY;
  let up = 0;
  for (const node of byTop) {
    const top = yOf(node) - node.height / 2 - up;
    up += Math.max(0, top - bottom - WIDEST_BAND);
    node.y = yOf(node) - up;
    bottom = Math.max(bottom === Number.POSITIVE_INFINITY ? top : bottom, node.y + node.height / 2);
  }
}

/** Moves overlapping boxes from one another, by the shorter way; true when any did overlap. */
function pushApart(nodes: readonly Node[]): boolean {
  let any = false;
  for (const [i, a] of nodes.entries()) {
    for (const b of nodes.slice(i + 1)) {
      const [dx, dy] = [xOf(b) - xOf(a), yOf(b) - yOf(a)];
      const overX = (a.width + b.width) / 2 + GAP - Math.abs(dx);
      const overY = (a.height + b.height) / 2 + GAP - Math.abs(dy);
      if (overX <= 0.5 || overY <= 0.5) continue;
      any = true;
      if (overX < overY) shift(a, b, 'x', (dx < 0 ? -1 : 1) * overX);
      else shift(a, b, 'y', (dy < 0 ? -1 : 1) * overY);
    }
  }
  return any;
}

/** What still overlaps, or leaves no room for a line, moves down until it does not: from the top, those that must not move first. */
function settle(nodes: readonly Node[]): void {
  const placed: Node[] = [];
  const order = [...nodes].sort((a, b) => Number(a.fx == null) - Number(b.fx == null) || yOf(a) - yOf(b));
  for (const node of order) {
    const hit = () =>
      placed.find(
        (other) =>
          Math.abs(xOf(node) - xOf(other)) < (node.width + other.width) / 2 + LANE &&
          Math.abs(yOf(node) - yOf(other)) < (node.height + other.height) / 2 + LANE,
      );
    if (node.fx == null)
      for (let other = hit(); other; other = hit())
        node.y = yOf(other) + (node.height + other.height) / 2 + GAP / 2;
    placed.push(node);
  }
}

/** Half each, or the whole by the one that may move. */
function shift(a: Node, b: Node, axis: 'x' | 'y', by: number): void {
  const [aFixed, bFixed] = [a.fx != null, b.fx != null];
  const share = aFixed === bFixed ? 0.5 : aFixed ? 0 : 1;
  if (!aFixed) a[axis] = (a[axis] ?? 0) - by * share;
  if (!bFixed) b[axis] = (b[axis] ?? 0) + by * (1 - share);
}

function keepInside(node: Node, width: number): void {
  if (node.fx != null) return;
  const half = node.width / 2 + RIM;
  node.x = half * 2 > width ? width / 2 : Math.min(width - half, Math.max(half, xOf(node)));
}

/** Moves the picture so that it begins at 0. Places that are kept move only where a new one would stand above the rim. */
function framed(nodes: readonly Node[], stays: boolean): Layout {
  if (nodes.length === 0) return { places: new Map(), height: 0 };
  const room = RIM - Math.min(...nodes.map((node) => yOf(node) - node.height / 2));
  const offset = stays ? Math.max(0, room) : room;
  const places = new Map(nodes.map((node) => [node.id, { x: xOf(node), y: yOf(node) + offset }]));
  const bottom = Math.max(...nodes.map((node) => yOf(node) + node.height / 2));
  return { places, height: Math.ceil(bottom + offset + RIM) };
}

function middleOf(kept: ReadonlyMap<string, Place>): number {
  const all = [...kept.values()].map(({ y }) => y);
  return all.length === 0 ? 0 : (Math.min(...all) + Math.max(...all)) / 2;
}

function xOf({ x }: Node): number {
  return x ?? 0;
}

function yOf({ y }: Node): number {
  return y ?? 0;
}
