/**
 * Makes a fresh clone ready: npm packages, and the browsers named as arguments (`chromium`, `firefox`, or `browser` for
 * whichever there is). Costs milliseconds when all is in place. Plain Node 20 and no packages, because it runs first.
 *
 * Everything it says goes to stderr: `npm start --silent -- --json` owes its caller nothing but JSON on stdout.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, findFirefox } from './lib/browsers.mjs';
import { ensureBrowser } from './lib/ensure-browser.mjs';
import { Failure, reportFailure } from './lib/failure.mjs';
import { withLock } from './lib/lock.mjs';
import { step } from './lib/progress.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
/** Holds what was installed. Inside node_modules, so that the two are deleted together. */
const STAMP = join(ROOT, 'node_modules/.lock-sha256');

try {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !['chromium', 'firefox', 'browser'].includes(name));
  if (unknown) throw new Failure(`set-up knows chromium, firefox and browser, not ${unknown}`);
  if (!isInstalled()) withLock('setup', installPackages);
  for (const name of wanted) {
    if (name !== 'browser') withLock('setup', () => ensureBrowser(name));
    else if (!findChromium() && !findFirefox()) withLock('setup', () => ensureBrowser('chromium'));
  }
} catch (error) {
  reportFailure(error);
}

function installPackages() {
  // Whoever held the lock before us may have done it.
  if (isInstalled()) return;
  step('installing npm packages', () => {
    // --loglevel=error: npm would warn that the host's Node is older than some packages like; they run on the one it installs.
    const args = ['ci', '--loglevel=error'];
    const options = { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] };
    const npm = process.env.npm_execpath;
    const { status, stdout } = npm
      ? spawnSync(process.execPath, [npm, ...args], options)
      : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
    if (status === 0) return;
    process.stderr.write(stdout ?? '');
    throw new Failure('npm ci failed (its output is above)');
  });
  writeFileSync(STAMP, fingerprint());
}

function isInstalled() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint();
}

/** Of what decides the contents of node_modules; scripts and description in package.json do not. */
function fingerprint() {
  const { dependencies, devDependencies, optionalDependencies, overrides } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  );
  return createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .update(JSON.stringify([dependencies, devDependencies, optionalDependencies, overrides]))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
}
