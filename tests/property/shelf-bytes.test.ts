import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packShelf, unpackShelf } from '../../src/storage/shelf-bytes.ts';

test('a shelf reads as it was written', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom('deflated' as const, 'stored' as const), (json, how) => {
      expect(unpackShelf(packShelf(json, how))).toBe(json);
    }),
  );
});

test('what was not written is refused, or reads as no shelf at all', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(300), (bytes, length) => {
      try {
        expect(new TextEncoder().encode(unpackShelf({ bytes, length }))).toHaveLength(length);
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
      }
    }),
  );
});
