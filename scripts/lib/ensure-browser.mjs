/** Makes sure that a browser is there: finds one, or installs it where that can be done without asking anybody. */
import { spawnSync } from 'node:child_process';
import { findBrowser, overrideOf } from './browsers.mjs';
import { Failure } from './failure.mjs';
import { step } from './progress.mjs';

const PACKAGES = { chromium: 'chromium', firefox: 'firefox-esr' };
const NAMES = { chromium: 'Chromium, Google Chrome or Microsoft Edge', firefox: 'Firefox 140 or later' };

/**
 * @param {import('./browsers.mjs').BrowserName} name
 * @returns {string} path of the browser
 * @throws Failure with one sentence that says what to install, when it is missing and cannot be installed from here
 */
export function ensureBrowser(name) {
  const found = findBrowser(name);
  if (found) return found;
  if (!canUseApt()) throw new Failure(missing(name));
  step(`installing ${PACKAGES[name]} with apt-get`, () => {
    apt(name, ['update']);
    apt(name, ['install', '-y', '--no-install-recommends', PACKAGES[name]]);
  });
  const installed = findBrowser(name);
  if (!installed)
    throw new Failure(`apt-get installed ${PACKAGES[name]}, but no browser came of it. ${missing(name)}`);
  return installed;
}

function missing(name) {
  return `${NAMES[name]} is needed: install it, or set ${overrideOf(name)} to the path of its program`;
}

function canUseApt() {
  return (
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0
  );
}

function apt(name, args) {
  const options = {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  // Another apt may be running, as on a machine that has just booted: wait for its lock instead of failing.
  const { status, stdout, stderr } = spawnSync(
    'apt-get',
    ['-q', '-o', 'DPkg::Lock::Timeout=300', ...args],
    options,
  );
  if (status === 0) return;
  process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`);
  throw new Failure(`apt-get ${args[0]} failed (its output is above). ${missing(name)}`);
}
