/** What an earlier timestamp leads to stays published for as long as that timestamp holds, unless it was taken back. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { Release } from '../../../../src/core/dataset/release.ts';
import { compileDataset } from '../../../../src/publish/compile.ts';
import { freshen } from '../../../../src/publish/release/freshen.ts';
import { makeRelease } from '../../../../src/publish/release/make-release.ts';
import { publishFolder } from '../../../../src/publish/release/publish-folder.ts';
import { LIFETIME } from '../../../../src/publish/release/roles.ts';
import { signTargets } from '../../../../src/publish/release/sign.ts';
import { changed, datasetFolder } from '../../../helpers/dataset-folder.ts';
import { type Desk, openDesk } from '../../../helpers/desk.ts';

const DAY = 86_400_000;
const BEGIN = Date.parse('2026-11-24T08:00:00Z');

const one = compileDataset(datasetFolder());
const two: Release = {
  ...compileDataset(datasetFolder(changed('entities/acme.yaml', 'makes cameras.', 'makes lenses.'))),
  version: '2026.11.25',
};
const three: Release = { ...two, version: '2026.11.26' };

describe('files of an earlier release', () => {
  let desk: Desk | undefined;
  let now = BEGIN;
  const open = async (): Promise<Desk> => {
    now = BEGIN;
    desk = await openDesk({ now: () => new Date(now) });
    return desk;
  };
  afterEach(() => desk?.remove());

  it('are there for whoever comes with the timestamp before, and go when it has run out', async () => {
    const { ship, site, timestamp, publish } = await open();
    await ship(one);
    const before = ledTo(site);
    expect(before).toHaveLength(3);
    now += DAY;
    await ship(two);
    expect(missing(site, before)).toEqual([]);
    expect(ledTo(site)).not.toEqual(before);

    // The last timestamp that names release one was signed no later than release two.
    now += (LIFETIME.timestamp - 1) * DAY;
    await timestamp();
    publish();
    expect(missing(site, before)).toEqual([]);
    now += 2 * DAY;
    await timestamp();
    publish();
    expect(missing(site, before)).toEqual(before);
    expect(missing(site, ledTo(site))).toEqual([]);
  });

  it('are counted from when they were replaced, not from when they were made', async () => {
    const { ship, site } = await open();
    await ship(one);
    const before = ledTo(site);
    now += 20 * DAY;
    await ship(two);
    now += DAY;
    await ship(three);
    expect(missing(site, before)).toEqual([]);
  });

  it('are laid out in an empty folder too: some hosts take a new one each time', async () => {
    const { ship, site, workshop, folder } = await open();
    await ship(one);
    const before = ledTo(site);
    now += DAY;
    await ship(two);
    const elsewhere = join(folder, 'elsewhere');
    publishFolder(workshop, elsewhere, new Date(now));
    expect(missing(elsewhere, [...before, ...ledTo(site)])).toEqual([]);
  });

  it('are not missed when the workshop no longer has them', async () => {
    const { ship, site, workshop, folder } = await open();
    await ship(one);
    now += 30 * DAY;
    await ship(two);
    now -= 29 * DAY;
    publishFolder(workshop, join(folder, 'elsewhere'), new Date(now));
    expect(missing(join(folder, 'elsewhere'), ledTo(site))).toEqual([]);
  });

  it('go at once, with all that comes from them, when something of them is removed', async () => {
    const { ship, site, workshop } = await open();
    await ship(one);
    now += DAY;
    await ship(two);
    const before = ledTo(site);
    now += DAY;
    await ship({
      ...three,
      statements: three.statements.filter(({ id }) => id !== 'acme/sold-2019'),
      withdrawn: [{ id: 'acme/sold-2019', as: 'removed', on: '2026-11-26', reason: 'Another company.' }],
    });
    expect(missing(site, before)).toEqual(before);
    for (const folder of [join(site, 'targets'), workshop.path('targets'), workshop.path('releases')])
      for (const name of readdirSync(folder))
        expect(gunzipSync(readFileSync(join(folder, name))).toString()).not.toContain('sold cameras');

    // What comes after it keeps it, as always.
    const removal = ledTo(site);
    now += DAY;
    await ship({
      ...three,
      version: '2026.11.27',
      statements: three.statements.filter(({ id }) => id !== 'acme/sold-2019'),
      withdrawn: [{ id: 'acme/sold-2019', as: 'removed', on: '2026-11-26', reason: 'Another company.' }],
    });
    expect(missing(site, removal)).toEqual([]);
  });

  it('go at once when they claim a version that was taken back', async () => {
    const { ship, site, workshop, publish, signer } = await open();
    await ship(one);
    now += DAY;
    await ship({ ...two, version: '9999.12.31' });
    const stolen = ledTo(site);
    makeRelease(workshop, two, { now: new Date(now), window: 10, lower: true });
    await signTargets(workshop, signer);
    await freshen(workshop, signer, new Date(now));
    publish();
    expect(missing(site, stolen)).toEqual(stolen);
    expect(missing(site, ledTo(site))).toEqual([]);
  });

  it.each(['targets', 'snapshot'] as const)(
    'go at once when the %s keys that signed them are replaced',
    async (role) => {
      const { ship, site, rotate, publish } = await open();
      await ship(one);
      const before = ledTo(site);
      now += DAY;
      await ship(two);
      expect(missing(site, before)).toEqual([]);
      await rotate(role);
      publish();
      expect(missing(site, before).length).toBeGreaterThan(0);
      expect(missing(site, ledTo(site))).toEqual([]);
    },
  );
});

/** Files that a reader asks for who has this folder's timestamp. */
function ledTo(site: string): string[] {
  const read = (name: string) => JSON.parse(readFileSync(join(site, 'metadata', name), 'utf8')).signed;
  const snapshot = `${read('timestamp.json').meta['snapshot.json'].version}.snapshot.json`;
  const targets = `${read(snapshot).meta['targets.json'].version}.targets.json`;
  const files = Object.entries<{ hashes: { sha256: string } }>(read(targets).targets);
  return [
    `metadata/${snapshot}`,
    `metadata/${targets}`,
    ...files.map(([name, { hashes }]) => `targets/${hashes.sha256}.${name}`),
  ];
}

function missing(site: string, files: readonly string[]): string[] {
  return files.filter((name) => !existsSync(join(site, name)));
}
