import { describe, expect, it } from 'vitest';
import { createCardReader } from '../../../src/core/dataset/card.ts';
import { compileDataset } from '../../../src/publish/compile.ts';
import { openDatabase } from '../../../src/storage/database.ts';
import { createReleaseStore } from '../../../src/storage/releases.ts';
import { changed, datasetFolder } from '../../helpers/dataset-folder.ts';

let count = 0;
const pause = () => Promise.resolve();
const release = compileDataset(datasetFolder());
const newer = compileDataset(
  datasetFolder({
    ...changed(
      'entities/acme.yaml',
      'summary: Camera maker in Serbia.',
      'summary: Maker of cameras in Serbia.',
    ),
  }),
);

function openStore(onPause: () => Promise<void> = pause) {
  const database = openDatabase(`test-${count++}`);
  return { database, store: createReleaseStore(database, onPause) };
}

describe('release store', () => {
  it('has nothing before the first install', async () => {
    const { store } = openStore();
    expect(await store.current()).toBeNull();
    expect(await store.cards(['acme'])).toEqual([]);
  });

  it('gives the same cards as the release in memory', async () => {
    const { store } = openStore();
    await store.install(release, 'one');
    const read = createCardReader(release);
    const cards = await store.cards(['square', 'acme', 'nobody', 'acme']);
    const byId = Object.fromEntries(cards.map((card) => [card.id, card]));
    for (const id of ['acme', 'square']) expect(byId[id]).toEqual(JSON.parse(JSON.stringify(read(id))));
    expect(cards).toHaveLength(2);
  });

  it('switches to another release and leaves no row of the old one', async () => {
    const { database, store } = openStore();
    await store.install(release, 'one');
    await store.install(newer, 'two');
    expect((await store.cards(['acme']))[0]?.summary.en).toBe('Maker of cameras in Serbia.');
    for (const table of [database.entities, database.statements, database.sources]) {
      expect((await table.toArray()).every((row: { release: string }) => row.release === 'two')).toBe(true);
    }
  });

  it('keeps the old release when an install is cut off at any step, and recovers from what was left', async () => {
    for (let step = 0; step < 8; step++) {
      let paused = 0;
      const { store, database } = openStore();
      await store.install(release, 'one');
      const cut = createReleaseStore(database, () =>
        paused++ === step ? Promise.reject(new Error('killed')) : Promise.resolve(),
      );
      const finished = await cut.install(newer, 'two').then(
        () => true,
        () => false,
      );
      const [card] = await store.cards(['acme']);
      const current = await store.current();
      expect(card?.summary.en).toBe(
        current?.release === 'two' ? 'Maker of cameras in Serbia.' : 'Camera maker in Serbia.',
      );
      if (finished) break;
      await store.install(newer, 'two');
      expect((await store.cards(['acme']))[0]?.summary.en).toBe('Maker of cameras in Serbia.');
      expect(await database.entities.count()).toBe(newer.entities.length);
    }
  });
});
