/** Our modules as a classic script, for trying single functions in a page of a real browser. */
import { resolve } from 'node:path';
import { build } from 'vite';

/** Bundles a module of this folder into a script that puts its exports into the global `name`. */
export async function bundle(module: string, name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    // As the build of a worker does: some packages have one file for documents and another for workers.
    resolve: { conditions: ['worker', 'browser', 'module', 'import', 'default'] },
    build: {
      write: false,
      minify: false,
      lib: { entry: resolve(import.meta.dirname, module), name, formats: ['iife'] },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output[0] : null;
  if (!chunk) throw new Error(`${module} could not be bundled`);
  return `${chunk.code}\nglobalThis.${name} = ${name};`;
}
