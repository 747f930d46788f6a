/** Keys on several desks, as their holders type it: what is broken off goes on, and nothing that waits is overwritten. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runDataset } from '../../../../src/publish/commands.ts';
import { askTwice } from '../../../../src/publish/release/passphrase.ts';
import { openWorkshop } from '../../../../src/publish/release/workshop.ts';
import { changed, datasetFolder } from '../../../helpers/dataset-folder.ts';

describe('a ceremony of keys', { timeout: 120_000 }, () => {
  const records = datasetFolder();
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sidelight-ceremony-'));
    vi.stubEnv('SIDELIGHT_PASSPHRASE', 'a long enough one');
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The command at somebody's desk; the workshop is passed among them. */
  async function at(holder: string, ...args: readonly string[]): Promise<{ code: number; out: string }> {
    let out = '';
    const hear = (text: unknown) => {
      out += `${text}\n`;
    };
    const spies = [vi.spyOn(console, 'log').mockImplementation(hear)];
    spies.push(vi.spyOn(console, 'error').mockImplementation(hear));
    const places = ['--repository', join(folder, 'repository'), '--keys', join(folder, holder)];
    const [command = '', ...rest] = args;
    const code = await runDataset([command, ...places, '--root', records, ...rest]);
    for (const spy of spies) spy.mockRestore();
    return { code, out };
  }
  const publicHalf = (holder: string, name: string) => join(folder, holder, `${name}.pub.json`);

  it('ends with the fingerprint at whoever signs last, and keeps the signatures it has', async () => {
    for (const name of ['ana', 'ben']) await at(name, 'keys', 'make', 'root', `root-${name}`);
    const named = ['ana', 'ben'].map((name) => publicHalf(name, `root-${name}`)).join(',');
    const keys = ['keys', '--with', named, '--roles', 'root=2/2,targets=1/1'];
    expect((await at('machine', ...keys)).out).toContain('0 of 2 signatures');
    expect((await at('machine', 'keys', 'list')).out).toContain('lacks signatures (dataset -- sign');
    expect((await at('machine', 'release')).out).toContain('lacks signatures (dataset -- sign');
    expect((await at('ana', 'sign')).out).toContain('1 of 2 signatures');
    expect(await at('machine', ...keys)).toMatchObject({
      code: 1,
      out: expect.stringContaining('root 1 waits for signatures'),
    });
    const last = await at('ben', 'sign');
    expect(last.code, last.out).toBe(0);
    expect(last.out).toMatch(/^fingerprint [0-9a-f]{64}$/m);
    const release = await at('machine', 'release');
    expect(release.out).not.toContain('fingerprint');
    expect(release.code, release.out).toBe(0);
  });

  it('goes on with the keys that were made before it was broken off', async () => {
    await at('desk', 'keys', 'make', 'root', 'root-1');
    await at('desk', 'keys', 'make', 'targets', 'targets-ana');
    const { code, out } = await at('desk', 'keys', '--roles', 'root=1/2,targets=1/1');
    expect(code, out).toBe(0);
    expect(out).toContain('root-1 is here already');
    expect(out).toContain('targets-ana is here already');
    expect(readdirSync(join(folder, 'desk')).filter((name) => name.endsWith('.key.json'))).toEqual([
      'root-1.key.json',
      'root-2.key.json',
      'snapshot-1.key.json',
      'targets-ana.key.json',
      'timestamp-1.key.json',
    ]);
    expect((await at('desk', 'keys', 'list')).out).not.toContain('not here');
  });

  it('tells whoever signs last where to go on, when the daily keys are elsewhere', async () => {
    await at('desk', 'keys', '--roles', 'root=1/1,targets=1/1');
    move('desk', 'ana', 'targets-1');
    const released = await at('ana', 'release');
    expect(released.out).toContain('where the snapshot and timestamp keys are: dataset -- timestamp');
    expect(released.code).toBe(0);
    expect((await at('ana', 'publish', join(folder, 'site'))).out).toContain('run dataset -- timestamp');
    expect((await at('ana', 'timestamp')).code).toBe(1);
    expect((await at('desk', 'timestamp')).out).toContain('timestamp 1, snapshot 1');
  });

  it('begins no second change of keys while the first waits for signatures', async () => {
    await at('desk', 'keys', '--roles', 'root=1/2,targets=1/1');
    vi.stubEnv('SIDELIGHT_PASSPHRASE', '');
    vi.stubEnv('SIDELIGHT_PASSPHRASE_TARGETS', 'a long enough one');
    expect((await at('desk', 'keys', 'rotate', 'targets')).out).toContain('0 of 1 signatures');
    const staged = () => readFileSync(join(folder, 'repository/staged/2.root.json'), 'utf8');
    const before = staged();
    for (const change of [['rotate', 'timestamp'], ['renew']])
      expect((await at('desk', 'keys', ...change)).out).toContain('root 2 waits for signatures');
    expect(staged()).toBe(before);
    vi.stubEnv('SIDELIGHT_PASSPHRASE', 'a long enough one');
    expect((await at('desk', 'sign')).code).toBe(0);
    expect((await at('desk', 'keys', 'rotate', 'timestamp')).out).toContain('root 3: signed');
  });

  it('throws no release away that waits for signatures when the keys are replaced', async () => {
    await at('desk', 'keys', '--roles', 'root=1/1,targets=1/1');
    await at('desk', 'release');
    const workshop = openWorkshop(join(folder, 'repository'));
    const [old] = workshop.need('root').signed.roles.targets?.keyIDs ?? [];
    // What stands is not what the new keys shall speak for: a thief made it.
    move('desk', 'elsewhere', 'targets-1');
    await at('desk', 'release', '--lower');
    const rotated = await at('desk', 'keys', 'rotate', 'targets', '--revoke', old ?? '');
    expect(rotated).toMatchObject({ code: 1, out: expect.stringContaining('the staged release needs') });
    expect(workshop.need('targets').signed.version).toBe(1);
    expect((await at('desk', 'sign')).code).toBe(0);
    expect(workshop.need('targets').signed.version).toBe(2);
    expect(existsSync(workshop.path('staged', '2.targets.json'))).toBe(false);
  });

  it('leaves nothing behind when a passphrase is wrong', async () => {
    await at('desk', 'keys', '--roles', 'root=1/1,targets=1/1');
    await at('desk', 'release');
    const files = () => ['desk', 'repository'].flatMap(filesBelow);
    const before = files();
    vi.stubEnv('SIDELIGHT_PASSPHRASE_ROOT', 'another passphrase');
    vi.stubEnv('SIDELIGHT_PASSPHRASE_TARGETS', 'another passphrase');
    for (const change of [
      ['keys', 'renew'],
      ['keys', 'rotate', 'timestamp'],
      ['release', '--resign'],
      ['release', '--lower'],
    ])
      expect(await at('desk', ...change)).toMatchObject({
        code: 1,
        out: expect.stringContaining('the passphrase is wrong'),
      });
    expect(files()).toEqual(before);
    vi.unstubAllEnvs();
    vi.stubEnv('SIDELIGHT_PASSPHRASE', 'a long enough one');
    expect((await at('desk', 'sign')).out).toContain('nothing is staged');
    expect(openWorkshop(join(folder, 'repository')).need('root').signed.version).toBe(1);
  });

  it('signs nothing where nothing is staged, and tells a slip of the pen from that', async () => {
    await at('desk', 'keys', '--roles', 'root=1/1,targets=1/1');
    await at('desk', 'release');
    const workshop = openWorkshop(join(folder, 'repository'));
    const before = workshop.need('timestamp').signed.version;
    expect(await at('desk', 'sign')).toMatchObject({
      code: 0,
      out: expect.stringContaining('nothing is staged'),
    });
    expect(workshop.need('timestamp').signed.version).toBe(before);
    rmSync(workshop.folder, { recursive: true });
    expect(await at('desk', 'sign')).toMatchObject({
      code: 1,
      out: expect.stringContaining('there is no repository in'),
    });
  });

  it('makes no second release of the same records, staged or published, and none of days to come', async () => {
    await at('desk', 'keys', '--roles', 'root=1/1,targets=1/2');
    // No reader could be brought back from it.
    const ahead = datasetFolder(changed('dataset.yaml', '2026.11.24', '2062.11.30'));
    expect(await at('desk', 'release', '--root', ahead)).toMatchObject({
      code: 1,
      out: expect.stringMatching(/dataset\.yaml:1 .*2062-11-30, and today is/),
    });
    vi.stubEnv('SIDELIGHT_PASSPHRASE', '');
    await at('desk', 'release');
    const again = () => at('desk', 'release');
    expect(await again()).toMatchObject({ code: 1, out: expect.stringContaining('waits for signatures') });
    vi.stubEnv('SIDELIGHT_PASSPHRASE', 'a long enough one');
    await at('desk', 'sign');
    expect(await again()).toMatchObject({
      code: 1,
      out: expect.stringMatching(/nothing has changed.*--resign/),
    });
    const workshop = openWorkshop(join(folder, 'repository'));
    expect(workshop.latest('targets', 'staged')).toBeNull();
    expect((await at('desk', 'release', '--resign')).code).toBe(0);
    expect(workshop.need('targets').signed.version).toBe(2);
  });

  function filesBelow(name: string): string[] {
    return readdirSync(join(folder, name), { recursive: true }).map(String).sort();
  }

  function move(from: string, to: string, name: string): void {
    const file = `${name}.key.json`;
    cpSync(join(folder, from, file), join(folder, to, file));
    rmSync(join(folder, from, file));
  }
});

describe('a new passphrase', () => {
  it.each([
    ['is typed twice', ['long enough', 'long enough'], 'long enough'],
    [
      'is asked for again when the two differ',
      ['long enough', 'lang enough', 'good one', 'good one'],
      'good one',
    ],
    ['is asked for again when it is short', ['short', 'good one', 'good one'], 'good one'],
    ['is none when nothing is typed', ['long enough', 'lang enough', ''], null],
  ])('%s', async (_, typed, expected) => {
    const answers = [...typed];
    expect(await askTwice('root-1', async () => answers.shift() ?? '')).toBe(expected);
    expect(answers).toEqual([]);
  });

  it('says why it is asked for again', async () => {
    const questions: string[] = [];
    const answers = ['short', 'long enough', 'lang enough', 'good one', 'good one'];
    await askTwice('root-1', async (question) => {
      questions.push(question);
      return answers.shift() ?? '';
    });
    expect(questions).toEqual([
      'new passphrase for root-1: ',
      'that is less than 8 characters; new passphrase for root-1: ',
      'once more: ',
      'the two differ; new passphrase for root-1: ',
      'once more: ',
    ]);
  });
});
