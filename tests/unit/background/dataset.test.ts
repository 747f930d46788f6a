import { describe, expect, test } from 'vitest';
import { link } from '../../../src/core/linking/link.ts';
import { anAlias, anEntity, aRelease } from '../../helpers/builders.ts';
import { createReader } from '../../helpers/reader.ts';

function setUp(names: readonly string[]) {
  return createReader({
    bundled: aRelease({
      entities: [anEntity({ id: 'acme', name: 'Acme' })],
      aliases: names.map((text) => anAlias({ text, entity: 'acme' })),
    }),
  });
}

const text = 'The police bought cameras from Acme Systems in 2019.';

describe('the index of a release', () => {
  test('goes to pages while it is small, and serves the worker as well', async () => {
    const { dataset, pageIndex } = setUp(['Acme Systems']);
    await dataset.ready();
    expect(pageIndex()?.bytes?.index.byteLength).toBeGreaterThan(0);
    expect(link(await dataset.linker(), text, 'en').map(({ entity }) => entity)).toEqual(['acme']);
  });

  test('stays in the worker when it is large, and pages are told so', async () => {
    const many = Array.from({ length: 30_000 }, (_, i) => `Company Number${i}`);
    const { dataset, pageIndex } = setUp([...many, 'Acme Systems']);
    await dataset.ready();
    expect(pageIndex()?.bytes).toBeNull();
    expect(link(await dataset.linker(), text, 'en').map((mention) => mention.text)).toEqual(['Acme Systems']);
  });

  test('is built again when the page’s or the worker’s own is damaged', async () => {
    const { dataset, database, pageIndex, setPageIndex } = setUp(['Acme Systems']);
    await dataset.ready();
    const stored = pageIndex();
    const good = stored?.bytes;
    if (!stored || !good) throw new Error('nothing was stored');
    setPageIndex({ ...stored, bytes: { ...good, index: good.index.slice(4) } });
    await dataset.repairIndex();
    expect(new Uint8Array(pageIndex()?.bytes?.index ?? new ArrayBuffer(0))).toEqual(
      new Uint8Array(good.index),
    );
    await database.indexes.clear();
    expect(link(await dataset.linker(), text, 'en')).toHaveLength(1);
  });
});
