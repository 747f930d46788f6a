import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from './source-files.ts';

/**
 * The types already demand a handler and a form for every message. What they cannot see is a protocol that was loosened
 * (an index signature, a cast, a handler object typed as something else): so this looks at the text.
 */
const PROTOCOLS = [
  [
    'src/messages/to-worker.ts',
    'ToWorker',
    'src/background/handlers.ts',
    'src/background/worker-arguments.ts',
  ],
  ['src/messages/to-page.ts', 'ToPage', 'src/page/page-handlers.ts', 'src/page/page-arguments.ts'],
  [
    'src/messages/notes-to-worker.ts',
    'NotesToWorker',
    'src/background/notes/keeper.ts',
    'src/background/notes/arguments.ts',
  ],
  [
    'src/messages/notes-to-page.ts',
    'NotesToPage',
    'src/page/notes/notes-handlers.ts',
    'src/page/notes/notes-handlers.ts',
  ],
  ['src/messages/to-library.ts', 'ToLibrary', 'src/library/engine.ts', 'src/library/engine-arguments.ts'],
  [
    'src/messages/backup-to-worker.ts',
    'BackupToWorker',
    'src/background/notes/backups.ts',
    'src/background/notes/backups.ts',
  ],
] as const;

describe.each(PROTOCOLS)('%s', (protocol, name, handlers, forms) => {
  const messages = messagesOf(read(protocol), name);
  const handlerText = read(handlers);
  const formText = read(forms);

  test('names its messages', () => {
    expect(messages.length).toBeGreaterThan(0);
  });

  test.each(messages)(`has a handler and an argument form for %s`, (message) => {
    const key = new RegExp(`^\\s+(?:async )?${message}\\s*[:(,]`, 'm');
    expect(handlerText).toMatch(key);
    expect(formText).toMatch(key);
  });
});

test('the names of an interface are found', () => {
  const code =
    'export interface P {\n  /** Doc. */\n  one(request: null): null;\n  two(request: { a: 1 }): B;\n}\ninterface Q { three(): void }';
  expect(messagesOf(code, 'P')).toEqual(['one', 'two']);
});

function messagesOf(code: string, name: string): string[] {
  const body = new RegExp(`interface ${name} \\{\\n([\\s\\S]*?)\\n\\}`).exec(code)?.[1] ?? '';
  return [...body.matchAll(/^ {2}(\w+)\(/gm)].map((match) => match[1] ?? '');
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
