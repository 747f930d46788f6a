import { expect, test } from 'vitest';
import { waitFor } from '../../../scripts/lib/wait.ts';

test('asks until there is something', async () => {
  const answers = [null, undefined, false, 0];
  expect(await waitFor(() => answers.shift(), { for: 'a number', polling: 1 })).toBe(0);
});

test('takes an error for "not yet", and keeps the last one as the cause', async () => {
  const cause = new Error('no such tab');
  const probe = () => {
    throw cause;
  };
  const waiting = waitFor(probe, { for: 'the tab', timeout: 20, polling: 1 });
  await expect(waiting).rejects.toMatchObject({ message: 'waited 0.02 s for the tab (no such tab)', cause });
});

test('does not hang on a probe that never answers', async () => {
  const waiting = waitFor(() => new Promise<never>(() => {}), { for: 'it', timeout: 20, polling: 1 });
  await expect(waiting).rejects.toThrow('waited 0.02 s for it (no answer)');
});
