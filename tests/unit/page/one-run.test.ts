import { expect, test } from 'vitest';
import { createRuns } from '../../../src/page/one-run.ts';

/** Runs that end when they are told to, with what they were told. */
function aRunner() {
  const waiting: { end: (result: string | null) => void; fail: (error: Error) => void }[] = [];
  const asked: (() => boolean)[] = [];
  const cuts: boolean[] = [];
  const end = new AbortController();
  const runs = createRuns<string>(
    (overtaken) => {
      asked.push(overtaken);
      return new Promise((resolve, reject) => waiting.push({ end: resolve, fail: reject }));
    },
    (failed) => cuts.push(failed),
    end.signal,
  );
  return { runs, waiting, asked, cuts, end };
}

test('what is asked for while one run is under way is done by one more', async () => {
  const { runs, waiting, asked, cuts } = aRunner();
  const first = runs.start();
  expect(await runs.start()).toBeNull();
  expect(await runs.start()).toBeNull();
  waiting[0]?.end('old');
  await Promise.resolve();
  expect(asked).toHaveLength(2);
  waiting[1]?.end('new');
  expect(await first).toBe('new');
  expect(cuts).toEqual([]);
});

test('a run that was overtaken, with none behind it, is told of as cut off', async () => {
  const { runs, waiting, asked, cuts } = aRunner();
  const run = runs.start();
  expect(asked[0]?.()).toBe(false);
  runs.overtake();
  expect(asked[0]?.()).toBe(true);
  waiting[0]?.end(null);
  expect(await run).toBeNull();
  expect(cuts).toEqual([false]);
});

test('a run that fails says so, and the next one may begin', async () => {
  const { runs, waiting, asked, cuts } = aRunner();
  const run = runs.start();
  waiting[0]?.fail(new Error('torn page'));
  await expect(run).rejects.toThrow('torn page');
  expect(cuts).toEqual([true]);
  void runs.start();
  expect(asked).toHaveLength(2);
});

test('after the end nothing is told any more', async () => {
  const { runs, waiting, asked, end } = aRunner();
  const run = runs.start();
  end.abort();
  expect(asked[0]?.()).toBe(true);
  waiting[0]?.end('late');
  expect(await run).toBeNull();
});
