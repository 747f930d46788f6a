/** One process at a time: commands that share node_modules or .output may be started together. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../../.cache');

/**
 * Runs `work` while holding the lock `name`, waiting for whoever holds it. A lock whose process is gone is taken over,
 * so that an interrupted command blocks nobody.
 * @template T
 * @param {string} name
 * @param {() => T} work must be synchronous
 * @returns {T}
 */
export function withLock(name, work) {
  const path = join(FOLDER, `${name}.lock`);
  mkdirSync(FOLDER, { recursive: true });
  while (!take(path)) pause(200);
  try {
    return work();
  } finally {
    rmSync(path, { force: true });
  }
}

function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (isStale(path)) rmSync(path, { force: true });
    return false;
  }
}

function isStale(path) {
  let pid;
  try {
    pid = Number(readFileSync(path, 'utf8'));
  } catch {
    return false; // Released a moment ago.
  }
  if (pid === 0) return false; // Taken a moment ago: the number is not written yet.
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function pause(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
