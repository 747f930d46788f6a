import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadBytes } from '../../src/core/dataset/checksum.ts';
import { packShelf, unpackShelf } from '../../src/storage/shelf-bytes.ts';

/** Also as long as what is packed in more than one block, and as what repeats itself. */
const texts = fc.array(
  fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.tuple(fc.json(), fc.nat(3000)).map(([json, times]) => `[${Array(times + 1).fill(json)}]`),
  ),
);
const itemsOf = (texts: readonly string[]) => texts.map((json, i) => ({ id: `item-${i}`, json }));

test('a shelf reads as it was written, as text or as bytes, whole or in part', () => {
  fc.assert(
    fc.property(texts, fc.infiniteStream(fc.boolean()), (texts, choice) => {
      const is = () => choice.next().value === true;
      const items = itemsOf(texts);
      const packed = packShelf(
        items.map(({ id, json }) => ({ id, json: is() ? new TextEncoder().encode(json) : json })),
      );
      expect(unpackShelf(packed)).toEqual(items);
      const wanted = new Set(items.map(({ id }) => id).filter(is));
      expect(unpackShelf(packed, (id) => wanted.has(id))).toEqual(items.filter(({ id }) => wanted.has(id)));
    }),
  );
});

test('what was not written is refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(), (bytes, checksum) => {
      const ends = new Uint32Array([bytes.length]);
      expect(() => unpackShelf({ ids: ['item'], ends, bytes, checksum })).toThrow(Error);
    }),
  );
});

test('what does not unpack to what was packed is refused, or comes with zeros', () => {
  const { bytes: other } = packShelf([{ id: 'other', json: 'x'.repeat(500) }]);
  expect(other.length).toBeGreaterThan(0);
  const told: [bytes: number[], end: number][] = [
    [[], 0],
    [[5], 4],
    [[5, 0xfc], 5],
  ];
  for (const [numbers, end] of told) {
    const bytes = Uint8Array.from(numbers);
    const packed = { ids: ['item'], ends: Uint32Array.of(end), bytes, checksum: spreadBytes(bytes) };
    expect(() => unpackShelf(packed)).toThrow(Error);
  }
  const short = Uint8Array.of(5);
  expect(
    unpackShelf({ ids: ['item'], ends: Uint32Array.of(5), bytes: short, checksum: spreadBytes(short) }),
  ).toEqual([{ id: 'item', json: '\0'.repeat(5) }]);
});

test('a shelf that is cut off anywhere, or has another byte anywhere, is refused', () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.integer({ min: 1, max: 255 }), (texts, at, change) => {
      const packed = packShelf(itemsOf(texts));
      const { bytes } = packed;
      const place = at % bytes.length;
      expect(() => unpackShelf({ ...packed, bytes: bytes.subarray(0, place) })).toThrow(Error);
      const changed = bytes.with(place, (bytes[place] ?? 0) ^ change);
      expect(() => unpackShelf({ ...packed, bytes: changed })).toThrow(Error);
    }),
  );
});
