import { expect, test } from 'vitest';
import { notesArguments } from '../../src/background/notes/arguments.ts';
import { backupArguments } from '../../src/background/notes/backups.ts';
import { workerArguments } from '../../src/background/worker-arguments.ts';
import { engineArguments } from '../../src/library/engine-arguments.ts';
import { BACKUP_ROWS, LIBRARY_ROWS, NOTES_ROWS, WORKER_ROWS } from '../helpers/killing/rows.ts';

/** What answers a message may be killed while it does: tests/full/killed-handlers.test.ts does that, and has to know of it. */
test.each([
  ['the worker', workerArguments, WORKER_ROWS],
  ['the worker about notes', notesArguments, NOTES_ROWS],
  ['the worker about backups', backupArguments, BACKUP_ROWS],
  ['the library’s engine', engineArguments, LIBRARY_ROWS],
])('every message to %s is killed at every step of its handler', (_, messages, rows: object) => {
  const withRows = Object.entries(rows).flatMap(([name, list]) => (list.length > 0 ? [name] : []));
  expect(withRows.sort()).toEqual(Object.keys(messages).sort());
});
