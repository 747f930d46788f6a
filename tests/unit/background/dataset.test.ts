import { describe, expect, test } from 'vitest';
import { createDataset, type IndexBytes } from '../../../src/background/dataset.ts';
import { link } from '../../../src/core/linking/link.ts';
import { openDatabase } from '../../../src/storage/database.ts';
import { createReleaseStore } from '../../../src/storage/releases.ts';
import { anAlias, anEntity, aRelease } from '../../helpers/builders.ts';

let count = 0;

function setUp(names: readonly string[]) {
  const release = aRelease({
    entities: [anEntity({ id: 'acme', name: 'Acme' })],
    aliases: names.map((text) => anAlias({ text, entity: 'acme' })),
  });
  const page: { release: string | null; bytes: IndexBytes | null | undefined } = {
    release: null,
    bytes: undefined,
  };
  const database = openDatabase(`dataset-${count++}`);
  const dataset = createDataset({
    store: createReleaseStore(database, () => Promise.resolve()),
    readBundled: () => Promise.resolve(JSON.stringify(release)),
    storedIndexRelease: () => Promise.resolve(page.release),
    pageIndex: () => Promise.resolve(page.bytes),
    storePageIndex: (key, bytes) => {
      Object.assign(page, { release: key, bytes });
      return Promise.resolve();
    },
    digest: (text) => Promise.resolve(text.length.toString(16).padStart(12, '0')),
  });
  return { dataset, database, page };
}

const text = 'The police bought cameras from Acme Systems in 2019.';

describe('the index of a release', () => {
  test('goes to pages while it is small, and serves the worker as well', async () => {
    const { dataset, page } = setUp(['Acme Systems']);
    await dataset.ready();
    expect(page.bytes?.index.byteLength).toBeGreaterThan(0);
    expect(link(await dataset.linker(), text, 'en').map(({ entity }) => entity)).toEqual(['acme']);
  });

  test('stays in the worker when it is large, and pages are told so', async () => {
    const many = Array.from({ length: 30_000 }, (_, i) => `Company Number${i}`);
    const { dataset, page } = setUp([...many, 'Acme Systems']);
    await dataset.ready();
    expect(page.bytes).toBeNull();
    expect(link(await dataset.linker(), text, 'en').map((mention) => mention.text)).toEqual(['Acme Systems']);
  });

  test('is built again when the page’s or the worker’s own is damaged', async () => {
    const { dataset, database, page } = setUp(['Acme Systems']);
    await dataset.ready();
    const good = new Uint8Array(page.bytes?.index ?? new ArrayBuffer(0)).slice();
    page.bytes = { index: good.slice(4).buffer, rules: page.bytes?.rules ?? new ArrayBuffer(0) };
    await dataset.repairIndex();
    expect(new Uint8Array(page.bytes.index)).toEqual(good);
    await database.indexes.clear();
    expect(link(await dataset.linker(), text, 'en')).toHaveLength(1);
  });
});
