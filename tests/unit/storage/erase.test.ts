import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/storage/database.ts';
import { eraseDatabases } from '../../../src/storage/erase.ts';

test('erases every database, known or not, and leaves the open one empty and usable', async () => {
  const database = openDatabase('erase-test');
  const row = {
    key: 'current',
    release: 'one',
    version: '1',
    entities: 0,
    statements: 0,
    redirects: {},
  } as const;
  await database.pointers.put(row);
  const other = new Dexie('left-over');
  other.version(1).stores({ things: 'id' });
  await other.table('things').put({ id: 1 });
  other.close();

  await eraseDatabases(database);
  expect(await Dexie.getDatabaseNames()).toEqual(['erase-test']);
  expect(await database.pointers.get('current')).toBeUndefined();
  await database.pointers.put(row);
  expect(await database.pointers.get('current')).toEqual(row);
});
