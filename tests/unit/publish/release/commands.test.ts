/** The commands as a maintainer types them: from keys to a verified download, and a withdrawal. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type FolderServer, serveFolder } from '../../../../src/publish/release/serve-folder.ts';
import { datasetFolder } from '../../../helpers/dataset-folder.ts';

const ROOT = resolve(import.meta.dirname, '../../../..');
const folder = mkdtempSync(join(tmpdir(), 'sidelight-commands-'));
const records = datasetFolder();
const site = join(folder, 'site');
const places = [
  '--repository',
  join(folder, 'repository'),
  '--keys',
  join(folder, 'keys'),
  '--root',
  records,
];

function run(
  args: readonly string[],
  passphrase = 'a long enough one',
): Promise<{ code: number | null; out: string }> {
  const command = [
    '--disable-warning=ExperimentalWarning',
    join(ROOT, 'src/publish/cli.ts'),
    ...args,
    ...places,
  ];
  const child = spawn(process.execPath, command, {
    cwd: ROOT,
    env: { ...process.env, SIDELIGHT_PASSPHRASE: passphrase },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (out += chunk));
  return new Promise((done) => child.on('close', (code) => done({ code, out })));
}

describe('dataset', () => {
  let server: FolderServer | null = null;
  afterAll(async () => {
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('keys, release, publish, verify; then withdraw, and again', { timeout: 120_000 }, async () => {
    const keys = await run(['keys', '--roles', 'root=1/1,targets=1/1']);
    expect(keys.code, keys.out).toBe(0);
    const [, fingerprint = ''] = /^fingerprint ([0-9a-f]{64})$/m.exec(keys.out) ?? [];
    expect(readFileSync(join(folder, 'keys/targets-1.key.json'), 'utf8')).toContain('aes-256-gcm');
    expect((await run(['keys'])).out).toContain('has keys already');

    const wrong = await run(['release'], 'another passphrase');
    expect([wrong.code, wrong.out]).toEqual([1, expect.stringContaining('the passphrase is wrong')]);
    const release = await run(['release']);
    expect([release.code, release.out]).toEqual([0, expect.stringContaining('timestamp 1, snapshot 1')]);
    expect((await run(['publish', site])).code).toBe(0);
    server = await serveFolder(site, 0);
    const verify = () => run(['verify', `${server?.origin}/`, '--fingerprint', fingerprint]);
    expect((await verify()).out).toContain('2026.11.24: genuine, 2 entities');

    const reason = 'Another company of the same name.';
    const withdraw = await run(['withdraw', 'acme/sold-2019', '--as', 'removed', '--reason', reason]);
    expect(withdraw.code, withdraw.out).toBe(0);
    const settings = join(records, 'dataset.yaml');
    writeFileSync(settings, readFileSync(settings, 'utf8').replace('2026.11.24', '2026.11.25'));
    // What leaned on the removed statement is mended by hand, as the check says.
    const square = join(records, 'entities/square.yaml');
    writeFileSync(square, readFileSync(square, 'utf8').replace('acme/sold-2019', 'plan-2018'));
    const second = await run(['release']);
    expect(second.code, second.out).toBe(0);
    const published = await run(['publish', site]);
    expect(published.out).toMatch(/deleted [0-9a-f]{64}\.dataset\.bin/);
    expect((await verify()).out).toContain('2026.11.25: genuine');
    // No delta, no older release, and no report holds the text any more.
    expect(readdirSync(join(site, 'targets'))).toHaveLength(1);
    expect(readdirSync(join(folder, 'repository/targets'))).toHaveLength(1);
    expect(readdirSync(join(folder, 'repository/releases'))).toEqual(['2026.11.25.bin']);
    expect(readFileSync(join(site, 'changes/2026.11.25.txt'), 'utf8')).toContain(
      '- acme/sold-2019: (text removed)',
    );
    expect((await verify()).code).toBe(0);
    expect((await run(['verify', `${server?.origin}/`, '--fingerprint', 'a'.repeat(64)])).code).toBe(1);
  });
});
