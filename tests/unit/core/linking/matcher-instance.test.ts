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

class Forbidden {
  constructor() {
    throw new Error('violates the policy');
  }
}

/** The half that is compiled, as a worker has it that was just woken. */
async function wokenWith(changes: object) {
  vi.resetModules();
  const own = Object.getOwnPropertyDescriptors(WebAssembly);
  vi.stubGlobal('WebAssembly', Object.assign(Object.defineProperties({}, own), changes));
  return import('../../../../src/core/linking/matcher-instance.ts');
}

const NOBODY = { classify: () => 0, take: () => {} };

it('need not be compiled by whoever finds it compiled ahead', async () => {
  const { compileAhead, createMatcherInstance: create } = await wokenWith({ Module: Forbidden });
  await compileAhead();
  expect(create(NOBODY).PIECE.value).toBeGreaterThan(0);
});

it('says what is wrong where the browser forbids WebAssembly', async () => {
  const compile = () => Promise.reject(new Error('violates the policy'));
  const { compileAhead, createMatcherInstance: create } = await wokenWith({ Module: Forbidden, compile });
  await compileAhead();
  expect(() => create(NOBODY)).toThrow(/does not run our WebAssembly/);
});
