/** The built extensions (the testing builds, which `npm test` makes first). */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extensionFolder } from '../../scripts/lib/build.mjs';

export type BrowserName = 'chromium' | 'firefox';

/** One file of a build. @throws when it is not there, saying how to make it */
export function readBuilt(browser: BrowserName, path: string): Buffer {
  const file = join(extensionFolder(browser, 'testing'), path);
  if (!existsSync(file)) throw new Error(`${file} is missing: npm test builds before it tests`);
  return readFileSync(file);
}

export function readBuiltJson(browser: BrowserName, path: string): unknown {
  return JSON.parse(readBuilt(browser, path).toString('utf8'));
}
