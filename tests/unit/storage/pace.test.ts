import { describe, expect, test } from 'vitest';
import { ALONE, BESIDE_READERS, createPace } from '../../../src/storage/pace.ts';

const nobodyAsks = () => Promise.resolve(false);

/** Sizes after each piece of work, when a piece of size n takes `cost(n)` milliseconds. */
async function sizes(most: number, cost: (size: number) => number, pieces: number): Promise<number[]> {
  let clock = 0;
  const pace = createPace(most, BESIDE_READERS, nobodyAsks, () => clock);
  const seen: number[] = [];
  for (let i = 0; i < pieces; i++) {
    const size = pace.size();
    await pace.time(async () => {
      clock += cost(size);
    });
    seen.push(pace.size());
  }
  return seen;
}

describe('the pace of database work', () => {
  test.each<[machine: string, cost: (size: number) => number, size: number]>([
    ['that is fast does as much at once as is allowed', (size) => size * 0.1, 64],
    ['that is slow does less at once', (size) => size, 8],
    ['that is very slow does one at a time', () => 100, 1],
  ])('on a machine %s', async (_, cost, size) => {
    expect((await sizes(64, cost, 12)).at(-1)).toBe(size);
  });

  test('follows a machine that slows down and recovers', async () => {
    let done = 0;
    const seen = await sizes(64, (size) => size * (++done > 10 && done <= 20 ? 3 : 0.1), 30);
    expect(seen[9]).toBe(64);
    expect(seen[19]).toBeLessThanOrEqual(4);
    expect(seen[29]).toBe(64);
  });

  test('passes on what fails, and learns from it all the same', async () => {
    let clock = 0;
    const pace = createPace(8, BESIDE_READERS, nobodyAsks, () => clock);
    const failing = pace.time(async () => {
      clock += 50;
      throw new Error('the disk is full');
    });
    await expect(failing).rejects.toThrow('the disk is full');
    expect(pace.size()).toBe(1);
  });

  test('in tables of their own pieces are long, and as short as beside readers while one asks', async () => {
    let clock = 0;
    let isAsked = false;
    const pace = createPace(
      64,
      ALONE,
      () => Promise.resolve(isAsked),
      () => clock,
    );
    const work = async () => {
      for (let i = 0; i < 10; i++) {
        await pace.time(async () => {
          clock += pace.size();
        });
        await pace.pause();
      }
      return pace.size();
    };
    expect(await work()).toBeGreaterThan(BESIDE_READERS);
    isAsked = true;
    await pace.pause();
    // At once, not only after some pieces more.
    expect(pace.size()).toBeLessThanOrEqual(BESIDE_READERS);
    expect(await work()).toBeLessThanOrEqual(BESIDE_READERS);
    isAsked = false;
    expect(await work()).toBeGreaterThan(BESIDE_READERS);
  });
});
