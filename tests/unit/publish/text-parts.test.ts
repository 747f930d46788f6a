import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TextPart, textParts } from '../../../src/publish/text-parts.ts';

async function partsOf(chunks: readonly string[], units: number): Promise<TextPart[]> {
  const parts: TextPart[] = [];
  for await (const part of textParts(toStream(chunks), units)) parts.push(part);
  return parts;
}

async function* toStream(chunks: readonly string[]) {
  yield* chunks;
}

describe('textParts', () => {
  it('gives every unit once, in order, in parts no longer than asked, wherever the chunks end', async () => {
    const unit = fc.constantFrom('a', 'b', ' ', '\n', '\n\n', '😀');
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.array(unit, { maxLength: 12 }).map((units) => units.join('')),
          { maxLength: 8 },
        ),
        fc.integer({ min: 2, max: 20 }),
        async (chunks, units) => {
          const parts = await partsOf(chunks, units);
          expect(parts.map(({ text }) => text).join('')).toBe(chunks.join(''));
          let offset = 0;
          for (const part of parts) {
            expect(part.offset).toBe(offset);
            expect(part.text.length).toBeLessThanOrEqual(units);
            expect(part.text).not.toMatch(/[\ud800-\udbff]$/);
            offset += part.text.length;
          }
        },
      ),
    );
  });

  it.each<[string, string, number, string[]]>([
    ['behind a blank line', 'one\n\ntwo three', 9, ['one\n\n', 'two three']],
    ['behind a line', 'one\ntwo three', 9, ['one\n', 'two three']],
    ['behind a space', 'one two three', 9, ['one two ', 'three']],
    ['anywhere when there is none', 'abcdef', 4, ['abcd', 'ef']],
  ])('cuts %s', async (_, text, units, expected) => {
    expect((await partsOf([text], units)).map((part) => part.text)).toEqual(expected);
  });

  it('gives an empty text as one empty part', async () => {
    expect(await partsOf([], 4)).toEqual([{ text: '', offset: 0 }]);
  });
});
