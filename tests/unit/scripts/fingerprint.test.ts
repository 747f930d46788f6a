import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../../scripts/lib/fingerprint.mjs';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const TREE = { 'src/a.ts': 'a', 'assets/x/y.yaml': 'y', 'entrypoints/b.ts': 'b', 'package.json': '{}' };

function project(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'sidelight-tree-'));
  folders.push(root);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

const of = (files: Readonly<Record<string, string>>, kind = 'chrome testing') =>
  fingerprintOf(project(files), kind);

describe('the fingerprint of a build', () => {
  it('is the same for the same files, wherever they lie', () => {
    expect(of(TREE)).toBe(of(TREE));
  });

  it.each([
    ['a changed record', { ...TREE, 'assets/x/y.yaml': 'z' }],
    ['a new file', { ...TREE, 'src/new.ts': '' }],
    ['a renamed file', { 'src/c.ts': 'a', ...without('src/a.ts') }],
    ['another package', { ...TREE, 'package.json': '{"a":1}' }],
    ['text moved from one file to the next', { ...TREE, 'src/a.ts': '', 'entrypoints/b.ts': 'ab' }],
  ])('is another for %s', (_, files) => {
    expect(of(files)).not.toBe(of(TREE));
  });

  it('is another for another browser', () => {
    expect(of(TREE, 'firefox testing')).not.toBe(of(TREE));
  });
});

function without(name: keyof typeof TREE): Record<string, string> {
  const { [name]: _, ...rest } = TREE;
  return rest;
}
