import Dexie from 'dexie';
import { expect, test, vi } from 'vitest';
import { openDatasetDatabase } from '../../../src/storage/dataset-database.ts';
import { eraseDatabases } from '../../../src/storage/erase.ts';

test('leaves the open one usable when a database cannot be deleted', async () => {
  const database = openDatasetDatabase('erase-refused');
  const row = { repository: 'core', current: 1, last: null };
  await database.pointers.put(row);
  const refused = vi.spyOn(Dexie, 'getDatabaseNames').mockRejectedValue(new Error('not now'));
  await expect(eraseDatabases(database)).rejects.toThrow('not now');
  refused.mockRestore();
  await database.pointers.put(row);
  expect(await database.pointers.get('core')).toEqual(row);
});

test('erases every database, known or not, and leaves the open one empty and usable', async () => {
  const database = openDatasetDatabase('erase-test');
  const row = { repository: 'core', current: 1, last: null };
  await database.pointers.put(row);
  const other = new Dexie('left-over');
  other.version(1).stores({ things: 'id' });
  await other.table('things').put({ id: 1 });
  other.close();

  await eraseDatabases(database);
  expect(await Dexie.getDatabaseNames()).toEqual(['erase-test']);
  expect(await database.pointers.get('core')).toBeUndefined();
  await database.pointers.put(row);
  expect(await database.pointers.get('core')).toEqual(row);
});
