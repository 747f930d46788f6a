import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/core/text/fold.ts';

describe('fold (laws)', () => {
  it('folding twice equals folding once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => fold(fold(text)) === fold(text)),
    );
  });

  it('is idempotent for every unit there is', () => {
    const changed: string[] = [];
    for (let unit = 0; unit <= 0xffff; unit++) {
      const once = fold(String.fromCharCode(unit));
      if (fold(once) !== once) changed.push(unit.toString(16));
    }
    expect(changed).toEqual([]);
  });

  it('never makes text longer and never throws on lone surrogates', () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 });
    fc.assert(
      fc.property(units, (codes) => {
        const text = String.fromCharCode(...codes);
        expect(fold(text).length).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
