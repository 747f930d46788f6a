/** What the built scripts weigh, gzipped as a store would pack them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { WEIGHTS } from '../../tests/house/budgets.ts';
import { buildExtension } from '../lib/build.mjs';
import { withLock } from '../lib/lock.mjs';

export interface SizesFigures {
  /** The script that reads and marks an article. */
  readonly contentScriptGz: number;
  readonly cardScriptGz: number;
  /** Every file that has a budget. */
  readonly files: Readonly<Record<string, number>>;
}

export async function benchSizes(log: (line: string) => void): Promise<SizesFigures> {
  const folder = withLock('build', () => buildExtension('chromium'));
  const weigh = (path: string) => gzipSync(readFileSync(join(folder, path)), { level: 9 }).length;
  const files = Object.fromEntries(Object.keys(WEIGHTS).map((path) => [path, weigh(path)]));
  log(
    `sizes: ${Object.entries(files)
      .map(([path, bytes]) => `${path} ${bytes}`)
      .join(', ')}`,
  );
  return { contentScriptGz: weigh('mentions.js'), cardScriptGz: weigh('card.js'), files };
}
