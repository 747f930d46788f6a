import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { WEIGHTS } from './budgets.ts';
import { readBuilt } from './built.ts';

describe('what the extension weighs on a page', () => {
  test.each(Object.entries(WEIGHTS))('%s stays within %i bytes gzipped', (path, budget) => {
    expect(gzipSync(readBuilt('chromium', path), { level: 9 }).length).toBeLessThanOrEqual(budget);
  });
});
