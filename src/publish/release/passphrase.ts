/** Where passphrases come from: the environment (for machines), else the terminal, unseen. Never the command line. */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { CommandError } from '../problem.ts';
import { type AskPassphrase, LEAST_PASSPHRASE } from './keyring.ts';

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
  if (isNew) return askTwice(name, askUnseen);
  return (await askUnseen(`passphrase for ${name} (empty: leave it out): `)) || null;
};

/** A new passphrase, typed twice, until both are the same and long enough; null for an empty answer. */
export async function askTwice(
  name: string,
  ask: (question: string) => Promise<string>,
): Promise<string | null> {
  for (let warning = ''; ; ) {
    const first = await ask(`${warning}new passphrase for ${name}: `);
    if (first === '') return null;
    if (first.length < LEAST_PASSPHRASE) warning = `that is less than ${LEAST_PASSPHRASE} characters; `;
    else if ((await ask('once more: ')) === first) return first;
    else warning = 'the two differ; ';
  }
}

async function askUnseen(question: string): Promise<string> {
  process.stderr.write(question);
  // What is typed goes nowhere: readline echoes to its output.
  const nowhere = new Writable({ write: (_, __, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await terminal.question('');
  } catch (cause) {
    throw new CommandError('stopped: what was asked for is not done', { cause });
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
