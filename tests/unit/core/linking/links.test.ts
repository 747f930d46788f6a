import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linksInSteps } from '../../../../src/core/linking/links.ts';
import { runSteps } from '../../../../src/core/linking/steps.ts';

describe('links', () => {
  it('are the neighbours of each entity in either direction, in order and each once', () => {
    const relations = fc
      .integer({ min: 1, max: 12 })
      .chain((count) =>
        fc.tuple(
          fc.constant(count),
          fc.array(fc.tuple(fc.nat({ max: count - 1 }), fc.nat({ max: count - 1 })), { maxLength: 40 }),
        ),
      );
    fc.assert(
      fc.property(relations, ([count, pairs]) => {
        const { starts, neighbours } = runSteps(linksInSteps(count, Int32Array.from(pairs.flat())));
        const found = Array.from({ length: count }, (_, i) => [
          ...neighbours.subarray(starts[i], starts[i + 1]),
        ]);
        const expected = found.map((_, i) => {
          const ends = pairs.flatMap(([a, b]) => (a === i ? [b] : b === i ? [a] : []));
          return [...new Set(ends)].sort((a, b) => a - b);
        });
        expect(found).toEqual(expected);
        expect(neighbours).toHaveLength(expected.flat().length);
      }),
    );
  });
});
