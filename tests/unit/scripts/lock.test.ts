import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { withLock } from '../../../scripts/lib/lock.mjs';

const NAME = `test-${process.pid}`;
const PATH = join(import.meta.dirname, `../../../.cache/${NAME}.lock`);
afterEach(() => rmSync(PATH, { force: true }));

test('is held during the work and gone after it', () => {
  expect(withLock(NAME, () => readFileSync(PATH, 'utf8'))).toBe(String(process.pid));
  expect(existsSync(PATH)).toBe(false);
});

test('is given back when the work fails', () => {
  const failing = () => {
    throw new Error('no');
  };
  expect(() => withLock(NAME, failing)).toThrow('no');
  expect(existsSync(PATH)).toBe(false);
});

test('is taken over from a process that is gone', () => {
  withLock(NAME, () => {}); // Makes the folder.
  writeFileSync(PATH, String(spawnSync(process.execPath, ['-e', '']).pid));
  expect(withLock(NAME, () => 'done')).toBe('done');
});
