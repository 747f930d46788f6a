import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/core/text/fold.ts';

describe('fold (laws)', () => {
  it('folding twice equals folding once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => fold(fold(text)) === fold(text)),
    );
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
