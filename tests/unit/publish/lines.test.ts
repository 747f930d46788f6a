import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Line, linesOf, utf8Chunks } from '../../../src/publish/lines.ts';

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

async function* streamOf<T>(items: readonly T[]) {
  yield* items;
}

describe('linesOf', () => {
  it('gives the lines of the text, wherever its chunks end', async () => {
    const unit = fc.constantFrom('a', '\n', '\r\n', ' ', '😀');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(unit, { maxLength: 6 }).map((u) => u.join(''))), async (chunks) => {
        const expected = chunks.join('').split('\n');
        if (expected.at(-1) === '') expected.pop();
        const lines = await collect(linesOf(streamOf(chunks)));
        expect(lines.map(({ text }) => text)).toEqual(expected.map((line) => line.replace(/\r$/, '')));
        expect(lines.map(({ number }) => number)).toEqual(expected.map((_, i) => i + 1));
      }),
    );
  });

  it('passes over a line that is too long and keeps counting', async () => {
    const lines: Line[] = await collect(linesOf(streamOf(['ab\nabc', 'def\n', 'x']), 4));
    expect(lines).toEqual([
      { number: 1, text: 'ab' },
      { number: 2, text: null },
      { number: 3, text: 'x' },
    ]);
  });
});

describe('utf8Chunks', () => {
  it('reads characters that lie across chunks, and keeps a byte order mark', async () => {
    const bytes = new TextEncoder().encode('\ufeffжук 😀 中');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: bytes.length }), async (size) => {
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
          bytes.slice(i * size, (i + 1) * size),
        );
        expect((await collect(utf8Chunks(streamOf(chunks)))).join('')).toBe('\ufeffжук 😀 中');
      }),
    );
  });

  it.each([
    ['a stray byte', [0x41, 0xff]],
    ['half a character at the end', [0x41, 0xd0]],
  ])('refuses %s', async (_, bytes) => {
    await expect(collect(utf8Chunks(streamOf([Uint8Array.from(bytes)])))).rejects.toThrow(/not UTF-8 text/);
  });
});
