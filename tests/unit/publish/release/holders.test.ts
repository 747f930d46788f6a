/** Keys in several hands: what one holder can say about the keys of the others, whose secret halves are elsewhere. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../../..');
const folder = mkdtempSync(join(tmpdir(), 'sidelight-holders-'));

/** The command at somebody's desk; the workshop is passed among them. */
function at(holder: string, ...args: readonly string[]): { code: number | null; out: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(ROOT, 'src/publish/cli.ts'),
      ...args,
      '--repository',
      join(folder, 'repository'),
      '--keys',
      join(folder, holder),
    ],
    {
      encoding: 'utf8',
      cwd: ROOT,
      env: { ...process.env, SIDELIGHT_PASSPHRASE: 'a long enough one' },
    },
  );
  return { code: status, out: stdout + stderr };
}

describe('keys in several hands', { timeout: 120_000 }, () => {
  beforeAll(() => {
    const { code, out } = at('ceremony', 'keys', '--roles', 'root=1/1,targets=2/3');
    expect(code, out).toBe(0);
    mkdirSync(join(folder, 'ana'));
    for (const file of readdirSync(join(folder, 'ceremony')))
      if (file.endsWith('.pub.json') || /^(?:root|targets)-1\.key/.test(file))
        cpSync(join(folder, 'ceremony', file), join(folder, 'ana', file));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are listed by name where their public halves are', () => {
    const { out } = at('ana', 'keys', 'list');
    expect(out).toMatch(/[0-9a-f]{64} {2}targets-1\n/);
    expect(out).toMatch(/[0-9a-f]{64} {2}targets-2 \(public half\)\n/);
  });

  it('can be replaced by name, and a new key takes nobody’s name', () => {
    const { out } = at('ana', 'keys', 'rotate', 'targets', '--revoke', 'targets-2');
    expect(out).toContain('root 2: signed with root-1');
    const names = readdirSync(join(folder, 'ana'));
    expect(names).toContain('targets-4.key.json');
    expect(names).not.toContain('targets-2.key.json');
    const listed = at('ana', 'keys', 'list').out;
    expect(listed).not.toContain('targets-2');
    expect(listed).toMatch(/[0-9a-f]{64} {2}targets-4\n/);
  });

  it('are refused for a role that is not theirs', () => {
    const other = join(folder, 'ana', 'root-1.pub.json');
    const { code, out } = at('ana', 'keys', 'rotate', 'targets', '--with', other);
    expect([code, out]).toEqual([
      1,
      expect.stringContaining('root-1 is a key for root, and not for targets'),
    ]);
  });

  it('are refused by a name that no key of the role has', () => {
    const { code, out } = at('ana', 'keys', 'rotate', 'targets', '--revoke', 'targets-2');
    expect([code, out]).toEqual([1, expect.stringContaining('targets has no key targets-2')]);
  });
});
