import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packShelf, unpackShelf } from '../../src/storage/shelf-bytes.ts';

/** As long as what is packed in more than one block, and as what repeats itself. */
const items = fc.array(
  fc.oneof(
    fc.json(),
    fc.tuple(fc.json(), fc.nat(3000)).map(([json, times]) => `[${Array(times + 1).fill(json)}]`),
  ),
);

test('a shelf reads as it was written, as text or as bytes', () => {
  fc.assert(
    fc.property(items, fc.infiniteStream(fc.boolean()), (texts, asBytes) => {
      const shelf = texts.map((text) => (asBytes.next().value ? new TextEncoder().encode(text) : text));
      expect(unpackShelf(packShelf(shelf))).toBe(`[${texts}]`);
    }),
  );
});

test('what was not written is refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(), (bytes, checksum) => {
      expect(() => unpackShelf({ bytes, checksum })).toThrow(Error);
    }),
  );
});

test('a shelf that is cut off anywhere, or has another byte anywhere, is refused', () => {
  fc.assert(
    fc.property(items, fc.nat(), fc.integer({ min: 1, max: 255 }), (texts, at, change) => {
      const { bytes, checksum } = packShelf(texts);
      const place = at % bytes.length;
      expect(() => unpackShelf({ bytes: bytes.subarray(0, place), checksum })).toThrow(Error);
      const changed = bytes.with(place, (bytes[place] ?? 0) ^ change);
      expect(() => unpackShelf({ bytes: changed, checksum })).toThrow(Error);
    }),
  );
});
