import { describe, expect, test } from 'vitest';
import type { Release } from '../../../src/core/dataset/release.ts';
import { link } from '../../../src/core/linking/link.ts';
import type { IndexPartRow } from '../../../src/storage/dataset-database.ts';
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
    const made = await first.database.indexParts.toArray();
    const second = setUp(['Acme Systems'], { name: 'index-again', local });
    expect(link(await second.dataset.linker(), text, 'en').map(({ entity }) => entity)).toEqual(['acme']);
    expect(await second.database.indexParts.toArray()).toEqual(made);
  });

  test('is made as well for many names', async () => {
    const many = Array.from({ length: 30_000 }, (_, i) => `Company Number${i}`);
    const { dataset } = setUp([...many, 'Acme Systems']);
    expect(link(await dataset.linker(), text, 'en').map((mention) => mention.text)).toEqual(['Acme Systems']);
  });

  const damages: [string, (row: IndexPartRow) => IndexPartRow | null][] = [
    ['is gone', () => null],
    ['was cut short', (row) => ({ ...row, index: row.index.slice(4) })],
    ['has a flipped byte', (row) => ({ ...row, index: flipped(row.index) })],
    ['lacks a part', (row) => ({ ...row, of: row.of + 1 })],
    ['has a flipped byte in its rules', (row) => ({ ...row, rules: flipped(row.rules) })],
  ];
  test.each(damages)('is made anew when it %s while no worker is there', async (what, damage) => {
    const known = { name: `index-${what}`, local: new Map<string, unknown>() };
    const first = setUp(['Acme Systems'], known);
    await first.dataset.ready();
    const { dataset, database } = setUp(['Acme Systems'], known);
    const [row] = await database.indexParts.toArray();
    if (!row) throw new Error('no index was kept');
    const damaged = damage(row);
    await database.indexParts.clear();
    if (damaged) await database.indexParts.put(damaged);
    expect(link(await dataset.linker(), text, 'en')).toHaveLength(1);
    expect(await database.indexParts.toArray()).toEqual([row]);
  });
});

function flipped(bytes: ArrayBuffer): ArrayBuffer {
  const copy = new Uint8Array(bytes.slice(0));
  const middle = copy.length >> 1;
  copy[middle] = (copy[middle] ?? 0) ^ 1;
  return copy.buffer;
}
