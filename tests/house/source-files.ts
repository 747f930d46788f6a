/** The source files and what each imports, as the compiler's parser sees it. */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseSync } from 'vite';

export const ROOT = resolve(import.meta.dirname, '../..');

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** Path from the root when it is one of our files, else null: a package. */
  readonly file: string | null;
  /** True for `import type` and `export type`: it vanishes in the build. `import { type X }` does not. */
  readonly typeOnly: boolean;
}

export interface SourceFile {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly imports: readonly Import[];
}

/** Every file below `folders` that holds code. */
export function readSources(folders: readonly string[]): SourceFile[] {
  return folders
    .flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx,mts,mjs,js}`, { cwd: ROOT }))
    .map((path) => path.split(sep).join('/'))
    .sort()
    .map((path) => ({ path, imports: importsOf(path, readFileSync(join(ROOT, path), 'utf8')) }));
}

/** What is imported by anything but a plain string. */
const COMPUTED = '(computed)';

/** What the file `path`, holding `code`, imports and re-exports. */
export function importsOf(path: string, code: string): Import[] {
  const { module, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const written = [
    ...module.staticImports.map(({ start, moduleRequest }) => ({
      specifier: moduleRequest.value,
      typeOnly: /^import\s+type\b/.test(code.slice(start)),
    })),
    ...module.staticExports.flatMap(({ start, entries }) => {
      const specifier = entries.find((entry) => entry.moduleRequest)?.moduleRequest?.value;
      return specifier === undefined
        ? []
        : [{ specifier, typeOnly: /^export\s+type\b/.test(code.slice(start)) }];
    }),
    ...module.dynamicImports.map(({ moduleRequest }) => ({
      // With its quotes.
      specifier:
        /^(['"`])([^'"`$]*)\1$/.exec(code.slice(moduleRequest.start, moduleRequest.end))?.[2] ?? COMPUTED,
      typeOnly: false,
    })),
  ];
  return written.map((found) => ({ ...found, file: resolveFile(path, found.specifier) }));
}

function resolveFile(importer: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const target = join(ROOT, dirname(importer), specifier.replace(/\?.*$/, ''));
  const found = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'].find((end) => isFile(target + end));
  return relative(ROOT, target + (found ?? ''))
    .split(sep)
    .join('/');
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
