/**
 * `npm run matcher`: compiles src/matcher to WebAssembly and writes src/core/linking/matcher-code.ts. What is committed there is
 * what runs; a test compiles the sources again and compares.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from 'assemblyscript/asc';
import { isEntry } from './lib/entry.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const SOURCES = join(ROOT, 'src/matcher');
const CODE = join(ROOT, 'src/core/linking/matcher-code.ts');
/** 64 kB each: what memory.ts lays out, without the index and the text, for which the caller makes room. */
const FIRST_PAGES = 24;

/** The text of matcher-code.ts. Throws with the compiler's words when the sources are wrong. */
export async function compileMatcher(): Promise<string> {
  const written: (string | Uint8Array)[] = [];
  const sources = new Map(
    readdirSync(SOURCES)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => [name, readFileSync(join(SOURCES, name), 'utf8')]),
  );
  const { error, stderr } = await main(
    [
      'index.ts',
      ...['--outFile', 'matcher.wasm'],
      // More than that makes it larger, and no faster.
      '-O2',
      '--noAssert',
      ...['--enable', 'simd'],
      // No heap, no strings, nothing of the language's own library.
      ...['--runtime', 'stub', '--use', 'abort='],
      ...['--initialMemory', String(FIRST_PAGES)],
    ],
    {
      readFile: (name) => sources.get(name) ?? null,
      writeFile: (_, contents) => {
        written.push(contents);
      },
      listFiles: () => [],
    },
  );
  const [code] = written;
  if (error || code === undefined || typeof code === 'string')
    throw new Error(`the matcher does not compile:\n${stderr.toString()}`);
  return `/** Compiled from src/matcher by \`npm run matcher\`; a test compiles it again and compares. Not to be edited. */
export const MATCHER_CODE =
  '${Buffer.from(code).toString('base64')}';
`;
}

if (isEntry(import.meta.url)) {
  const text = await compileMatcher();
  writeFileSync(CODE, text);
  console.log(`sidelight: ${CODE} written, ${Math.round((text.length * 3) / 4 / 100) / 10} kB of code`);
}
