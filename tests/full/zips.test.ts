/** Packages are the same to the byte wherever, whenever and by whomever they are made; and hold nothing that is nobody's business. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../helpers/browser.ts';

const VERSION = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version as string;
const PACKAGES = ['chrome', 'firefox', 'sources'].map((which) => `sidelight-${VERSION}-${which}.zip`);
/** In folders that git leaves alone, and beside them. */
const PRIVATE = ['keys/root.key', 'repository/metadata/root.json', 'npm-debug.log'];

const folder = mkdtempSync(join(tmpdir(), 'sidelight-zips-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Files that git keeps, as they are now. */
function copyTree(to: string): void {
  const { stdout } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 2 ** 24,
  });
  for (const path of stdout.split('\0').filter(Boolean)) cpSync(join(ROOT, path), join(to, path));
}

/** Packages both browsers' extensions in a folder, in another part of the world. */
function zipIn(at: string, zone: string): void {
  symlinkSync(join(ROOT, 'node_modules'), join(at, 'node_modules'));
  for (const browser of ['chrome', 'firefox']) {
    const wxt = join(at, 'node_modules/wxt/bin/wxt.mjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [wxt, 'zip', '--browser', browser], {
      cwd: at,
      encoding: 'utf8',
      // Not what the tests run in: see scripts/lib/build.mjs.
      env: { ...process.env, NODE_ENV: 'production', TZ: zone },
    });
    if (status !== 0) throw new Error(`${stdout}${stderr}`);
  }
}

const bytesOf = (at: string, name: string) => readFileSync(join(at, '.output', name));

const here = join(folder, 'here');
const elsewhere = join(folder, 'a folder/elsewhere');
beforeAll(() => {
  for (const at of [here, elsewhere]) copyTree(at);
  for (const path of PRIVATE) {
    mkdirSync(dirname(join(elsewhere, path)), { recursive: true });
    writeFileSync(join(elsewhere, path), 'nobody’s business');
  }
  zipIn(here, 'America/Los_Angeles');
  zipIn(elsewhere, 'Asia/Tokyo');
}, 300_000);

test.each(PACKAGES)('%s is the same from two folders and two time zones', (name) => {
  expect(bytesOf(here, name).equals(bytesOf(elsewhere, name))).toBe(true);
});

test('nothing that git leaves alone is in the sources', () => {
  const names = Object.keys(unzipSync(bytesOf(elsewhere, PACKAGES[2] as string)));
  expect(names).toContain('wxt.config.ts');
  expect(names.filter((name) => PRIVATE.includes(name) || name.startsWith('.output'))).toEqual([]);
});

test('what a reviewer builds from the sources is the package for Firefox', () => {
  const review = join(folder, 'review');
  for (const [name, bytes] of Object.entries(unzipSync(bytesOf(here, PACKAGES[2] as string)))) {
    mkdirSync(dirname(join(review, name)), { recursive: true });
    writeFileSync(join(review, name), bytes);
  }
  zipIn(review, 'Europe/Belgrade');
  const name = PACKAGES[1] as string;
  expect(bytesOf(review, name).equals(bytesOf(here, name))).toBe(true);
});
