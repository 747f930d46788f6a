/**
 * The matcher as it is measured: bundled, as the extension ships it. Node runs the source files as separate modules, and an
 * import read in a hot loop costs it a look-up at every turn that no reader pays.
 */
import { resolve } from 'node:path';
import { bundle } from './bundle.ts';

export type Engine = typeof import('./engine-entry.ts');

export async function loadEngine(): Promise<Engine> {
  const code = await bundle(resolve(import.meta.dirname, 'engine-entry.ts'), 'es');
  return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}
