/** Code as the extension ships it: one file, one scope. */
import { build } from 'vite';

/** The module at `entry` with all that it imports as one script, minified as a release is. */
export async function bundle(entry: string, format: 'iife' | 'es'): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'esnext',
      minify: true,
      rolldownOptions: { output: { topLevelVar: false } },
      lib: { entry, formats: [format], name: 'bundled' },
    },
  });
  const output = Array.isArray(result) ? result[0]?.output : 'output' in result ? result.output : undefined;
  const code = output?.[0].code;
  if (code === undefined) throw new Error(`nothing was bundled from ${entry}`);
  return code;
}
