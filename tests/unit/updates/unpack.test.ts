import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { UpdateFailure } from '../../../src/updates/failure.ts';
import { unpackLines } from '../../../src/updates/unpack.ts';

async function unpack(packed: Buffer, size: number): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of unpackLines(new Uint8Array(packed), size))
    lines.push(new TextDecoder('utf-8', { ignoreBOM: true }).decode(line));
  return lines;
}
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof UpdateFailure ? error.code : String(error)),
  );

describe('unpacking', () => {
  it('gives the lines, whatever the pieces', async () => {
    const lines = Array.from({ length: 5000 }, (_, i) => `${'ž'.repeat(i % 50)} ${i}`);
    const text = `${lines.join('\n')}\n`;
    expect(await unpack(gzipSync(text), Buffer.byteLength(text))).toEqual(lines);
  });

  it('gives empty lines, a last one without an end, and marks of byte order', async () => {
    const texts = ['a\n\n\nb', '\na', '\ufeffa\n\ufeff', `${'a'.repeat(200_000)}\nb`, 'č'];
    for (const text of texts) {
      const size = Buffer.byteLength(text);
      expect(await unpack(gzipSync(text), size)).toEqual(text.split('\n'));
      expect(await unpack(gzipSync(`${text}\n`), size + 1)).toEqual(text.split('\n'));
    }
    expect(await unpack(gzipSync(''), 0)).toEqual([]);
  });

  it('stops at the signed size', async () => {
    expect(await code(unpack(gzipSync('a\n'.repeat(5_000_000)), 1000))).toBe('too-large');
  });

  it('stops at a line without end', async () => {
    const bomb = Buffer.alloc(20_000_000, 0x41);
    expect(await code(unpack(gzipSync(bomb), bomb.length))).toBe('too-large');
  });

  const damaged: [string, Buffer, number][] = [
    ['no gzip', Buffer.from('hello'), 5],
    ['half of it', gzipSync('a\n'.repeat(10_000)).subarray(0, 20), 20_000],
    ['something after the end', Buffer.concat([gzipSync('a\n'), Buffer.from('junk')]), 2],
    ['less than was signed', gzipSync('a\n'), 4],
  ];
  it.each(damaged)('refuses %s', async (_, packed, size) => {
    expect(await code(unpack(packed, size))).toBe('unreadable');
  });
});
