import { expect, test } from 'vitest';
import { createEraser } from '../../../src/background/erase.ts';

/** Two workers over the same storage; the first is stopped after so many steps. */
function afterStop(steps: number) {
  const kept = new Set(['databases', 'storage']);
  const host = (last: number) => {
    let step = 0;
    const doing = (what: () => void) => async () => {
      if (++step > last) return new Promise<never>(() => undefined);
      what();
    };
    return {
      begin: doing(() => kept.add('note')),
      isBegun: async () => kept.has('note'),
      databases: doing(() => kept.delete('databases')),
      storage: doing(() => kept.clear()),
    };
  };
  return { kept, first: createEraser(host(steps)), next: createEraser(host(9)) };
}

test.each([0, 1, 2, 3])('stopped after %i steps, everything is left or everything goes', async (steps) => {
  const { kept, first, next } = afterStop(steps);
  void first.erase();
  await new Promise((resolve) => setTimeout(resolve));
  await next.finish();
  expect([...kept]).toEqual(steps === 0 ? ['databases', 'storage'] : []);
});

test('a disk without room for the note is erased all the same', async () => {
  let isErased = false;
  await createEraser({
    begin: () => Promise.reject(new Error('no room')),
    isBegun: async () => false,
    databases: async () => undefined,
    storage: async () => {
      isErased = true;
    },
  }).erase();
  expect(isErased).toBe(true);
});
