import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { neighboursOf, shortestPath } from '../../../../src/core/dataset/paths.ts';

const entity = (id: string, ...targets: string[]) => ({
  id,
  relations: targets.map((target) => ({ target, sources: ['s'] })),
});

const SQUARE = neighboursOf([
  entity('a', 'b', 'c'),
  entity('b', 'd'),
  entity('c', 'd'),
  entity('d'),
  entity('z'),
]);

describe('the shortest path', () => {
  test.each<[string, string, string[] | null]>([
    ['a', 'b', ['a', 'b']],
    ['b', 'a', ['b', 'a']],
    ['a', 'd', ['a', 'b', 'd']],
    ['a', 'a', ['a']],
    ['a', 'z', null],
    ['a', 'nobody', null],
  ])('from %s to %s is %j', (from, to, path) => {
    expect(shortestPath(SQUARE, from, to)).toEqual(path);
  });

  test('passes what the reader has before them, where that is no longer', () => {
    expect(shortestPath(SQUARE, 'a', 'd', new Set(['c']))).toEqual(['a', 'c', 'd']);
    expect(shortestPath(SQUARE, 'a', 'b', new Set(['c', 'd']))).toEqual(['a', 'b']);
  });

  test('takes no relation without a source, and none that leads nowhere', () => {
    const neighbours = neighboursOf([
      {
        id: 'a',
        relations: [
          { target: 'b', sources: [] },
          { target: 'gone', sources: ['s'] },
        ],
      },
      entity('b'),
    ]);
    expect(shortestPath(neighbours, 'a', 'b')).toBeNull();
    expect(neighbours.has('gone')).toBe(false);
  });

  test('is a way over relations, and no naive search finds a shorter one', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const graph = fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 14 });
    fc.assert(
      fc.property(graph, fc.subarray(ids), (edges, preferred) => {
        const neighbours = neighboursOf(
          ids.map((id) => entity(id, ...edges.filter(([from]) => from === id).map(([, to]) => to))),
        );
        const path = shortestPath(neighbours, 'a', 'g', new Set(preferred));
        expect(path === null ? Number.POSITIVE_INFINITY : path.length).toBe(naive(edges, 'a', 'g'));
        for (const [i, id] of (path ?? []).entries()) {
          if (i > 0) expect(neighbours.get(path?.[i - 1] ?? '')?.has(id)).toBe(true);
        }
      }),
    );
  });
});

/** Length in entities of the shortest way, by trying every way without a loop. */
function naive(
  edges: readonly (readonly [string, string])[],
  from: string,
  to: string,
  seen: string[] = [],
): number {
  if (from === to) return 1;
  const next = edges.flatMap(([a, b]) => (a === from ? [b] : b === from ? [a] : []));
  return Math.min(
    Number.POSITIVE_INFINITY,
    ...next
      .filter((id) => id !== from && !seen.includes(id))
      .map((id) => 1 + naive(edges, id, to, [...seen, from])),
  );
}
