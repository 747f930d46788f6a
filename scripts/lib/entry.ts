/** Whether a module is the program that was started, and not one that another imports. */
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** `url` is the module's `import.meta.url`. */
export function isEntry(url: string): boolean {
  const started = process.argv[1];
  return started !== undefined && realpathSync(started) === realpathSync(fileURLToPath(url));
}
