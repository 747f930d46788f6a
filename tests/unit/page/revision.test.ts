import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRevision } from '../../../src/page/revision.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('an answer waits for the change, and is the same after a while without one', async () => {
  let mentions: readonly string[] = [];
  const revision = createRevision(() => [mentions], new AbortController().signal);
  const first = revision.now();
  let answer: number | null = null;
  void revision.changedFrom(first).then((value) => {
    answer = value;
  });
  await vi.advanceTimersByTimeAsync(1000);
  expect(answer).toBeNull();
  mentions = [];
  await vi.advanceTimersByTimeAsync(400);
  expect(answer).toBeGreaterThan(first);

  const same = revision.changedFrom(revision.now());
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await same).toBe(revision.now());
});

test('a revision that is not the present one is answered at once, also after the page began anew', async () => {
  const revision = createRevision(() => [], new AbortController().signal);
  expect(await revision.changedFrom(99)).toBe(revision.now());
});
