import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { licencesDocument, readPackages } from '../../scripts/licences.ts';
import { ROOT } from './source-files.ts';

/** Licences that ask for no more than a notice, or for the source of their own files alone (MPL). */
const FITTING = /^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|MPL-2\.0|Unlicense|CC0-1\.0|BlueOak-1\.0\.0)$/;

const packages = readPackages();

test('docs/licences.md is what the lock file gives', () => {
  const document = readFileSync(join(ROOT, 'docs/licences.md'), 'utf8');
  expect(document, 'npm run licences writes it').toBe(licencesDocument(packages));
});

test('what readers install has licences that fit ours', () => {
  const shipped = packages.filter(({ isTool }) => !isTool);
  expect(shipped.length).toBeGreaterThan(10);
  expect(shipped.filter(({ licence }) => !FITTING.test(licence))).toEqual([]);
});

test('every package we name is pinned to one version', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  ) as Record<string, Record<string, string>>;
  const named = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(named.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
});
