/**
 * A worker that dies in the middle: from the nth request to the database on, every request fails, as if the process were gone.
 * Transactions that were open are undone by the database itself, which is what the tests are about.
 */

const METHODS = [
  'add',
  'put',
  'delete',
  'get',
  'getAll',
  'getAllKeys',
  'count',
  'openCursor',
  'openKeyCursor',
  'clear',
];

export interface Killed {
  /** True when the work ended by itself: there was no nth request. */
  readonly survived: boolean;
  readonly result: unknown;
}

/** Runs `work` and kills it at its `nth` request, from 1. */
export async function killedAt(nth: number, work: () => Promise<unknown>): Promise<Killed> {
  let requests = 0;
  const patched: [object, string, unknown][] = [];
  const patch = (target: object, name: string) => {
    const original = (target as Record<string, unknown>)[name] as (...args: unknown[]) => unknown;
    if (typeof original !== 'function') return;
    patched.push([target, name, original]);
    (target as Record<string, unknown>)[name] = function (this: unknown, ...args: unknown[]) {
      if (++requests >= nth) throw new Error(`killed at request ${requests}`);
      return original.apply(this, args);
    };
  };
  for (const prototype of [IDBObjectStore.prototype, IDBIndex.prototype])
    for (const method of METHODS) patch(prototype, method);
  patch(IDBFactory.prototype, 'open');
  patch(IDBFactory.prototype, 'deleteDatabase');
  try {
    const result = await work();
    return { survived: requests < nth, result };
  } catch (error) {
    return { survived: false, result: error };
  } finally {
    for (const [target, name, original] of patched) (target as Record<string, unknown>)[name] = original;
  }
}
