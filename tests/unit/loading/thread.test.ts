import { describe, expect, it, vi } from 'vitest';
import type { FileJob, Loader, LoadProgress } from '../../../src/loading/loader.ts';
import { createThreadLoader, loaderReceiver, NoThread } from '../../../src/loading/thread.ts';
import { CallError } from '../../../src/messages/envelope.ts';
import type { ReleaseRow } from '../../../src/storage/dataset-database.ts';
import { DamagedRelease } from '../../../src/storage/shelves.ts';
import { UpdateFailure } from '../../../src/updates/failure.ts';

const JOB: FileJob = {
  repository: 'core',
  address: 'https://data.example/',
  file: { name: 'full.bin', length: 10, sha256: 'ab', custom: {}, key: 'k', version: '2026.12.01', size: 20 },
  base: null,
};
const ROW: ReleaseRow = {
  repository: 'core',
  generation: 2,
  key: 'k',
  header: { version: '2026.12.01', entities: 1, statements: 1, withdrawn: [], redirects: [], cues: [] },
  origin: 'downloaded',
  filtered: false,
  generations: new Uint32Array([2, 0, 2]),
} as unknown as ReleaseRow;
const CONFLICTS = new Map([['other', [{ name: 'Acme', kept: 'acme', ours: 'other~acme' }]]]);

function loaderThat(over: Partial<Loader>): Loader {
  const unexpected = () => Promise.reject(new Error('not expected'));
  return { storeFile: unexpected, makeIndex: unexpected, ...over };
}

/** The worker's side of a thread that runs `there`; everything that travels is cloned. */
function across(there: Loader, here = loaderThat({})): Loader {
  return createThreadLoader({
    withThread: (work) =>
      work({
        async send(message, onNews) {
          const receive = loaderReceiver(there, (news) => onNews(structuredClone(news)));
          return structuredClone(await receive(structuredClone(message)));
        },
      }),
    here,
  });
}

describe('a loader in a thread', () => {
  it('is given the job and gives back the row, with its numbers and what it told on the way', async () => {
    const seen: LoadProgress[] = [];
    const asked: FileJob[] = [];
    const loader = across(
      loaderThat({
        async storeFile(job, tell) {
          asked.push(job);
          tell({ step: 'storing', done: 100, all: 200 });
          return ROW;
        },
      }),
    );
    expect(await loader.storeFile(JOB, (progress) => void seen.push(progress))).toEqual(ROW);
    expect(asked).toEqual([JOB]);
    expect(seen).toEqual([{ step: 'storing', done: 100, all: 200 }]);
  });

  it('gives back the conflicts of an index', async () => {
    const loader = across(loaderThat({ makeIndex: async () => CONFLICTS }));
    expect(await loader.makeIndex({ key: 'k', repositories: ['core'] })).toEqual(CONFLICTS);
  });

  const failures: [what: string, thrown: unknown, expected: object, kind: new (...args: never[]) => Error][] =
    [
      [
        'a file that is not genuine',
        new UpdateFailure('not-genuine', 'full.bin: expected ab, found cd'),
        { code: 'not-genuine', message: 'full.bin: expected ab, found cd' },
        UpdateFailure,
      ],
      [
        'a damaged release',
        new DamagedRelease('shelf 3 is missing'),
        { message: 'shelf 3 is missing' },
        DamagedRelease,
      ],
      [
        'a full disk',
        new DOMException('The quota has been exceeded.', 'QuotaExceededError'),
        { code: 'disk-full' },
        UpdateFailure,
      ],
      ['anything else', new TypeError('no'), { code: 'internal', message: 'TypeError: no' }, UpdateFailure],
    ];
  it.each(failures)('throws here what was thrown there: %s', async (_, thrown, expected, kind) => {
    const loader = across(
      loaderThat({ storeFile: () => Promise.reject(thrown), makeIndex: () => Promise.reject(thrown) }),
    );
    for (const failed of [
      loader.storeFile(JOB, () => undefined),
      loader.makeIndex({ key: 'k', repositories: [] }),
    ]) {
      const error: unknown = await failed.catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(kind);
      expect(error).toMatchObject(expected);
    }
  });

  it('fails when the thread is gone, and does not begin anew by itself', async () => {
    const here = loaderThat({ storeFile: vi.fn(async () => ROW) });
    const loader = createThreadLoader({
      withThread: (work) =>
        work({ send: () => Promise.reject(new CallError('unreachable', 'the thread is gone')) }),
      here,
    });
    await expect(loader.storeFile(JOB, () => undefined)).rejects.toMatchObject({
      name: 'UpdateFailure',
      code: 'internal',
    });
    expect(here.storeFile).not.toHaveBeenCalled();
  });

  it('makes an index here when the thread is gone: what it is made of is current already', async () => {
    const loader = createThreadLoader({
      withThread: (work) =>
        work({ send: () => Promise.reject(new CallError('unreachable', 'the thread is gone')) }),
      here: loaderThat({ makeIndex: async () => CONFLICTS }),
    });
    expect(await loader.makeIndex({ key: 'k', repositories: [] })).toBe(CONFLICTS);
  });

  it('works here where there is no thread', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const loader = createThreadLoader({
      withThread: () => Promise.reject(new NoThread('none')),
      here: loaderThat({ storeFile: async () => ROW, makeIndex: async () => CONFLICTS }),
    });
    expect(await loader.storeFile(JOB, () => undefined)).toBe(ROW);
    expect(await loader.makeIndex({ key: 'k', repositories: [] })).toBe(CONFLICTS);
    expect(warn).toHaveBeenCalledTimes(2);
    warn.mockRestore();
  });
});
