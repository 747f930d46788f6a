/**
 * `npm test`: builds both browsers' extensions for testing and runs vitest on everything; arguments go on to vitest
 * (`npm test -- --project unit`, `npm test -- tests/unit/core`). The last line is `N passed, N failed`.
 * `--full` (`npm run test:full`) adds the long matrices below tests/full.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildExtension } from './lib/build.mjs';
import { reportFailure } from './lib/failure.mjs';
import { withLock } from './lib/lock.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const RESULTS = join(ROOT, '.output/test-results.json');

try {
  withLock('build', () => {
    for (const browser of ['chromium', 'firefox']) buildExtension(browser, 'testing');
  });
  process.exitCode = report(runVitest(process.argv.slice(2)));
} catch (error) {
  reportFailure(error);
  console.log('0 passed, 1 failed');
}

function runVitest(given) {
  const args = given.filter((arg) => arg !== '--full');
  const env = { ...process.env, ...(given.includes('--full') ? { SIDELIGHT_FULL: '1' } : {}) };
  mkdirSync(dirname(RESULTS), { recursive: true });
  rmSync(RESULTS, { force: true });
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}`];
  return spawnSync(process.execPath, [vitest, 'run', ...reporters, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env,
  });
}

/** Prints the closing lines and returns the exit code. */
function report({ status, signal }) {
  const results = readResults();
  if (!results) {
    console.log(`vitest ended without results (${signal ? `signal ${signal}` : `exit code ${status}`})`);
    console.log('0 passed, 1 failed');
    return 1;
  }
  const { numPassedTests: passed, numPendingTests: pending = 0, numTodoTests: todo = 0 } = results;
  // A file that breaks before its first test counts as one failure, although no test of it ran.
  const broken = results.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  for (const file of broken) console.log(`broke: ${file.name}`);
  let failed = results.numFailedTests + broken.length;
  if (status !== 0 && failed === 0) {
    console.log(`vitest itself failed, though no test did (${signal ?? `exit code ${status}`}): see above`);
    failed = 1;
  }
  const skipped = pending + todo;
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed > 0 ? 1 : 0;
}

function readResults() {
  try {
    return JSON.parse(readFileSync(RESULTS, 'utf8'));
  } catch {
    return null; // Not written, or cut off: vitest did not get to its end.
  }
}
