import { describe, expect, it, vi } from 'vitest';
import { type DatasetDatabase, openDatasetDatabase } from '../../../src/storage/dataset-database.ts';
import { type KeptIndex, keepIndex, keptIndex } from '../../../src/storage/kept-index.ts';

let count = 0;
const open = () => openDatasetDatabase(`kept-index-${count++}`);
const pause = () => Promise.resolve();

function anIndex(key: string, index: number, rules: number): KeptIndex {
  const bytes = (length: number) =>
    Uint8Array.from({ length }, (_, i) => (i * 7 + key.length + (i >> 11)) & 0xff).buffer;
  return { key, index: bytes(index), rules: bytes(rules) };
}

/** Reads it as the worker does, and puts its parts together. */
async function read(database: DatasetDatabase): Promise<KeptIndex | null> {
  const roomFor = (length: number) => {
    const bytes = new Uint8Array(length);
    let taken = 0;
    const take = (part: Uint8Array) => {
      bytes.set(part, taken);
      taken += part.length;
    };
    return { take, whole: () => bytes.slice(0, taken).buffer };
  };
  const found = await keptIndex(database, roomFor, pause);
  return found && { ...found, index: found.index.whole() };
}

const isSame = (found: KeptIndex | null, given: KeptIndex) =>
  found?.key === given.key &&
  Buffer.from(found.index).equals(Buffer.from(given.index)) &&
  Buffer.from(found.rules).equals(Buffer.from(given.rules));

const keys = async (database: DatasetDatabase) => (await database.indexFiles.toArray()).map(({ key }) => key);

const PART = 512 * 1024;

describe('an index', () => {
  it.each([
    [0, 0],
    [64, 48],
    [PART, PART],
    [PART + 4, 48],
    [48, 3 * PART + 4],
    [4 * PART, PART - 4],
  ])('of %i and %i bytes is found as it was kept', async (index, rules) => {
    const database = open();
    const given = anIndex('one', index, rules);
    expect(await read(database)).toBeNull();
    await keepIndex(database, given, pause);
    expect(isSame(await read(database), given)).toBe(true);
  });

  it('is found in a browser that reads no file into memory lent to it', async () => {
    const database = open();
    const given = anIndex('one', PART + 4, 48);
    await keepIndex(database, given, pause);
    const stream = vi.spyOn(Blob.prototype, 'stream').mockImplementation(() => new ReadableStream());
    expect(isSame(await read(database), given)).toBe(true);
    expect(stream).toHaveBeenCalled();
    stream.mockRestore();
  });

  it('takes the place of the one before, and leaves nothing of it', async () => {
    const database = open();
    for (const given of [anIndex('one', 5 * PART, PART), anIndex('two', PART, PART), anIndex('two', 8, 8)]) {
      await keepIndex(database, given, pause);
      expect(await keys(database)).toEqual([given.key]);
      expect(isSame(await read(database), given)).toBe(true);
    }
  });

  it('that is cut off at any step is not found, and the one before is', async () => {
    const before = anIndex('before', 3 * PART, PART);
    const after = anIndex('after', 2 * PART, 4 * PART);
    const seen = new Set<string>();
    for (let last = 0, isOver = false; !isOver; last++) {
      const database = open();
      await keepIndex(database, before, pause);
      let steps = 0;
      const cut = async () => {
        if (steps++ === last) throw new Error('the worker was stopped');
      };
      isOver = await keepIndex(database, after, cut).then(
        () => true,
        () => false,
      );
      const found = await read(database);
      expect([before, after].some((given) => isSame(found, given))).toBe(true);
      seen.add(found?.key ?? 'none');
      await keepIndex(database, after, pause);
      expect(await keys(database)).toEqual(['after']);
    }
    expect(seen).toEqual(new Set(['before', 'after']));
  });
});
