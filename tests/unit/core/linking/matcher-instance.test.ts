import { afterEach, expect, it, vi } from 'vitest';
import { MAX_AFFIX } from '../../../../src/core/linking/endings.ts';
import { MIN_STEM } from '../../../../src/core/linking/index-layout.ts';
import { createMatcherInstance } from '../../../../src/core/linking/matcher-instance.ts';
import { MIN_REST } from '../../../../src/core/linking/proclitics.ts';
import { CJK, IGNORED, JOINING, SPACE, WORD } from '../../../../src/core/text/fold.ts';

it('has the constants that the rest has', () => {
  const instance = createMatcherInstance({ classify: () => 0, take: () => {} });
  const constants = instance as unknown as Readonly<Record<string, { readonly value: number }>>;
  const names = ['WORD', 'CJK', 'SPACE', 'IGNORED', 'JOINING', 'MIN_STEM', 'MIN_REST', 'LONGEST'];
  const classes = [WORD, CJK, SPACE, IGNORED, JOINING].map((kind) => kind << 16);
  expect(names.map((name) => constants[name]?.value)).toEqual([...classes, MIN_STEM, MIN_REST, MAX_AFFIX]);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

it('says what is wrong where the browser forbids WebAssembly', async () => {
  vi.resetModules();
  class Forbidden {
    constructor() {
      throw new Error('violates the policy');
    }
  }
  vi.stubGlobal('WebAssembly', { Module: Forbidden });
  const { createMatcherInstance } = await import('../../../../src/core/linking/matcher-instance.ts');
  expect(() => createMatcherInstance({ classify: () => 0, take: () => {} })).toThrow(
    /does not run our WebAssembly/,
  );
});
