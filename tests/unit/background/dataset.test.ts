import { describe, expect, test } from 'vitest';
import type { Release } from '../../../src/core/dataset/release.ts';
import { link } from '../../../src/core/linking/link.ts';
import type { IndexRow } from '../../../src/storage/dataset-database.ts';
import { anAlias, anEntity, aRelease } from '../../helpers/builders.ts';
import { createReader, type ReaderOptions } from '../../helpers/reader.ts';

function setUp(names: readonly string[], options: Pick<ReaderOptions, 'name' | 'local'> = {}) {
  return createReader({
    ...options,
    bundled: aRelease({
      entities: [anEntity({ id: 'acme', name: 'Acme' })],
      aliases: names.map((text) => anAlias({ text, entity: 'acme' })),
    }),
  });
}

const text = 'The police bought cameras from Acme Systems in 2019.';

test('a newer package is taken by the next worker when the one that was told of it was stopped', async () => {
  const known = { name: 'package-again', local: new Map<string, unknown>() };
  const packaged = (version: string) => createReader({ ...known, bundled: aRelease({ version }) });
  await packaged('2026.11.01').dataset.ready();
  const { dataset, database } = packaged('2026.11.02');
  expect((await dataset.ready()).version).toBe('2026.11.02');
  const rows = await database.releases.toArray();
  // Once: not at every start.
  await packaged('2026.11.02').dataset.ready();
  expect(await database.releases.toArray()).toEqual(rows);
});

test('a package that is asked for while it is being taken is read once', async () => {
  let reads = 0;
  const toJSON = () => {
    reads++;
    return aRelease();
  };
  const { dataset } = createReader({ bundled: { ...aRelease(), toJSON } as Release });
  await Promise.all([dataset.importBundled(), dataset.ready()]);
  expect(reads).toBe(1);
});

describe('the index of a release', () => {
  test('is made once, and found again by the next worker', async () => {
    const local = new Map<string, unknown>();
    const first = setUp(['Acme Systems'], { name: 'index-again', local });
    await first.dataset.ready();
    const made = await first.database.indexFiles.toArray();
    const second = setUp(['Acme Systems'], { name: 'index-again', local });
    expect(link(await second.dataset.linker(), text, 'en').map(({ entity }) => entity)).toEqual(['acme']);
    expect(await second.database.indexFiles.toArray()).toEqual(made);
  });

  test('is made as well for many names', async () => {
    const many = Array.from({ length: 30_000 }, (_, i) => `Company Number${i}`);
    const { dataset } = setUp([...many, 'Acme Systems']);
    expect(link(await dataset.linker(), text, 'en').map((mention) => mention.text)).toEqual(['Acme Systems']);
  });

  const damages: [string, (row: IndexRow) => Promise<IndexRow | null>][] = [
    ['is gone', async () => null],
    ['was cut short', async (row) => ({ ...row, index: row.index.slice(4) })],
    ['is empty', async (row) => ({ ...row, rules: new Blob() })],
    ['has a flipped byte', async (row) => ({ ...row, index: await flipped(row.index) })],
    ['has a flipped byte in its rules', async (row) => ({ ...row, rules: await flipped(row.rules) })],
  ];
  test.each(damages)('is made anew when it %s while no worker is there', async (what, damage) => {
    const known = { name: `index-${what}`, local: new Map<string, unknown>() };
    const first = setUp(['Acme Systems'], known);
    await first.dataset.ready();
    const { dataset, database } = setUp(['Acme Systems'], known);
    const [row] = await database.indexFiles.toArray();
    if (!row) throw new Error('no index was kept');
    const damaged = await damage(row);
    await database.indexFiles.clear();
    if (damaged) await database.indexFiles.put(damaged);
    expect(link(await dataset.linker(), text, 'en')).toHaveLength(1);
    expect(await database.indexFiles.toArray()).toEqual([row]);
  });
});

async function flipped(file: Blob): Promise<Blob> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  return new Blob([bytes]);
}
