import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels } from '../../../src/publish/report/labels.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const dot = fc.record({
  x: number(0, 300),
  y: number(0, 300),
  radius: number(3, 15),
  width: number(10, 120),
  height: fc.constant(9),
});

describe('placeLabels', () => {
  it('writes no name on another, and always the first', () => {
    fc.assert(
      fc.property(fc.array(dot, { minLength: 1, maxLength: 40 }), (dots) => {
        const labels = placeLabels(dots);
        expect(labels[0]).not.toBeNull();
        const boxes = labels.flatMap((label, i) => {
          const { width = 0, height = 0 } = dots[i] ?? {};
          return label ? [{ ...label, width, height }] : [];
        });
        for (const [i, a] of boxes.entries())
          for (const b of boxes.slice(i + 1))
            expect(
              Math.abs(a.x - b.x) >= (a.width + b.width) / 2 - 1e-9 || Math.abs(a.y - b.y) >= a.height - 1e-9,
            ).toBe(true);
      }),
    );
  });
});
