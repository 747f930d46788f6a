import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { downloadTarget } from '../../src/updates/download.ts';
import { UpdateFailure } from '../../src/updates/failure.ts';
import { refreshTrust, type Trusted } from '../../src/updates/trust.ts';
import { A, attackRelease } from '../helpers/attacks.ts';
import { type Desk, openDesk } from '../helpers/desk.ts';

const TIMES = { idle: 1000, total: 1000 };

describe('verifying', { timeout: 60_000 }, () => {
  let desk: Desk;
  const files = new Map<string, Buffer>();
  beforeAll(async () => {
    desk = await openDesk();
    await desk.ship(attackRelease(A));
    await desk.rotate('root');
    desk.publish();
    for (const folder of ['metadata', 'targets'])
      for (const name of readdirSync(join(desk.site, folder)))
        files.set(`/${folder}/${name}`, readFileSync(join(desk.site, folder, name)));
  });
  afterAll(() => desk.remove());

  /** A reader's whole way, over files that may have been changed. */
  async function read(
    change: ReadonlyMap<string, Buffer>,
  ): Promise<{ trusted: Trusted; data: string } | UpdateFailure> {
    const fetchFrom = async (url: string | URL | Request) => {
      const file = change.get(new URL(String(url)).pathname) ?? files.get(new URL(String(url)).pathname);
      return file ? new Response(new Uint8Array(file)) : new Response('', { status: 404 });
    };
    const host = {
      address: 'https://data.example/',
      startingRoot: desk.root(1),
      trusted: new Map<string, string>(),
      now: Date.now,
      floor: 0,
      issued: null,
      times: TIMES,
      fetch: fetchFrom,
    };
    const { outcome } = await refreshTrust(host);
    if (outcome instanceof UpdateFailure) return outcome;
    const [target] = outcome.targets;
    if (!target) throw new Error('nothing is listed');
    try {
      return {
        trusted: outcome,
        data: Buffer.from(await downloadTarget(host, target, TIMES)).toString('hex'),
      };
    } catch (error) {
      if (error instanceof UpdateFailure) return error;
      throw error;
    }
  }

  it('gives the same or nothing when a bit of any file is changed', async () => {
    const honest = await read(new Map());
    if (honest instanceof UpdateFailure) throw honest;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files.keys()), fc.nat(), fc.nat(7), async (path, place, bit) => {
        const file = Buffer.from(files.get(path) ?? '');
        const at = place % file.length;
        file[at] = (file[at] ?? 0) ^ (1 << bit);
        const result = await read(new Map([[path, file]]));
        // One broken signature of three leaves two: then it is still what was signed.
        if (!(result instanceof UpdateFailure)) expect(result).toEqual(honest);
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same or nothing when any file is cut short or longer', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files.keys()),
        fc.nat(),
        fc.boolean(),
        async (path, place, longer) => {
          const file = files.get(path) ?? Buffer.alloc(0);
          const changed = longer
            ? Buffer.concat([file, Buffer.from('x')])
            : file.subarray(0, place % file.length);
          const honest = await read(new Map());
          const result = await read(new Map([[path, changed]]));
          // The first root is not fetched: it is what the reader began with.
          if (path.endsWith('/1.root.json')) expect(result).toEqual(honest);
          else expect(result).toBeInstanceOf(UpdateFailure);
        },
      ),
      { numRuns: 60 },
    );
  });
});
