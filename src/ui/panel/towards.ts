/** Which name an arrow key leads to: the nearest one in its direction. */
import type { Place } from './boxes.ts';

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Null for other keys, and where nothing lies that way. What lies aside counts as twice as far. */
export function nearestTowards(places: ReadonlyMap<string, Place>, from: string, key: string): string | null {
  const direction = DIRECTIONS[key];
  const here = places.get(from);
  if (!direction || !here) return null;
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [id, { x, y }] of places) {
    const [dx, dy] = [x - here.x, y - here.y];
    const ahead = dx * direction[0] + dy * direction[1];
    const aside = Math.abs(dx * direction[1]) + Math.abs(dy * direction[0]);
    if (id === from || ahead <= 1) continue;
    const far = ahead + 2 * aside;
    if (far < least) [best, least] = [id, far];
  }
  return best;
}
