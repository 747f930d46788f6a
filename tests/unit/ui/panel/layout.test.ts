import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box } from '../../../../src/ui/panel/boxes.ts';
import { layOut } from '../../../../src/ui/panel/layout.ts';

const box = (id: string): Box => ({ id, width: 60 + (id.charCodeAt(0) % 5) * 18, height: 25 });
const ids = 'abcdefghijklmnopqrstuvwxyz'.split('');
const picture = fc.record({
  names: fc.subarray(ids, { minLength: 1, maxLength: 20 }),
  ends: fc.array(fc.tuple(fc.nat(25), fc.nat(25)), { maxLength: 25 }),
  width: fc.integer({ min: 260, max: 700 }),
});

function edgesOf(names: readonly string[], ends: readonly (readonly [number, number])[]) {
  return ends.map(([a, b]) => [names[a % names.length] ?? '', names[b % names.length] ?? ''] as const);
}

describe('the picture', () => {
  test('shows every name whole, beside and not over the others', () => {
    fc.assert(
      fc.property(picture, ({ names, ends, width }) => {
        const boxes = names.map(box);
        const { places, height } = layOut(boxes, edgesOf(names, ends), width);
        const rects = boxes.map(({ id, ...size }) => ({ ...size, ...(places.get(id) ?? { x: -1, y: -1 }) }));
        for (const [i, a] of rects.entries()) {
          expect(a.x - a.width / 2).toBeGreaterThanOrEqual(0);
          expect(a.x + a.width / 2).toBeLessThanOrEqual(width);
          expect(a.y - a.height / 2).toBeGreaterThanOrEqual(0);
          expect(a.y + a.height / 2).toBeLessThanOrEqual(height);
          for (const b of rects.slice(i + 1)) {
            const apart =
              Math.abs(a.x - b.x) >= (a.width + b.width) / 2 ||
              Math.abs(a.y - b.y) >= (a.height + b.height) / 2;
            expect(apart).toBe(true);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test('leaves no wide empty band between parts that nothing connects', () => {
    fc.assert(
      fc.property(picture, ({ names, ends, width }) => {
        const boxes = names.map(box);
        const { places } = layOut(boxes, edgesOf(names, ends), width);
        const spans = boxes
          .map(({ id, height }) => ({ y: places.get(id)?.y ?? 0, half: height / 2 }))
          .sort((a, b) => a.y - a.half - (b.y - b.half));
        let bottom = spans[0] ? spans[0].y - spans[0].half : 0;
        for (const { y, half } of spans) {
          expect(y - half - bottom).toBeLessThanOrEqual(26.001);
          bottom = Math.max(bottom, y + half);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('is the same for the same names', () => {
    const edges = edgesOf(['a', 'b', 'c'], [[0, 1]]);
    const boxes = ['a', 'b', 'c'].map(box);
    expect(layOut(boxes, edges, 320)).toEqual(layOut(boxes, edges, 320));
  });

  test('keeps names where they are to one another when others join', () => {
    const edges = edgesOf(['a', 'b', 'c'], [[0, 1]]);
    const before = layOut(['a', 'b'].map(box), edges, 320).places;
    const after = layOut(['a', 'b', 'c'].map(box), [...edges, ['b', 'c']], 320, before).places;
    const offset = (places: typeof before) => {
      const [a, b] = [places.get('a'), places.get('b')];
      return [(a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0)].map((n) => Math.round(n * 1000));
    };
    expect(offset(after)).toEqual(offset(before));
  });

  test('of nothing is nothing', () => {
    expect(layOut([], [], 320)).toEqual({ places: new Map(), height: 0 });
  });
});
