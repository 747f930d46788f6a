/** From keys to a verified download, on a temporary folder and a real server. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileDataset } from '../../../../src/publish/compile.ts';
import { checkStaged } from '../../../../src/publish/release/check-staged.ts';
import { packRelease, unpackRelease } from '../../../../src/publish/release/dataset-file.ts';
import { listKeys, openKey } from '../../../../src/publish/release/keyring.ts';
import { makeRelease } from '../../../../src/publish/release/make-release.ts';
import { restageTargets } from '../../../../src/publish/release/restage.ts';
import { type FolderServer, serveFolder } from '../../../../src/publish/release/serve-folder.ts';
import { createSigner, signTargets } from '../../../../src/publish/release/sign.ts';
import { describeVerification, verifyRepository } from '../../../../src/publish/release/verify.ts';
import { changed, datasetFolder } from '../../../helpers/dataset-folder.ts';
import { type Desk, openDesk, PASSPHRASE } from '../../../helpers/desk.ts';

const one = compileDataset(datasetFolder());
const two = {
  ...compileDataset(datasetFolder(changed('entities/acme.yaml', 'makes cameras.', 'makes lenses.'))),
  version: '2026.11.25',
};

describe('a maintainer’s desk', () => {
  let desk: Desk;
  let server: FolderServer;
  beforeAll(async () => {
    desk = await openDesk();
    await desk.ship(one);
    server = await serveFolder(desk.site, 0);
  });
  afterAll(async () => {
    await server?.close();
    desk?.remove();
  });
  const verify = () => verifyRepository(server.origin, desk.fingerprint());

  it('publishes what a fresh reader finds genuine', async () => {
    expect(await verify()).toMatchObject({
      failure: null,
      ok: true,
      version: '2026.11.24',
      root: 1,
      entities: 2,
    });
  });

  it('refuses another fingerprint', async () => {
    const result = await verifyRepository(
      server.origin,
      desk.fingerprint().replace(/^./, (c) => (c === '0' ? '1' : '0')),
    );
    expect(result.failure?.code).toBe('not-genuine');
  });

  it.each(['1.snapshot.json', '1.targets.json', 'timestamp.json'])(
    'names %s when it is broken',
    async (name) => {
      const file = join(desk.site, 'metadata', name);
      const sound = readFileSync(file, 'utf8');
      // The same length, another number.
      writeFileSync(file, sound.replace(/"expires":"2/, '"expires":"3'));
      const result = await verify();
      writeFileSync(file, sound);
      expect(result.failure?.code).toBe('not-genuine');
      expect(describeVerification(result)).toContain(`/metadata/${name})`);
    },
  );

  it('says what it has put before an address', async () => {
    const result = await verify();
    const told = describeVerification(result, '127.0.0.1');
    expect(told).toContain(`no https:// or http:// was given: this is ${result.address}`);
    expect(describeVerification(result, server.origin)).not.toContain('was given');
  });

  it('builds the same bytes from the same records', () => {
    expect(packRelease(compileDataset(datasetFolder())).bytes.equals(packRelease(one).bytes)).toBe(true);
    expect(unpackRelease(packRelease(one).bytes).key).toBe(packRelease(one).key);
  });

  it('refuses a release whose version is not above the last', async () => {
    await expect(desk.release({ ...two, version: '2026.11.24' })).rejects.toThrow('not above');
  });

  it('lists a delta from the last release, and tells what changed', async () => {
    const made = await desk.ship(two);
    expect(Object.keys(made.deltas)).toEqual(['2026.11.24']);
    expect(made.deltas['2026.11.24']).toBeLessThan(made.full);
    expect(made.changes).toContain('~ acme/founded-2011');
    expect(readFileSync(join(desk.site, 'changes/2026.11.25.txt'), 'utf8')).toContain('makes lenses');
    const { ok, files } = await verify();
    expect([ok, files.length]).toEqual([true, 2]);
  });

  it.each(['timestamp', 'snapshot', 'targets', 'root'] as const)(
    'stays genuine through a rotation of %s',
    async (role) => {
      const before = desk.workshop.need('root').signed.version;
      await desk.rotate(role);
      desk.publish();
      expect(await verify()).toMatchObject({ ok: true, root: before + 1 });
    },
  );

  it('keeps a release back that one key has signed', async () => {
    const signer = createSigner(desk.keys, async ({ name }) => (name.endsWith('-4') ? PASSPHRASE : null));
    const three = { ...two, version: '2026.11.26' };
    makeRelease(desk.workshop, three, { now: new Date(), window: 10 });
    const report = await signTargets(desk.workshop, signer);
    expect(report).toMatchObject({ signed: ['targets-4'], missing: ['1 of 2 signatures (3 keys may sign)'] });
    expect((await verify()).version).toBe('2026.11.25');
    expect(await signTargets(desk.workshop, desk.signer)).toMatchObject({ missing: [] });
  });

  it('lets nobody sign a release that their records do not give', () => {
    makeRelease(desk.workshop, { ...two, version: '2026.11.27' }, { now: new Date(), window: 10 });
    expect(() => checkStaged(desk.workshop, () => ({ ...two, version: '2026.11.27' }))).not.toThrow();
    expect(() => checkStaged(desk.workshop, () => ({ ...one, version: '2026.11.27' }))).toThrow(
      'is not what',
    );
    restageTargets(desk.workshop, new Date());
    expect(() => checkStaged(desk.workshop, () => one)).not.toThrow();
    desk.workshop.unstage('targets');
  });

  it('opens no key with another passphrase, nor one that was changed', async () => {
    const [key] = listKeys(desk.keys);
    if (!key) throw new Error('there is no key');
    await expect(openKey(desk.keys, key, async () => 'wrong horse')).rejects.toThrow('passphrase is wrong');
    const file = join(desk.keys, `${key.name}.key.json`);
    const text = readFileSync(file, 'utf8');
    expect(text).not.toContain(PASSPHRASE);
    // Another digit than the one that is there.
    const changed = text.replace(/"public": "(.)/, (_, digit) => `"public": "${digit === '0' ? 1 : 0}`);
    writeFileSync(file, changed);
    await expect(openKey(desk.keys, key, async () => PASSPHRASE)).rejects.toThrow('changed');
    writeFileSync(file, text);
  });
});
