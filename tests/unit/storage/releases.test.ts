import Dexie from 'dexie';
import { deflateSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { bundlesOf, compareBundleIds, type EntityBundle } from '../../../src/core/dataset/bundle.ts';
import { type BundlePatch, deltaLines } from '../../../src/core/dataset/delta.ts';
import type { Release } from '../../../src/core/dataset/release.ts';
import { headerOf } from '../../../src/core/dataset/release-lines.ts';
import { compileDataset } from '../../../src/publish/compile.ts';
import {
  CORE,
  type DatasetDatabase,
  openDatasetDatabase,
  tableNameOf,
} from '../../../src/storage/dataset-database.ts';
import { type InstallOptions, installRelease } from '../../../src/storage/install.ts';
import { createReleaseStore, type ReleaseStore } from '../../../src/storage/releases.ts';
import { shelfTables, tableOf, tablesRead } from '../../../src/storage/shelf-tables.ts';
import { DamagedRelease } from '../../../src/storage/shelves.ts';
import { rememberSmallRows } from '../../../src/storage/small-rows.ts';
import { anEntity, aRelease, aRepository, aStatement } from '../../helpers/builders.ts';
import { createCardReader } from '../../helpers/card-reader.ts';
import { changed, datasetFolder } from '../../helpers/dataset-folder.ts';
import { createLife, makeMortal } from '../../helpers/mortal.ts';
import { allShelves, clearShelves, damageShelves, putShelf, type Shelf } from '../../helpers/shelves.ts';

let count = 0;
const STAGED = {
  repository: CORE,
  key: 'next',
  origin: 'downloaded',
  base: null,
  removed: new Set<string>(),
} as const;
const pause = () => Promise.resolve(false);
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
const OLD = 'Camera maker in Serbia.';
const NEW = 'Maker of cameras in Serbia.';

function openStore(onPause: () => Promise<boolean> = pause) {
  const database = openDatasetDatabase(`test-${count++}`);
  return { database, store: createReleaseStore(database, onPause) };
}

const install = (
  store: ReleaseStore,
  what: typeof release,
  key: string,
  over: Partial<InstallOptions> = {},
) => installRelease(store, CORE, what, key, { origin: 'bundled', removed: new Set(), ...over });

const side = (of: Release) => ({ header: headerOf(of), bundles: bundlesOf(of) });

function patchesBetween(before: Release, after: Release): BundlePatch[] {
  return deltaLines('before', side(before), side(after))
    .slice(1)
    .map((line) => JSON.parse(line));
}

async function writeOnShelves(database: DatasetDatabase, text: string): Promise<void> {
  for (const shelf of await allShelves(database)) await putShelf(database, { ...shelf, text });
}

const summary = async (store: ReleaseStore) => (await store.cards(['acme']))[0]?.summary.en;

/** Calls back before each request of a kind, with the table that it reads. */
function beforeRead(database: DatasetDatabase, kind: 'get' | 'getMany', call: (table: string) => void): void {
  database.use({
    stack: 'dbcore',
    name: 'before-read',
    create: (core) => ({
      ...core,
      table(name) {
        const table = core.table(name);
        const tell =
          <Request, Reply>(read: (request: Request) => Reply) =>
          (request: Request) => {
            call(name);
            return read(request);
          };
        return { ...table, [kind]: kind === 'get' ? tell(table.get) : tell(table.getMany) };
      },
    }),
  });
}

describe('release store', { timeout: 60_000 }, () => {
  it('has nothing before the first install', async () => {
    const { store } = openStore();
    expect(await store.current()).toBeNull();
    expect(await store.cards(['acme'])).toEqual([]);
  });

  it('gives the same cards as the release in memory', async () => {
    const { store } = openStore();
    await install(store, release, 'one');
    const read = createCardReader(release);
    const cards = await store.cards(['square', 'acme', 'nobody', 'acme']);
    const byId = Object.fromEntries(cards.map((card) => [card.id, card]));
    for (const id of ['acme', 'square']) expect(byId[id]).toEqual(JSON.parse(JSON.stringify(read(id))));
    expect(cards).toHaveLength(2);
  });

  it('switches to another release, keeps the one before, and leaves nothing of older ones', async () => {
    const { database, store } = openStore();
    for (const [key, what] of [
      ['one', release],
      ['two', newer],
      ['three', release],
    ] as const)
      await install(store, what, key);
    expect(await summary(store)).toBe(OLD);
    expect((await database.releases.toArray()).map((row) => row.key)).toEqual(['two', 'three']);
    expect(await store.fallBack(CORE)).toBe(true);
    expect(await summary(store)).toBe(NEW);
    expect((await allShelves(database)).every((row) => row.generation === 2)).toBe(true);
  });

  it('has nothing to go back to when what is removed now was in it', async () => {
    const { database, store } = openStore();
    await install(store, release, 'one');
    const gone = { id: 'acme/founded-2011', as: 'removed', on: '2026-11-25', reason: 'An error.' } as const;
    const without = {
      ...release,
      statements: release.statements.filter((s) => s.id !== gone.id),
      withdrawn: [gone],
    };
    await install(store, without, 'two', { removed: new Set([gone.id]) });
    expect(JSON.stringify(await allShelves(database))).not.toContain('was founded in 2011');
    expect(await store.fallBack(CORE)).toBe(false);
    expect(await store.current()).toBeNull();
  });

  it('leaves no text of what was removed after the next start, wherever the worker was stopped', async () => {
    const log = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const gone = { id: 'acme/founded-2011', as: 'removed', on: '2026-11-25', reason: 'An error.' } as const;
    const statements = release.statements.filter(({ id }) => id !== gone.id);
    let cut = 0;
    for (let last = 0, isOver = false; !isOver; last++) {
      const { database, store } = openStore();
      await database.repositories.put(aRepository());
      await install(store, release, 'one');
      const mortal = openDatasetDatabase(database.name);
      const life = createLife(last);
      makeMortal(mortal, life);
      const dying = createReleaseStore(mortal, () => Promise.resolve(false));
      const removed = new Set([gone.id]);
      await install(dying, { ...release, statements, withdrawn: [gone] }, 'two', { removed }).catch(
        () => null,
      );
      isOver = life.steps <= last;
      mortal.close();
      if ((await store.current())?.key !== 'two') continue;
      cut++;
      await store.sweepLeftovers();
      expect(JSON.stringify(await allShelves(database))).not.toContain('was founded in 2011');
    }
    log.mockRestore();
    expect(cut).toBeGreaterThan(2);
  });

  it('stores nothing that was removed, whatever comes', async () => {
    const { database, store } = openStore();
    const row = await install(store, release, 'one', { removed: new Set(['square']) });
    expect(row.filtered).toBe(true);
    expect((await store.cards(['square', 'acme'])).map((card) => card.id)).toEqual(['acme']);
    expect(JSON.stringify(await allShelves(database))).not.toContain('Square Watch');
  });

  it.each<[string, (database: DatasetDatabase) => Promise<void>]>([
    ['is missing', clearShelves],
    ['holds half a text', (database) => writeOnShelves(database, '[{"entity"')],
    ['holds something else', (database) => writeOnShelves(database, '{}')],
    ['was cut off', (database) => damageShelves(database, (bytes) => bytes.slice(0, bytes.length >> 1))],
    ['has no bytes', (database) => damageShelves(database, () => new Uint8Array())],
    ['was never packed', (database) => damageShelves(database, () => new TextEncoder().encode('[]'))],
  ])('says so when a shelf %s, instead of giving half a card', async (_, harm) => {
    const { database, store } = openStore();
    await install(store, release, 'one');
    expect(await allShelves(database)).not.toEqual([]);
    await harm(database);
    await expect(store.cards(['acme', 'square'])).rejects.toBeInstanceOf(DamagedRelease);
  });

  it('records what belongs to a release in the same write', async () => {
    const { database, store } = openStore();
    await database.repositories.put(aRepository());
    await expect(
      install(store, release, 'one', {
        trust: { root: 'x' },
        repository: () => {
          throw new Error('killed');
        },
      }),
    ).rejects.toThrow('killed');
    expect([await store.current(), await database.trust.count()]).toEqual([null, 0]);
  });

  it('keeps every shelf that is still used, and no other, through many releases', async () => {
    const { database, store } = openStore();
    const many = (day: number) =>
      aRelease({
        entities: Array.from({ length: 900 }, (_, i) =>
          anEntity({ id: `e-${i}`, summary: { en: i % 97 === day % 97 ? `Day ${day}.` : 'As ever.' } }),
        ),
      });
    for (let day = 0; day < 8; day++) {
      const next = many(day);
      const base = await store.current();
      const patches = base === null || day === 5 ? null : patchesBetween(many(day - 1), next);
      const stage = await store.stage({
        repository: CORE,
        key: `day-${day}`,
        header: headerOf(next),
        origin: 'downloaded',
        base: patches ? base : null,
        removed: new Set(),
      });
      if (patches) await stage.patch(patches);
      else for (const bundle of bundlesOf(next)) await stage.put(bundle);
      const release = await stage.finish();
      await store.makeCurrent(release);
      const read: EntityBundle[] = [];
      for await (const bundles of store.bundles(release)) read.push(...bundles);
      expect(read.sort((a, b) => compareBundleIds(a.entity.id, b.entity.id))).toEqual(bundlesOf(next));
      // A writing that was cut off leaves shelves that no release has.
      const stray = { repository: CORE, generation: 900, shelf: day, ids: [], text: '[]' };
      await putShelf(database, stray);
      await store.stage({
        repository: CORE,
        key: 'next',
        header: headerOf(next),
        origin: 'downloaded',
        base: null,
        removed: new Set(),
      });
      const rows = await database.releases.toArray();
      const used = rows.flatMap((row) =>
        [...row.generations.entries()].flatMap(([shelf, generation]) =>
          generation === 0 ? [] : [`${generation}/${shelf}`],
        ),
      );
      const kept = (await allShelves(database)).map((row) => `${row.generation}/${row.shelf}`);
      expect(rows).toHaveLength(day === 0 ? 1 : 2);
      expect(kept.sort()).toEqual([...new Set(used)].sort());
    }
  });

  it('stores bundles as the text they came in, but for those that something is removed from', async () => {
    const database = openDatasetDatabase(`test-${count++}`);
    const store = createReleaseStore(database, () => Promise.resolve(false));
    const release = aRelease({
      entities: [anEntity({ id: 'a' }), anEntity({ id: 'b' })],
      statements: [aStatement({ id: 'a/s' }), aStatement({ id: 'a/t' }), aStatement({ id: 'b/s' })],
    });
    const staged = await store.stage({
      ...STAGED,
      header: headerOf(release),
      removed: new Set(['a/t']),
    });
    // Blanks tell the text that came from one that was written anew.
    for (const bundle of bundlesOf(release))
      await staged.put(bundle, new TextEncoder().encode(` ${JSON.stringify(bundle)}`));
    const row = await staged.finish();
    const texts = (await allShelves(database)).map(({ text }) => text);
    expect(texts.filter((text) => text.startsWith('[ {'))).toEqual([expect.stringContaining('"b/s"')]);
    expect(texts.filter((text) => text.startsWith('[{'))).toEqual([expect.stringContaining('"a/s"')]);
    expect(texts.join('')).not.toContain('a/t');
    const read: EntityBundle[] = [];
    for await (const bundles of store.bundles(row)) read.push(...bundles);
    expect(read.flatMap(({ statements }) => statements.map(({ id }) => id)).sort()).toEqual(['a/s', 'b/s']);
  });

  it('keeps the old release when an install is cut off at any step, and recovers from what was left', async () => {
    const many = (text: string) =>
      aRelease({
        entities: Array.from({ length: 1500 }, (_, i) => anEntity({ id: `e-${i}`, summary: { en: text } })),
        statements: Array.from({ length: 1500 }, (_, i) =>
          aStatement({ id: `e-${i}/s`, text: { en: text } }),
        ),
      });
    const ids = Array.from({ length: 1500 }, (_, i) => `e-${i}`);
    const texts = async (store: ReleaseStore) =>
      new Set((await store.cards(ids)).flatMap((card) => [card.summary.en, card.statements[0]?.text.en]));
    for (let step = 0; step < 40; step++) {
      let paused = 0;
      const { store, database } = openStore();
      await install(store, many('old'), 'one');
      const cut = createReleaseStore(database, () =>
        paused++ === step ? Promise.reject(new Error('killed')) : Promise.resolve(false),
      );
      const finished = await install(cut, many('new'), 'two').then(
        () => true,
        () => false,
      );
      const found = await texts(createReleaseStore(database, pause));
      expect([...found]).toEqual([
        (await createReleaseStore(database, pause).current())?.key === 'two' ? 'new' : 'old',
      ]);
      if (finished) {
        expect(step).toBeGreaterThan(2);
        return;
      }
      await install(store, many('newest'), 'three');
      expect([...(await texts(store))]).toEqual(['newest']);
    }
  });

  it('gives cards of what is current while another release is being written and an old one deleted', async () => {
    const { database, store } = openStore();
    const reading = createReleaseStore(database, pause, rememberSmallRows(database));
    await database.repositories.put(aRepository());
    for (let round = 0; round < 6; round++) {
      await install(store, round % 2 === 0 ? release : newer, `round-${round}`);
      const now = await store.current();
      if (!now) throw new Error('nothing is current');
      const read = tablesRead(database, [now]);
      const next = await store.stage({ ...STAGED, header: headerOf(release) });
      for (const bundle of bundlesOf(release)) await next.put(bundle);
      const { generation } = await next.finish();
      expect(read).not.toContain(tableOf(database, generation));
      // Somebody writes to all other tables, and goes on.
      let isOver = false;
      const others = shelfTables(database).filter((table) => !read.includes(table));
      const busy = database.transaction('rw', others, async () => {
        while (!isOver) await others[0]?.count();
      });
      await new Promise((done) => setTimeout(done, 5));
      expect((await reading.cards(['acme']))[0]?.summary.en).toBe(round % 2 === 0 ? OLD : NEW);
      isOver = true;
      await busy;
    }
  });

  it('gives cards of two datasets when something else is deleted between the first and the second', async () => {
    const database = openDatasetDatabase(`test-${count++}`);
    let between: (() => unknown) | null = null;
    beforeRead(database, 'getMany', (table) => {
      if (table.startsWith('shelves')) between?.();
    });
    const store = createReleaseStore(database, pause, rememberSmallRows(database));
    const added = 'd0123456789ab';
    await database.repositories.bulkPut([aRepository(), aRepository({ id: added })]);
    await installRelease(store, added, release, 'added', { origin: 'downloaded', removed: new Set() });
    await install(store, release, 'first');
    const removals: Promise<void>[] = [];
    between = () => {
      between = null;
      // Not within the card's own transaction.
      removals.push(Dexie.ignoreTransaction(() => store.remove('nobody')));
    };
    const ids = ['acme', `${added}~acme`];
    expect((await store.cards(ids)).map(({ id }) => id)).toEqual(ids);
    await Promise.all(removals);
    expect(removals).toHaveLength(1);
  });

  it('does not read back what has just become current, and knows it as the database does', async () => {
    let reads = 0;
    const database = openDatasetDatabase(`test-${count++}`);
    beforeRead(database, 'get', (table) => {
      if (table === 'releases') reads++;
    });
    const store = createReleaseStore(database, pause, rememberSmallRows(database));
    await install(store, release, 'first');
    await install(store, newer, 'second');
    const before = reads;
    expect(await summary(store)).toBe(NEW);
    expect(reads).toBe(before);
    // Nor what belongs to others.
    await installRelease(store, 'd0123456789ab', release, 'added', {
      origin: 'downloaded',
      removed: new Set(),
    });
    const after = reads;
    expect(await summary(store)).toBe(NEW);
    expect(reads).toBe(after);
    store.forgetAll();
    expect(await summary(store)).toBe(NEW);
    expect(reads).toBeGreaterThan(after);
    const known = await store.current();
    expect(await database.releases.get([known?.repository ?? '', known?.generation ?? 0])).toEqual(known);
  });

  it('does not read again what was read lately, as long as its release is current', async () => {
    let reads = 0;
    const database = openDatasetDatabase(`test-${count++}`);
    beforeRead(database, 'getMany', (table) => {
      if (table.startsWith('shelves')) reads++;
    });
    const store = createReleaseStore(database, pause, rememberSmallRows(database));
    await install(store, release, 'first');
    const first = await store.cards(['acme']);
    expect(reads).toBeGreaterThan(0);
    const before = reads;
    expect(await store.cards(['acme'])).toEqual(first);
    expect(reads).toBe(before);
    // Together with one that has to be read, in the order that was asked for.
    const others = release.entities.map(({ id }) => id).filter((id) => id !== 'acme');
    expect((await store.cards([...others, 'acme'])).map(({ id }) => id)).toEqual([...others, 'acme']);
    await install(store, newer, 'second');
    expect(await summary(store)).toBe(NEW);
    await store.fallBack(CORE);
    expect(await summary(store)).toBe(OLD);
    await store.remove(CORE);
    expect(await store.cards(['acme'])).toEqual([]);
  });

  it('a reader beside the writer follows it to another release of the same number', async () => {
    const { database, store } = openStore();
    const reader = createReleaseStore(openDatasetDatabase(database.name), pause);
    await install(store, release, 'one');
    await install(store, newer, 'two');
    expect(await summary(reader)).toBe(NEW);
    await store.fallBack(CORE);
    await install(store, newer, 'three');
    expect((await store.current())?.key).toBe('three');
    expect((await reader.current())?.key).toBe('three');
    expect(await summary(reader)).toBe(NEW);
  });

  it.each(OLDER)('finds everything again that version %i kept', async (version) => {
    await expectAllMoved(await olderDatabase(version));
  });

  const harmed: [string, (bytes: Uint8Array) => Uint8Array][] = [
    ['has no bytes', () => new Uint8Array()],
    ['is no longer deflated', () => Uint8Array.of(0xff, 0xff)],
    ['was cut off', (bytes) => bytes.slice(0, bytes.length >> 1)],
    ['holds less', () => deflateSync(new TextEncoder().encode('[]'))],
  ];
  it.each(harmed)(
    'moves a release with a shelf that %s, and goes back to the one before',
    async (_, harm) => {
      const older = await olderDatabase(6);
      const old = await new Dexie(older.name).open();
      for (const name of ['shelves', 'shelves1', 'shelves2'])
        await old
          .table(name)
          .toCollection()
          .modify((row) => {
            if (row.generation === 2) row.bytes = harm(row.bytes);
          });
      old.close();
      const store = createReleaseStore(openDatasetDatabase(older.name), pause);
      expect((await store.current())?.key).toBe('two');
      await expect(store.cards(['acme'])).rejects.toBeInstanceOf(DamagedRelease);
      expect(await store.fallBack(CORE)).toBe(true);
      expect(await summary(store)).toBe(OLD);
    },
  );

  it.each(OLDER)(
    'begins the move from version %i anew when it was cut off, at whatever step',
    async (version) => {
      const older = await olderDatabase(version);
      let moved = false;
      let deaths = 0;
      for (let last = 0; !moved; last++) {
        const dying = openDatasetDatabase(older.name);
        makeMortal(dying, createLife(last));
        moved = await dying.open().then(
          () => true,
          () => false,
        );
        dying.close();
        if (!moved) deaths++;
      }
      expect(deaths).toBeGreaterThan(2);
      await expectAllMoved(older);
    },
  );
});

/** With shelves as text in one table (version 4) or in three (5), then deflated (6). */
const OLDER = [4, 5, 6] as const;

interface OlderDatabase {
  readonly name: string;
  /** How many it holds. */
  readonly shelves: number;
}

/** Opened by this version, it has all its shelves, its release and the one before. */
async function expectAllMoved({ name, shelves }: OlderDatabase): Promise<void> {
  const database = openDatasetDatabase(name);
  const store = createReleaseStore(database, pause);
  expect(await summary(store)).toBe(NEW);
  expect((await allShelves(database)).length).toBe(shelves);
  expect(await store.fallBack(CORE)).toBe(true);
  expect(await summary(store)).toBe(OLD);
}

/** With a release and the one before. */
async function olderDatabase(version: (typeof OLDER)[number]): Promise<OlderDatabase> {
  const name = `test-${count++}`;
  const before = createReleaseStore(openDatasetDatabase(name), pause);
  for (const [key, what] of [
    ['one', release],
    ['two', newer],
  ] as const)
    await install(before, what, key);
  const written = openDatasetDatabase(name);
  const rows = await allShelves(written);
  const old = new Dexie(`${name}-old`);
  const key = '[repository+generation+shelf]';
  old.version(version).stores({
    shelves: key,
    ...(version > 4 ? { shelves1: key, shelves2: key } : {}),
    releases: '[repository+generation], repository',
    pointers: 'repository',
    trust: '[repository+role], repository',
    repositories: 'id',
    indexFiles: 'key',
  });
  for (const row of rows)
    await old
      .table(version > 4 ? tableNameOf(row.generation) : 'shelves')
      .put(version === 6 ? deflated(row) : row);
  await old.table('releases').bulkPut(await written.releases.toArray());
  await old.table('pointers').bulkPut(await written.pointers.toArray());
  old.close();
  return { name: old.name, shelves: rows.length };
}

/** Small releases were not deflated, but stood in the same form. */
function deflated({ text, ids, ...row }: Shelf) {
  const json = new TextEncoder().encode(text);
  const level = row.shelf % 2 === 0 ? 1 : 0;
  return { ...row, bytes: deflateSync(json, { level }), length: json.length };
}
