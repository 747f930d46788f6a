import { describe, expect, it } from 'vitest';
import { createTurns } from '../../../src/loading/turns.ts';

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Work long enough for a pause to be due. */
function work(ms = 8): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

describe('turns', () => {
  it('a pause goes on at once when the last one was a moment ago', async () => {
    const { pause } = createTurns();
    work();
    await pause();
    let isOver = false;
    const timer = setTimeout(() => {
      isOver = true;
    }, 0);
    for (let i = 0; i < 1000; i++) await pause();
    clearTimeout(timer);
    expect(isOver).toBe(false);
  });

  it('a pause after work lets what waits have its turn', async () => {
    const { pause } = createTurns();
    let hadTurn = false;
    setTimeout(() => {
      hadTurn = true;
    }, 0);
    for (let i = 0; i < 20 && !hadTurn; i++) {
      work();
      await pause();
    }
    expect(hadTurn).toBe(true);
  });

  it('work in the background stands still while a reader waits', async () => {
    const { pause, first } = createTurns();
    let slices = 0;
    let isOver = false;
    const background = (async () => {
      while (!isOver) {
        work();
        slices++;
        await pause();
        // Node works off a thousand messages before it looks at a timer.
        if (slices % 10 === 0) await new Promise((done) => setImmediate(done));
      }
    })();
    await wait(30);
    const reader = first(async () => {
      await wait(5);
      const before = slices;
      await wait(40);
      return slices - before;
    });
    expect(await reader).toBe(0);
    const after = slices;
    await wait(40);
    isOver = true;
    await background;
    expect(slices).toBeGreaterThan(after);
  });

  it('a reader who never stops asking slows the work down, and does not stop it', async () => {
    const { pause, first } = createTurns();
    let end = () => {};
    const endless = first(() => new Promise<void>((done) => (end = done)));
    work();
    const start = performance.now();
    await pause();
    expect(performance.now() - start).toBeLessThan(1000);
    end();
    await endless;
  });

  it('most of the time is left to others while a reader asks now and then, and none once nobody does', async () => {
    const { pause, first } = createTurns();
    const answers = new Set<boolean>();
    const slices = async (milliseconds: number) => {
      let count = 0;
      answers.clear();
      for (const end = performance.now() + milliseconds; performance.now() < end; count++) {
        work();
        answers.add(await pause());
      }
      return count;
    };
    await first(() => Promise.resolve());
    const beside = await slices(200);
    expect([...answers]).toEqual([true]);
    await wait(600);
    expect(await pause()).toBe(false);
    expect(beside).toBeLessThan(0.7 * (await slices(200)));
  });

  it('a pause that a reader is waiting through says so', async () => {
    const { pause, first } = createTurns();
    const card = first(() => wait(30));
    work();
    expect(await pause()).toBe(true);
    await card;
  });

  it('a reader’s work that fails is over all the same', async () => {
    const { pause, first } = createTurns();
    await expect(first(() => Promise.reject(new Error('no such card')))).rejects.toThrow('no such card');
    work();
    const start = performance.now();
    await pause();
    expect(performance.now() - start).toBeLessThan(90);
  });
});
