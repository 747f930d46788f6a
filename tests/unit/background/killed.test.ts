/** The worker is stopped, or the disk is full, at every step of an update: the reader has the old release or the new one, never a mix. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openDatasetDatabase } from '../../../src/storage/dataset-database.ts';
import { A, ALL_IDS, attackRelease, B } from '../../helpers/attacks.ts';
import { type Desk, openDesk } from '../../helpers/desk.ts';
import { type HostileServer, startHostileServer } from '../../helpers/hostile-server.ts';
import { createLife, Killed, makeMortal } from '../../helpers/mortal.ts';
import { createReader, type Reader } from '../../helpers/reader.ts';

let desk: Desk;
let server: HostileServer;
let count = 0;

beforeAll(async () => {
  // A worker that dies says so in its log, at every step.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  desk = await openDesk();
  await desk.ship(attackRelease(A));
  server = await startHostileServer(desk.site);
});
afterAll(async () => {
  await server.close();
  desk.remove();
});

const bundled = (version = A) =>
  attackRelease(version, { updates: { address: server.address, root: desk.root() } });

/** What all cards say; fails when they do not agree. */
async function held(reader: Reader): Promise<string> {
  const cards = await reader.dataset.cards(ALL_IDS);
  expect(cards).toHaveLength(ALL_IDS.length);
  const texts = new Set(cards.flatMap((card) => card.statements.map((s) => s.text.en)));
  expect(texts.size).toBe(1);
  return /As of (.*)\./.exec([...texts][0] ?? '')?.[1] ?? '';
}

/** Updates with ever longer lives, until one is long enough. Returns how many were not. */
async function sweep(
  way: 'delta' | 'full',
  end: { readonly as: () => Error; readonly writesOnly: boolean },
  look: (dead: Reader, alive: () => Reader, name: string) => Promise<void>,
): Promise<number> {
  for (let last = 0; ; last++) {
    const name = `mortal-${count++}`;
    const local = new Map<string, unknown>();
    const first = way === 'delta' ? bundled() : bundled('2026.11.10');
    await createReader({ bundled: first, name, local }).dataset.ready();

    const life = createLife(last, end.as);
    const database = openDatasetDatabase(name);
    makeMortal(database, life, end.writesOnly);
    const dying = createReader({
      bundled: first,
      database,
      local,
      host: {
        fetch: async (...request) => {
          if (!end.writesOnly) life.step();
          return fetch(...request);
        },
      },
    });
    await dying.updates.check(['core']).catch(() => undefined);
    const finished = life.steps <= last;
    await look(
      dying,
      () => createReader({ bundled: first, name, local }),
      way === 'delta' ? A : '2026.11.10',
    );
    database.close();
    if (finished) return last;
  }
}

describe.each(['delta', 'full'] as const)('an update by %s', (way) => {
  beforeAll(async () => {
    if (way === 'delta') await desk.ship(attackRelease(B));
  });

  it('that is killed at any step leaves the old release or the new one, and the next check brings the new one', async () => {
    const seen = new Set<string>();
    const steps = await sweep(
      way,
      { as: () => new Killed('stopped'), writesOnly: false },
      async (_, alive, old) => {
        const version = await held(alive());
        expect([old, B]).toContain(version);
        seen.add(version);
        const next = alive();
        expect((await next.check()).release?.version).toBe(B);
        expect(await held(next)).toBe(B);
      },
    );
    expect(seen.size).toBe(2);
    expect(steps).toBeGreaterThan(20);
  }, 60_000);

  it('that finds the disk full at any write keeps the old release, says so, and succeeds once there is room', async () => {
    const full = () =>
      Object.assign(new Error('The quota has been exceeded.'), { name: 'QuotaExceededError' });
    const codes = new Set<string | undefined>();
    await sweep(way, { as: full, writesOnly: true }, async (dead, alive, old) => {
      // The same worker lives on, and serves what it has.
      const version = await held(dead);
      expect([old, B]).toContain(version);
      codes.add((await dead.state()).problem?.code);
      expect((await alive().check()).release?.version).toBe(B);
    });
    expect([...codes]).toEqual(expect.arrayContaining([undefined]));
  }, 60_000);
});

it.each([
  // Small rows still fit: the state of the check is one.
  ['for a release', (table: string) => table.startsWith('shelves')],
  ['for anything', () => true],
])('the reader is told when there is no room %s', async (_, isRefused) => {
  const name = `mortal-${count++}`;
  await createReader({ bundled: bundled('2026.11.10'), name }).dataset.ready();
  const database = openDatasetDatabase(name);
  let isFull = false;
  database.use({
    stack: 'dbcore',
    name: 'full',
    create: (core) => ({
      ...core,
      table: (table) => ({
        ...core.table(table),
        mutate: async (request) => {
          if (isFull && isRefused(table) && request.type !== 'delete' && request.type !== 'deleteRange')
            throw Object.assign(new Error('no room'), { name: 'QuotaExceededError' });
          return core.table(table).mutate(request);
        },
      }),
    }),
  });
  const reader = createReader({ bundled: bundled('2026.11.10'), database });
  await reader.dataset.ready();
  await reader.updates.tell((await reader.updates.untoldPlace()) ?? '');
  isFull = true;
  expect(await reader.check()).toMatchObject({ status: 'disk-full', release: { version: '2026.11.10' } });
  isFull = false;
  expect(await reader.check()).toMatchObject({ status: 'current', release: { version: B } });
});
