/** Where passphrases come from: the environment (for machines), else the terminal, unseen. Never the command line. */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { AskPassphrase } from './keyring.ts';

/**
 * SIDELIGHT_PASSPHRASE_NAME (upper case, `_` for `-`), then SIDELIGHT_PASSPHRASE_ROLE, then SIDELIGHT_PASSPHRASE; else asked
 * for where there is a terminal: an empty answer leaves the key out.
 */
export const askPassphrase: AskPassphrase = async ({ name, role }, isNew) => {
  const upper = (text: string) => text.toUpperCase().replaceAll('-', '_');
  const names = [`SIDELIGHT_PASSPHRASE_${upper(name)}`, `SIDELIGHT_PASSPHRASE_${upper(role)}`];
  for (const variable of [...names, 'SIDELIGHT_PASSPHRASE']) {
    const value = process.env[variable];
    if (value) return value;
  }
  if (!process.stdin.isTTY) return null;
  const first = await askUnseen(
    isNew ? `new passphrase for ${name}: ` : `passphrase for ${name} (empty: leave it out): `,
  );
  if (!isNew || first === '') return first || null;
  return (await askUnseen('once more: ')) === first ? first : null;
};

async function askUnseen(question: string): Promise<string> {
  process.stderr.write(question);
  // What is typed goes nowhere: readline echoes to its output.
  const nowhere = new Writable({ write: (_, __, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
