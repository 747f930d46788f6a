/** What a build was made of, as one hash: the same hash, the same build. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Everything that a build reads. Installed packages follow from the lock file. */
const FOLDERS = ['assets', 'entrypoints', 'src'];
const FILES = ['package-lock.json', 'package.json', 'tsconfig.json', 'wxt.config.ts'];

/**
 * @param {string} root the project's folder
 * @param {string} kind which build: browser and mode
 * @returns {string} SHA-256, hexadecimal, over names and contents
 */
export function fingerprintOf(root, kind) {
  const hash = createHash('sha256').update(`${kind}\n${process.version}\n`);
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const named = FILES.map((file) => join(root, file)).filter((file) => existsSync(file));
  for (const file of [...files, ...named].sort())
    hash
      .update(`${file.slice(root.length)}\n`)
      .update(createHash('sha256').update(readFileSync(file)).digest());
  return hash.digest('hex');
}
