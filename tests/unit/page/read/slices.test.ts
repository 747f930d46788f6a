import { describe, expect, test } from 'vitest';
import { inSlices } from '../../../../src/page/read/slices.ts';

/** A clock that only work moves: each step takes so many milliseconds. */
function aWorkload(steps: number, milliseconds: number) {
  let time = 0;
  let done = 0;
  let sliceStart = 0;
  const slices: number[] = [];
  return {
    slices,
    done: () => done,
    now: () => time,
    rest: async () => {
      slices.push(time - sliceStart);
      time += 10;
      sliceStart = time;
    },
    step: () => {
      time += milliseconds;
      return ++done >= steps;
    },
  };
}

describe('work in slices', () => {
  test('is done at once when it fits', async () => {
    const work = aWorkload(3, 1);
    expect(await inSlices(work.step, { ...work, budget: 6 })).toBe(true);
    expect(work.slices).toEqual([]);
  });

  test('rests whenever the budget is used up', async () => {
    const work = aWorkload(20, 1);
    expect(await inSlices(work.step, { ...work, budget: 6 })).toBe(true);
    expect(work.done()).toBe(20);
    expect(work.slices).toEqual([6, 6, 6]);
  });

  test('a step longer than the budget is a slice of its own', async () => {
    const work = aWorkload(3, 50);
    await inSlices(work.step, { ...work, budget: 6 });
    expect(work.slices).toEqual([50, 50]);
  });

  test('stops when the signal aborts, also while resting', async () => {
    const stop = new AbortController();
    const work = aWorkload(100, 5);
    const rest = async () => {
      await work.rest();
      if (work.slices.length === 2) stop.abort();
    };
    expect(await inSlices(work.step, { ...work, rest, budget: 6, signal: stop.signal })).toBe(false);
    expect(work.done()).toBe(4);
    expect(await inSlices(work.step, { ...work, signal: stop.signal })).toBe(false);
    expect(work.done()).toBe(4);
  });

  test('what a step throws reaches the caller', async () => {
    const work = aWorkload(1, 1);
    const step = () => {
      throw new Error('broken');
    };
    await expect(inSlices(step, work)).rejects.toThrow('broken');
  });
});
