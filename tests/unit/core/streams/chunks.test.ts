import { expect, test } from 'vitest';
import { chunksOf } from '../../../../src/core/streams/chunks.ts';

function numbers(breaksAt = Number.POSITIVE_INFINITY) {
  const seen = { made: 0, cancelled: false };
  const stream = new ReadableStream<number>(
    {
      pull(controller) {
        if (seen.made === breaksAt) throw new Error('broken');
        if (seen.made === 5) return controller.close();
        controller.enqueue(seen.made++);
      },
      cancel() {
        seen.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { seen, reader: stream.getReader() };
}

test('gives all chunks in their order', async () => {
  expect(await Array.fromAsync(chunksOf<number>(numbers().reader))).toEqual([0, 1, 2, 3, 4]);
});

test('given up half-way, nothing more is made', async () => {
  const { seen, reader } = numbers();
  for await (const chunk of chunksOf<number>(reader)) if (chunk === 1) break;
  expect(seen).toEqual({ made: 2, cancelled: true });
});

test('passes on what breaks the stream, after what came before', async () => {
  const got: number[] = [];
  const reading = async () => {
    for await (const chunk of chunksOf<number>(numbers(3).reader)) got.push(chunk);
  };
  await expect(reading()).rejects.toThrow('broken');
  expect(got).toEqual([0, 1, 2]);
});
