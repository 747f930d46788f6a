import { describe, expect, test } from 'vitest';
import { BANNED_FROM_SCRIPTS, DOORS } from './doors.ts';
import { brokenDoors, importCycles, reachedPackages, roomOf } from './rooms.ts';
import { importsOf, readSources, type SourceFile } from './source-files.ts';

const files = readSources(['src', 'entrypoints']);

describe('the house', () => {
  test('every import goes through a door', () => {
    expect(brokenDoors(files, DOORS)).toEqual([]);
  });

  test('no file imports itself by a detour', () => {
    expect(importCycles(files)).toEqual([]);
  });

  test('entrypoints do not reach into publish, and import from nowhere else but src', () => {
    const wrong = files
      .filter((file) => file.path.startsWith('entrypoints/'))
      .flatMap((file) => file.imports.map((found) => [file.path, found.file] as const))
      .filter(([, target]) => target !== null && roomOf(target) !== null)
      .filter(([, target]) => roomOf(target ?? '') === 'publish');
    expect(wrong).toEqual([]);
  });

  test.each(Object.entries(BANNED_FROM_SCRIPTS))('%s brings no heavy package along', (script, banned) => {
    const starts = files.filter((file) => file.path.startsWith(script));
    expect(starts).not.toEqual([]);
    const found = starts.flatMap((start) => [...reachedPackages(files, start.path)]);
    expect(found.filter(([name]) => banned.some((b) => name === b || name.startsWith(`${b}/`)))).toEqual([]);
  });

  test.each(['main.ts', 'show-state.ts'])(
    'the gallery’s %s reaches nothing that a browser does not have',
    (name) => {
      const all = readSources(['src', 'tests/gallery', 'tests/helpers', 'tests/unit/ui']);
      const found = [...reachedPackages(all, `tests/gallery/${name}`)];
      expect(found.length).toBeGreaterThan(2);
      expect(found.filter(([path]) => path.startsWith('node:'))).toEqual([]);
    },
  );
});

describe('the rules themselves', () => {
  const file = (path: string, code: string): SourceFile => ({ path, imports: importsOf(path, code) });

  test('find each kind of import', () => {
    const code = `import type { A } from './a.ts'; import { type B } from './b.ts'; import './c.css?inline';
      export * from './d.ts'; export type { E } from './e.ts'; export { f } from './f.ts'; await import('./g.ts');
      import h from 'h'; export const local = 1; await import(local + 'i'); await import('./j' + local + '.ts');`;
    const found = importsOf('src/page/x.ts', code).map(({ file, specifier, typeOnly }) => [
      file ?? specifier,
      typeOnly,
    ]);
    expect(found).toEqual([
      ['src/page/a.ts', true],
      ['src/page/b.ts', false],
      ['src/page/c.css', false],
      ['h', false],
      ['src/page/d.ts', false],
      ['src/page/e.ts', true],
      ['src/page/f.ts', false],
      ['src/page/g.ts', false],
      ['(computed)', false],
      ['(computed)', false],
    ]);
  });

  const broken: [path: string, code: string, problem: string][] = [
    ['src/page/x.ts', "import { a } from '../background/a.ts';", 'page has no door to background'],
    ['src/ui/card/x.tsx', "import type { a } from '../../storage/a.ts';", 'ui has no door to storage'],
    ['src/storage/x.ts', "import { a } from '../page/a.ts';", 'storage has no door to page'],
    ['src/ui/card/x.tsx', "import { a } from '../../page/a.ts';", 'ui may import only types from page'],
    [
      'src/core/linking/x.ts',
      "import { a } from '../dataset/a.ts';",
      'core/linking may import only types from core/dataset',
    ],
    ['src/core/text/x.ts', "import { z } from 'zod';", 'this room may not use that package'],
    ['src/core/dataset/x.ts', "import { readFile } from 'node:fs';", 'this room may not use that package'],
    [
      'src/messages/x.ts',
      "import { a } from '../core/dataset/a.ts';",
      'messages may import only types from core/dataset',
    ],
    ['src/page/x.ts', "import { a } from '../../tests/a.ts';", 'it lies outside src'],
  ];
  test.each(broken)('refuse in %s: %s', (path, code, problem) => {
    expect(brokenDoors([file(path, code)], DOORS)).toEqual([expect.stringContaining(problem)]);
  });

  const fine: [path: string, code: string][] = [
    ['src/ui/card/x.tsx', "import type { a } from '../../page/a.ts';"],
    ['src/core/linking/x.ts', "import type { a } from '../dataset/a.ts';"],
    ['src/core/dataset/x.ts', "import { z } from 'zod'; import { a } from '../text/a.ts';"],
    ['src/background/x.ts', "import { a } from '../storage/a.ts'; import { b } from '../core/dataset/b.ts';"],
    ['src/publish/x.ts', "import { a } from 'node:fs'; import { b } from '../core/text/b.ts';"],
  ];
  test.each(fine)('allow in %s: %s', (path, code) => {
    expect(brokenDoors([file(path, code)], DOORS)).toEqual([]);
  });

  test('see a ring of values, and no ring of types', () => {
    const ring = (kind: string) => [
      { path: 'src/page/a.ts', imports: importsOf('src/page/a.ts', `import { b } from './b.ts';`) },
      { path: 'src/page/b.ts', imports: importsOf('src/page/b.ts', `import ${kind} { a } from './a.ts';`) },
    ];
    const named = (kind: string) =>
      importCycles(
        ring(kind).map((f) => ({
          ...f,
          imports: f.imports.map((i) => ({ ...i, file: `src/page/${i.specifier.slice(2)}` })),
        })),
      );
    expect(named('')).toEqual(['src/page/a.ts → src/page/b.ts → src/page/a.ts']);
    expect(named('type')).toEqual([]);
  });
});
