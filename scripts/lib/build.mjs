/** Builds the extension, keeping WXT's chatter for the case that something goes wrong. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from './failure.mjs';
import { fingerprintOf } from './fingerprint.mjs';
import { step } from './progress.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const WXT = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
const TARGETS = { chromium: 'chrome', firefox: 'firefox' };

/**
 * Builds, unless the build that is there was made of the same files.
 * @param {import('./browsers.mjs').BrowserName} browser
 * @param {'production' | 'testing'} mode the testing build has an open shadow root and nothing else that differs
 * @returns {string} the folder that holds the built extension
 * @throws Failure when the build fails; its output is then on stderr
 */
export function buildExtension(browser, mode = 'production') {
  const target = TARGETS[browser];
  const folder = extensionFolder(browser, mode);
  const stamp = `${folder}.made-of`;
  const fingerprint = fingerprintOf(ROOT, `${target} ${mode}`);
  if (readStamp(stamp) === `${fingerprint} ${madeAt(folder)}`) return folder;
  // What is interrupted from here on is made again.
  rmSync(stamp, { force: true });
  step(`building for ${browser === 'chromium' ? 'Chromium' : 'Firefox'}`, () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [WXT, 'build', '--browser', target, '--mode', mode],
      {
        cwd: ROOT,
        stdio: ['ignore', 'pipe', 'pipe'],
        encoding: 'utf8',
        maxBuffer: 64 * 2 ** 20,
        // Started from a test, it would be `test`, and the build one for developers, with the names of this machine's folders in it.
        env: { ...process.env, NODE_ENV: 'production' },
      },
    );
    if (status === 0) return;
    process.stderr.write(`\n${withoutSpinner(`${stdout ?? ''}${stderr ?? ''}`)}`);
    throw new Failure('the build failed (its output is above)');
  });
  writeFileSync(stamp, `${fingerprint} ${madeAt(folder)}`);
  return folder;
}

function readStamp(stamp) {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return null;
  }
}

/** Tells a build of ours from one that was put there by `wxt build` since. */
function madeAt(folder) {
  return statSync(join(folder, 'manifest.json'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Where a build ends up. */
export function extensionFolder(browser, mode = 'production') {
  return join(ROOT, '.output', `${TARGETS[browser]}-mv3${mode === 'testing' ? '-testing' : ''}`);
}

/** WXT draws its spinner also where nobody watches. */
function withoutSpinner(output) {
  return output
    .replace(/\x1b\[[0-9;?]*[A-Za-z]/g, '')
    .replace(/[\u2800-\u28ff] (?:Preparing\.\.\.|\[\d+\/\d+\] [\w-]+)/g, '');
}
