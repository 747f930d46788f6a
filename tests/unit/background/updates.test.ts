/** A reader and a repository, over a real server: what arrives, what it costs, and what is remembered. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkRepository } from '../../../src/background/updater.ts';
import type { Release } from '../../../src/core/dataset/release.ts';
import { CORE, openDatasetDatabase } from '../../../src/storage/dataset-database.ts';
import { anAlias, anEntity, aRelease, aStatement } from '../../helpers/builders.ts';
import { type Desk, openDesk } from '../../helpers/desk.ts';
import { type HostileServer, startHostileServer, TELLING } from '../../helpers/hostile-server.ts';
import { createLife, makeMortal } from '../../helpers/mortal.ts';
import { createReader, type Reader } from '../../helpers/reader.ts';
import { allShelves, clearShelves, putShelf } from '../../helpers/shelves.ts';

const MANY = 60;

function dataset(version: string, text: string, over: Partial<Release> = {}): Release {
  return aRelease({
    version,
    entities: Array.from({ length: MANY }, (_, i) => anEntity({ id: `e-${i}`, name: `Entity ${i}` })),
    statements: Array.from({ length: MANY }, (_, i) =>
      aStatement({ id: `e-${i}/s`, text: { en: i % 10 === 0 ? text : `It was said of number ${i}.` } }),
    ),
    aliases: Array.from({ length: MANY }, (_, i) => anAlias({ entity: `e-${i}`, text: `Entity ${i}` })),
    ...over,
  });
}

// Each test makes keys, signs and serves: seconds on a busy machine.
describe('updates', { timeout: 60_000 }, () => {
  let desk: Desk;
  let server: HostileServer;
  let reader: Reader;
  const bundled = (over: Partial<Release> = {}) =>
    dataset('2026.11.24', 'old', { updates: { address: server.address, root: desk.root() }, ...over });
  const said = async (who = reader) => (await who.dataset.cards(['e-10']))[0]?.statements[0]?.text.en;

  beforeEach(async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    desk = await openDesk();
    await desk.ship(dataset('2026.11.24', 'old'));
    server = await startHostileServer(desk.site);
    reader = createReader({ bundled: bundled() });
  });
  afterEach(async () => {
    await server.close();
    desk.remove();
  });

  it('are never asked for when the dataset names no repository', async () => {
    reader = createReader({ bundled: dataset('2026.11.24', 'old') });
    await reader.dataset.ready();
    await reader.updates.checkDue();
    expect([server.requests, (await reader.state()).status]).toEqual([[], 'no-repository']);
  });

  it('are not asked for where the package says, by any start, before the reader was told of that place', async () => {
    const alarms: unknown[] = [];
    const setAlarm = async (when: number | null) => void alarms.push(when);
    reader = createReader({ bundled: bundled(), host: { setAlarm } });
    await reader.dataset.importBundled();
    for (let start = 0; start < 3; start++) await reader.updates.checkDue();
    expect(await checkRepository(reader.updaterHost, CORE)).toBe('no-change');
    expect([server.requests, alarms, await reader.updates.untoldPlace()]).toEqual([
      [],
      [null, null, null],
      server.address,
    ]);
    await reader.updates.tell('https://elsewhere.example/');
    await reader.updates.checkDue();
    expect(server.requests).toEqual([]);

    await reader.updates.tell(server.address);
    await reader.updates.checkDue();
    expect(await reader.state()).toMatchObject({ status: 'current' });
    expect([await reader.updates.untoldPlace(), alarms.at(-1)]).toEqual([null, expect.any(Number)]);
  });

  it('wait again when a later package names another place', async () => {
    await reader.dataset.importBundled();
    await reader.updates.tell(server.address);
    const other = await startHostileServer(desk.site);
    try {
      const updates = { address: other.address, root: desk.root() };
      const later = createReader({
        bundled: dataset('2026.11.26', 'newer', { updates }),
        name: reader.database.name,
      });
      await later.dataset.importBundled();
      await later.updates.checkDue();
      expect([other.requests, server.requests, await later.updates.untoldPlace()]).toEqual([
        [],
        [],
        other.address,
      ]);
    } finally {
      await other.close();
    }
  });

  it('come as a delta on the bundled release, with two small requests when there is nothing new', async () => {
    expect(await reader.check()).toMatchObject({ status: 'current', release: { origin: 'bundled' } });
    await desk.ship(dataset('2026.11.25', 'new'));
    server.requests.length = 0;
    expect(await reader.check()).toMatchObject({
      status: 'current',
      release: { version: '2026.11.25', origin: 'downloaded', entities: MANY },
    });
    const files = server.requests.map(({ path }) => path).filter((path) => path.startsWith('/targets/'));
    expect(files).toEqual([expect.stringMatching(/\.from-[0-9a-f]{16}\.bin$/)]);
    expect(await said()).toBe('new');
    server.requests.length = 0;
    await desk.timestamp();
    desk.publish();
    await reader.check();
    expect(server.requests.map(({ path }) => path)).toEqual([
      '/metadata/2.root.json',
      '/metadata/timestamp.json',
    ]);
  });

  it('send nothing that tells readers apart', async () => {
    await desk.ship(dataset('2026.11.25', 'new'));
    await reader.check();
    const mine = server.requests.splice(0);
    await createReader({ bundled: bundled() }).check();
    const bare = ({ path, headers }: (typeof mine)[number]) => ({ path, headers: { ...headers, host: '' } });
    expect(server.requests.map(bare)).toEqual(mine.map(bare));
    for (const { headers } of mine)
      expect(Object.keys(headers).filter((name) => TELLING.includes(name))).toEqual([]);
  });

  it('fetch the whole dataset when there is no delta from what is here, or it does not fit', async () => {
    reader = createReader({ bundled: bundled({ version: '2026.11.20' }) });
    await desk.ship(dataset('2026.11.25', 'new'));
    await reader.check();
    expect(server.requests.at(-1)?.path).toMatch(/dataset\.bin$/);
    expect(await said()).toBe('new');

    const other = createReader({ bundled: bundled() });
    await other.dataset.ready();
    // Somebody's disk has changed a text that the delta does not touch: the bundle's checksum is only asked for what it does.
    for (const row of await allShelves(other.database))
      await putShelf(other.database, { ...row, text: row.text.replaceAll('"old"', '"mould"') });
    await desk.ship(dataset('2026.11.26', 'newer'));
    expect((await other.check()).release?.version).toBe('2026.11.26');
    expect(await said(other)).toBe('newer');
  });

  it('leave the bundled release in place when it is the newer one', async () => {
    reader = createReader({ bundled: bundled({ version: '2026.11.24.5' }) });
    expect(await reader.check()).toMatchObject({ status: 'current', release: { version: '2026.11.24.5' } });
  });

  it('give way to a newer bundled release, and not to an older one', async () => {
    await desk.ship(dataset('2026.11.25', 'new'));
    const local = new Map();
    const same = { name: 'same', local };
    await createReader({ bundled: bundled(), ...same }).check();
    const again = createReader({ bundled: bundled(), ...same });
    await again.dataset.importBundled();
    expect(await said(again)).toBe('new');
    const updated = createReader({ bundled: { ...bundled(), version: '2026.11.26' }, ...same });
    await updated.dataset.importBundled();
    expect((await updated.state()).release).toMatchObject({ version: '2026.11.26', origin: 'bundled' });
    expect(await said(updated)).toBe('old');
  });

  it('make the index anew, so that open pages see new names', async () => {
    await reader.dataset.ready();
    const next = dataset('2026.11.25', 'new');
    await desk.ship({ ...next, aliases: [...next.aliases, anAlias({ entity: 'e-1', text: 'Numero Uno' })] });
    await reader.check();
    expect((await reader.rules())?.aliases.some((alias) => alias.text === 'Numero Uno')).toBe(true);
  });

  it('erase what is removed: from the current release, from the last one, and from the bundled one for ever', async () => {
    await desk.ship(dataset('2026.11.25', 'secret'));
    await reader.check();
    expect(await said()).toBe('secret');
    const gone = dataset('2026.11.26', 'secret');
    const removed = Array.from({ length: 6 }, (_, i) => `e-${i * 10}/s`);
    await desk.ship({
      ...gone,
      statements: gone.statements.filter((s) => !removed.includes(s.id)),
      withdrawn: removed.map((id) => ({ id, as: 'removed', on: '2026-11-26', reason: 'An error.' })),
    });
    await reader.check();
    const stored = async () =>
      JSON.stringify([await allShelves(reader.database), await reader.database.releases.toArray()]);
    expect(await stored()).not.toContain('secret');
    expect(await reader.repositories.removed()).toEqual(removed);
    expect((await reader.state()).withdrawn[1]).toMatchObject({
      id: 'e-10/s',
      as: 'removed',
      reason: 'An error.',
    });
    // What is left when everything downloaded is damaged: the package, without what was removed since it was made.
    await clearShelves(reader.database);
    expect(await reader.dataset.cards(['e-10'])).toMatchObject([{ id: 'e-10', statements: [] }]);
    expect(await stored()).not.toContain('"old"');
    expect((await reader.check()).release?.version).toBe('2026.11.26');
  });

  it('fall back to the last good release, then to the bundled one, and are never empty', async () => {
    for (const [version, text] of [
      ['2026.11.25', 'second'],
      ['2026.11.26', 'third'],
    ] as const) {
      await desk.ship(dataset(version, text));
      await reader.check();
    }
    const newest = (await reader.store.current())?.generation ?? 0;
    for (const row of await allShelves(reader.database))
      if (row.generation === newest) await putShelf(reader.database, { ...row, text: 'x' });
    expect(await said()).toBe('second');
    await clearShelves(reader.database);
    // What was read before it was damaged is right, and remembered by this worker; the next one has to read it.
    expect(await said()).toBe('second');
    reader.store.forgetAll();
    expect(await said()).toBe('old');
    expect((await reader.check()).release?.version).toBe('2026.11.26');
    expect(await said()).toBe('third');
  });

  it('recover from a stolen key that claimed a version from the future, once the keys are replaced', async () => {
    await desk.ship(dataset('9999.12.31', 'stolen'));
    await reader.check();
    expect(await said()).toBe('stolen');
    for (const name of desk.workshop.names('releases')) {
      const { rmSync } = await import('node:fs');
      if (name.startsWith('9999')) rmSync(desk.workshop.path('releases', name));
    }
    await desk.rotate('targets');
    // The maintainers' next release is lower than the thief's.
    const { forceRelease } = await import('../../helpers/force-release.ts');
    await forceRelease(desk, dataset('2026.11.25', 'rescued'));
    expect(await reader.check()).toMatchObject({ status: 'current', release: { version: '2026.11.25' } });
    expect(await said()).toBe('rescued');
  });

  it('are noticed to have stopped within one expiry, also when the last word is only repeated', async () => {
    let now = Date.now();
    reader = createReader({ bundled: bundled(), host: { now: () => now } });
    expect((await reader.check()).status).toBe('current');
    const week = 7 * 86_400_000;
    for (const [days, status] of [
      [6, 'current'],
      [8, 'stopped'],
    ] as const) {
      now = Date.now() + days * 86_400_000;
      server.setClock(() => new Date(now));
      expect((await reader.check()).status).toBe(status);
    }
    // The same, with a server whose clock says that nothing has run out: then one of the two clocks is wrong.
    server.setClock(null);
    now = Date.now() + 2 * week;
    expect((await reader.check()).status).toBe('clock');
    now = Date.now();
    expect((await reader.check()).status).toBe('current');
  });

  it('remember a new root from a check that failed: keys that it revoked are never believed again', async () => {
    await reader.check();
    const old = new Map([['/metadata/timestamp.json', desk.workshop.bytesOf('metadata', 'timestamp', 1)]]);
    await desk.timestamp();
    old.set('/metadata/timestamp.json', desk.workshop.bytesOf('metadata', 'timestamp', 2));
    await desk.rotate('timestamp');
    desk.publish();
    server.twist(({ path }, response) => path.endsWith('timestamp.json') && !!response.writeHead(500).end());
    expect((await reader.check()).problem?.code).toBe('server');
    // The thief of the old key hides the new root, and signs for today.
    server.twist(({ path }, response) => {
      if (path.endsWith('2.root.json')) return !!response.writeHead(404).end();
      const stolen = old.get(path);
      return stolen !== undefined && !!response.writeHead(200).end(stolen);
    });
    expect((await reader.check()).problem?.code).toBe('not-genuine');
    server.twist(null);
    expect((await reader.check()).status).toBe('current');
  });

  it('follow merged ids', async () => {
    const next = dataset('2026.11.25', 'new', { redirects: { gone: 'e-10' } });
    await desk.ship(next);
    await reader.check();
    expect((await reader.dataset.cards(['gone']))[0]?.id).toBe('e-10');
  });

  it('ask for permission first, and request nothing without', async () => {
    reader = createReader({ bundled: bundled(), host: { mayFetch: async () => false } });
    expect((await reader.check()).status).toBe('permission');
    expect(server.requests).toEqual([]);
  });

  it('are looked for again sooner and sooner apart while they fail, then once a day', async () => {
    let now = Date.parse('2026-11-28T12:00:00Z');
    const alarms: (number | null)[] = [];
    const setAlarm = async (when: number | null) => void alarms.push(when);
    reader = createReader({ bundled: bundled(), host: { now: () => now, setAlarm } });
    await reader.dataset.ready();
    await reader.updates.tell(server.address);
    // A worker that is stopped before it has checked has to be woken by something.
    expect(alarms).toEqual([now + 30 * 60_000]);
    server.twist((_, response) => !!response.writeHead(500).end());
    const waits = [];
    for (let i = 0; i < 8; i++) {
      await reader.updates.checkDue();
      const due = (await reader.state()).due ?? 0;
      waits.push((due - now) / 60_000);
      expect(alarms.at(-1)).toBe(due);
      now = due;
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1440, 1440]);
    expect((await reader.state()).status).toBe('unreached');
    server.twist(null);
    await reader.updates.checkDue();
    expect(((await reader.state()).due ?? 0) - now).toBe(24 * 3_600_000);
    server.requests.length = 0;
    await reader.updates.checkDue();
    expect(server.requests).toEqual([]);
  });

  describe('of a dataset that the reader added', () => {
    let other: Desk;
    let second: HostileServer;
    let id: string;
    const theirs = aRelease({
      version: '2026.11.01',
      entities: [
        anEntity({
          id: 'e-10',
          name: 'Entity 10',
          relations: [{ type: 'related-to', target: 'own', sources: [] }],
        }),
        // What a release says about datasets is not the reader's word, and is not shown.
        {
          ...anEntity({ id: 'own', name: 'Their Own' }),
          ...{ dataset: { id: 'core', label: 'Sidelight', colour: '#5b4fc7' }, alsoIn: [] },
        },
      ],
      statements: [aStatement({ id: 'e-10/s', text: { en: 'They say otherwise.' } })],
      aliases: [
        anAlias({ entity: 'e-10', text: 'Entity 10' }),
        anAlias({ entity: 'e-10', text: 'The Entity 10 Group' }),
        anAlias({
          entity: 'own',
          text: 'Their Own',
          needs: [['cue:c', 'entity:e-10']],
          never: ['cue:c', 'word'],
        }),
      ],
      cues: [{ id: 'c', words: { en: ['camera'] } }],
    });
    beforeEach(async () => {
      other = await openDesk();
      await other.ship(theirs);
      second = await startHostileServer(other.site);
      await reader.dataset.ready();
      const added = await reader.updates.add({
        address: second.address,
        fingerprint: other.fingerprint().toUpperCase(),
        label: 'A newsroom',
        colour: '#aa3300',
      });
      id = added.id;
      await reader.check(id);
    });
    afterEach(async () => {
      await second.close();
      other.remove();
    });

    it('has ids of its own, and its label on its cards', async () => {
      const [card] = await reader.dataset.cards([`${id}~e-10`]);
      expect(card).toMatchObject({
        id: `${id}~e-10`,
        relations: [{ target: { id: `${id}~own` } }],
        statements: [{ id: `${id}~e-10/s` }],
        dataset: { id, label: 'A newsroom', colour: '#aa3300' },
      });
      const [posing] = await reader.dataset.cards([`${id}~own`]);
      expect(posing?.dataset).toEqual({ id, label: 'A newsroom', colour: '#aa3300' });
      expect(posing).not.toHaveProperty('alsoIn');
      expect((await reader.rules())?.aliases.find((alias) => alias.text === 'Their Own')).toMatchObject({
        needs: [
          [
            { type: 'cue', id: `${id}~c` },
            { type: 'entity', id: `${id}~e-10` },
          ],
        ],
      });
    });

    it('takes no name over from the core dataset; what both have is shown', async () => {
      const rules = await reader.rules();
      const owners = rules?.aliases
        .filter((a) => a.text.includes('Entity 10'))
        .map((a) => rules.entity(a.entity)?.id);
      expect(owners).toEqual(['e-10']);
      expect((await reader.state(id)).conflicts).toEqual([
        { name: 'Entity 10', kept: 'e-10', ours: `${id}~e-10` },
      ]);
      expect((await reader.dataset.cards(['e-10']))[0]).toMatchObject({
        alsoIn: [{ id: `${id}~e-10`, name: 'Entity 10', dataset: { label: 'A newsroom' } }],
      });
      expect(await said()).toBe('old');
    });

    it('can be turned off and on, and removed without a trace', async () => {
      const marks = async () => {
        const rules = await reader.rules();
        return rules?.aliases.some((alias) => rules.entity(alias.entity)?.id.startsWith(id));
      };
      expect(await marks()).toBe(true);
      await reader.updates.change({ id, enabled: false });
      expect([
        await marks(),
        (await reader.state(id)).status,
        await reader.dataset.cards([`${id}~own`]),
      ]).toEqual([false, 'off', []]);
      await reader.updates.change({ id, enabled: true });
      expect(await marks()).toBe(true);
      await reader.updates.remove(id);
      expect([await marks(), (await reader.updates.state()).map((row) => row.id)]).toEqual([false, [CORE]]);
      for (const table of reader.database.tables)
        expect(JSON.stringify(await table.toArray())).not.toContain(id);
    });

    it('leave no trace of it after the next start, wherever its removal is cut off', async () => {
      let cut = 0;
      for (let last = 0, isOver = false; !isOver; last++) {
        const same = { bundled: bundled(), name: `removed-${last}`, local: new Map<string, unknown>() };
        const before = createReader(same);
        await before.dataset.ready();
        const address = { address: second.address, fingerprint: other.fingerprint() };
        await before.updates.add({ ...address, label: 'A newsroom', colour: '#aa3300' });
        await before.check(id);

        const database = openDatasetDatabase(same.name);
        const life = createLife(last);
        makeMortal(database, life);
        const dying = createReader({ ...same, database });
        await dying.updates.remove(id).catch(() => undefined);
        isOver = life.steps <= last;
        database.close();

        const next = createReader(same);
        await next.dataset.ready();
        await next.updates.checkDue();
        const isThere = (await next.updates.state()).some((row) => row.id === id);
        expect(await next.dataset.cards([`${id}~own`])).toHaveLength(isThere ? 1 : 0);
        expect(await said(next)).toBe('old');
        if (isThere) continue;
        cut++;
        const rows = await Promise.all(next.database.tables.map((table) => table.toArray()));
        expect(rows.map((found) => JSON.stringify(found).includes(id))).not.toContain(true);
      }
      expect(cut).toBeGreaterThan(5);
    });

    it('cannot pose as the core one, nor come twice, nor with another fingerprint', async () => {
      const request = {
        address: second.address,
        fingerprint: other.fingerprint(),
        colour: '#000000',
        label: 'x',
      };
      await expect(reader.updates.add(request)).rejects.toThrow('here-already');
      const third = await openDesk();
      await third.ship(theirs);
      second.serve(third.site);
      await expect(
        reader.updates.add({ ...request, fingerprint: third.fingerprint(), label: 'SIDE-LIGHT ' }),
      ).rejects.toThrow('label-reserved');
      const posing: [label: string, why: string][] = [
        ['Core', 'label-reserved'],
        ['Званични списак', 'label-reserved'],
        ['А nеwsrооm', 'name-taken'],
        ['\u202eswen', 'label-unreadable'],
        ['Ne\u200bws', 'label-unreadable'],
        [' \u00a0', 'label-unreadable'],
        ['📰', 'label-unreadable'],
      ];
      for (const [label, why] of posing) {
        const asked = reader.updates.add({ ...request, fingerprint: third.fingerprint(), label });
        await expect(asked, label).rejects.toThrow(why);
        // Its own label it may take again.
        if (why === 'name-taken') continue;
        await expect(reader.updates.change({ id, label }), label).rejects.toThrow(why);
      }
      const label = (await reader.updates.state()).find((row) => row.id === id)?.label ?? '';
      await expect(
        reader.updates.add({
          ...request,
          fingerprint: third.fingerprint(),
          label: ` ${label.toUpperCase()}.`,
        }),
      ).rejects.toThrow('name-taken');
      await expect(reader.updates.add({ ...request, fingerprint: 'a'.repeat(64) })).rejects.toThrow(
        'wrong-fingerprint',
      );
      await expect(reader.updates.change({ id, label: 'Sidelight' })).rejects.toThrow('label-reserved');
      await reader.updates.change({ id, label: ' A  newsroom ' });
      expect((await reader.state(id)).label).toBe('A newsroom');
      await expect(reader.updates.remove(CORE)).rejects.toThrow('cannot');
      third.remove();
    });
  });
});
