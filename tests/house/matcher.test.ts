import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileMatcher } from '../../scripts/matcher.ts';
import { ROOT } from './source-files.ts';

test('the matcher’s code is what its sources compile to', async () => {
  const written = readFileSync(join(ROOT, 'src/core/linking/matcher-code.ts'), 'utf8');
  expect(written, 'npm run matcher writes it').toBe(await compileMatcher());
}, 60_000);
