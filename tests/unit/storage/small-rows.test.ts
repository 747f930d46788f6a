import { describe, expect, it } from 'vitest';
import { CORE, openDatasetDatabase } from '../../../src/storage/dataset-database.ts';
import { rememberSmallRows } from '../../../src/storage/small-rows.ts';
import { aRepository } from '../../helpers/builders.ts';

const pointer = (current: number) => ({ repository: CORE, current, last: null });
const repository = aRepository();

function open(name: string) {
  const database = openDatasetDatabase(`small-rows-${name}`);
  let reads = 0;
  database.use({
    stack: 'dbcore',
    name: 'counting',
    level: -1,
    create: (core) => ({
      ...core,
      table: (table) => ({
        ...core.table(table),
        query: (request) => {
          reads++;
          return core.table(table).query(request);
        },
      }),
    }),
  });
  const memory = rememberSmallRows(database);
  const current = async () => (await memory.read()).pointers.get(CORE)?.current;
  return { database, memory, current, reads: () => reads };
}

describe('small rows that are remembered', () => {
  it('are read once', async () => {
    const { database, memory, reads } = open('once');
    await database.pointers.put(pointer(1));
    await database.repositories.put(repository);
    for (let i = 0; i < 5; i++) {
      const rows = await memory.read();
      expect([rows.pointers.get(CORE)?.current, rows.repositories.length]).toEqual([1, 1]);
    }
    expect(reads()).toBe(2);
  });

  it('are what was written last, also while it is being written', async () => {
    const { database, current } = open('written');
    await database.pointers.put(pointer(1));
    for (let i = 2; i < 30; i++) {
      const write = database.transaction('rw', [database.pointers, database.repositories], async () => {
        await database.pointers.put(pointer(i));
        await database.repositories.put(repository);
      });
      expect([i - 1, i]).toContain(await current());
      await write;
      expect(await current()).toBe(i);
    }
  });

  it('are what they were when a write is undone', async () => {
    const { database, current } = open('undone');
    await database.pointers.put(pointer(1));
    const write = database.transaction('rw', database.pointers, async () => {
      await database.pointers.put(pointer(2));
      throw new Error('undone');
    });
    const during = current();
    await expect(write).rejects.toThrow('undone');
    expect([await during, await current()]).toEqual([1, 1]);
  });

  it('are read again after they were forgotten, or could not be read', async () => {
    const { database, memory, current } = open('again');
    await database.pointers.put(pointer(1));
    expect(await current()).toBe(1);
    await database.delete();
    memory.forget();
    await database.open();
    expect(await current()).toBeUndefined();
    memory.forget();
    database.close();
    await expect(memory.read()).rejects.toThrow();
    await database.open();
    expect(await current()).toBeUndefined();
  });
});
