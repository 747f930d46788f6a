/** Notes and the datasets they cite, both in real databases: what is renamed is followed, what is removed is gone everywhere. */
import Dexie from 'dexie';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Annotation } from '../../../src/core/annotation/annotation.ts';
import { pinFact } from '../../../src/core/annotation/facts.ts';
import { outerId } from '../../../src/core/dataset/namespace.ts';
import type { Release } from '../../../src/core/dataset/release.ts';
import { makeBackupFile } from '../../../src/library/files/backup-file.ts';
import { readFile } from '../../../src/library/files/read-file.ts';
import { EVERYTHING, EXPORT_FORMATS } from '../../../src/messages/to-library.ts';
import { CORE, type DatasetDatabase, openDatasetDatabase } from '../../../src/storage/dataset-database.ts';
import { installRelease } from '../../../src/storage/install.ts';
import { libraryDatabase } from '../../../src/storage/library/database.ts';
import { dumpDatabase, takeDump } from '../../../src/storage/library/dumps.ts';
import { openLibrary } from '../../../src/storage/library/open-library.ts';
import {
  eraseRemoved,
  lessRemoved,
  readEnabled,
  readRedirects,
  readWithdrawals,
} from '../../../src/storage/library/removals.ts';
import { createReleaseStore, type ReleaseStore } from '../../../src/storage/releases.ts';
import { anEntity, aRelease, aRepository, aSource, aStatement } from '../../helpers/builders.ts';
import { anEngine, type TestEngine } from '../../helpers/engine.ts';
import { aNote } from '../../helpers/notes.ts';

const SECRET = 'The unspeakable thing was said.';
const now = () => '2026-11-28T12:00:00.000Z';
let count = 0;
let releases: DatasetDatabase;
let dataset: ReleaseStore;

beforeEach(() => {
  releases = openDatasetDatabase(`facts-that-move-${++count}`);
  dataset = createReleaseStore(releases, () => Promise.resolve(false));
});

/** A dataset in which these entities each say one thing. */
function datasetOf(said: Readonly<Record<string, string>>, over: Partial<Release> = {}): Release {
  const source = (id: string) => {
    const { passage, ...rest } = aSource();
    return { ...rest, id: `${id}/paper`, passages: [passage] };
  };
  return aRelease({
    entities: Object.keys(said).map((id) => anEntity({ id })),
    sources: Object.keys(said).map(source) as unknown as Release['sources'],
    statements: Object.entries(said).map(([id, en]) =>
      aStatement({
        id: `${id}/said`,
        text: { en },
        sources: [
          { source: `${id}/paper`, passage: 0 },
        ] as unknown as Release['statements'][number]['sources'],
      }),
    ),
    ...over,
  });
}

async function install(release: Release, repository = CORE, key = release.version): Promise<void> {
  await installRelease(dataset, repository, release, key, { origin: 'bundled', removed: new Set() });
  const row = await releases.repositories.get(repository);
  if (row) return;
  await releases.repositories.put(aRepository({ id: repository, label: repository }));
}

/** A note that cites what the entity says now. */
async function citing(entity: string, over: Partial<Annotation> = {}): Promise<Annotation> {
  const [card] = await dataset.cards([entity]);
  const statement = card?.statements[0];
  if (!card || !statement) throw new Error(`${entity} says nothing`);
  return aNote({
    facts: [pinFact(statement, card.datasetVersion, now())],
    entities: [{ id: card.id, name: card.name, kind: card.kind }],
    ...over,
  });
}

async function open(name?: string): Promise<TestEngine> {
  const library = anEngine(
    {
      cards: (ids) => dataset.cards(ids),
      withdrawals: () => readWithdrawals(releases),
      redirects: () => readRedirects(releases),
      datasets: () => readEnabled(releases),
    },
    name ?? `library-${count}`,
  );
  await library.engine.open(null, null);
  await library.settled();
  return library;
}

async function put(library: TestEngine, notes: readonly Annotation[]): Promise<void> {
  const { toJsonLd } = await import('../../../src/core/annotation/out/json-ld.ts');
  const file = new Blob([`{"items":[${notes.map((note) => JSON.stringify(toJsonLd(note))).join(',')}]}`]);
  await library.engine.previewImport({ file, name: 'x' }, null);
  await library.engine.commitImport({ keepBoth: true }, null);
}

const allOf = async ({ engine }: TestEngine) =>
  engine.notes({ ids: await engine.findIds({ query: EVERYTHING }, null) }, null);

/** Everything that every database of this browser holds, as text. */
async function everythingStored(): Promise<string> {
  const parts: string[] = [];
  for (const name of await Dexie.getDatabaseNames()) {
    if (name === releases.name) continue;
    const database = new Dexie(name);
    await database.open();
    for (const table of database.tables) parts.push(JSON.stringify(await table.toArray()));
    database.close();
  }
  return parts.join('\n');
}

test.each([
  ['the dataset is switched off', () => releases.repositories.update('dept', { enabled: false })],
  ['the dataset was taken away', () => dataset.remove('dept')],
])('nothing is said of a statement while %s', async (_, goAway) => {
  await install(datasetOf({ one: 'It sold 100.' }), 'dept');
  const library = await open();
  await put(library, [await citing(outerId('dept', 'one'))]);
  await goAway();
  const next = await open(library.name);
  expect(await next.engine.factStates({ ids: [aNote().id] }, null)).toEqual([]);
});

describe.each([null, 'dept'])('in the dataset %s', (owner) => {
  const repository = owner ?? CORE;
  const outer = (id: string) => outerId(owner, id);

  test('a note follows an entity that was renamed, and its statement', async () => {
    await install(datasetOf({ old: 'It sold cameras.' }), repository);
    const library = await open();
    await put(library, [await citing(outer('old'))]);
    await install(
      datasetOf({ new: 'It sold cameras.' }, { version: '2026.11.25', redirects: { old: 'new' } }),
      repository,
    );
    const next = await open(library.name);
    // The same words under another id are the same statement.
    expect(await next.engine.factStates({ ids: [aNote().id] }, null)).toEqual([]);
    for (const entity of [outer('old'), outer('new')]) {
      const ids = await next.engine.findIds({ query: { ...EVERYTHING, entity } }, null);
      expect(ids).toEqual([aNote().id]);
    }
    expect((await next.engine.facets(null, null)).entities).toMatchObject([{ id: outer('new'), count: 1 }]);
    // The note itself is left as it was saved.
    expect((await allOf(next))[0]?.facts[0]?.id).toBe(outer('old/said'));
  });

  test('two entities that were merged are one in the list, with the name of the one that lives on', async () => {
    await install(datasetOf({ one: 'It sold.', two: 'It sold.' }), repository);
    const library = await open();
    await put(library, [
      await citing(outer('one'), { id: 'a' }),
      await citing(outer('one'), { id: 'b' }),
      await citing(outer('two'), { id: 'c' }),
    ]);
    await install(
      datasetOf({ two: 'It sold.' }, { version: '2026.11.25', redirects: { one: 'two' } }),
      repository,
    );
    const next = await open(library.name);
    expect((await next.engine.facets(null, null)).entities).toMatchObject([
      { id: outer('two'), name: 'two', count: 3 },
    ]);
  });

  test('a renamed statement that says something else shows both versions, and can be cited anew', async () => {
    await install(datasetOf({ old: 'It sold 100.' }), repository);
    const library = await open();
    await put(library, [await citing(outer('old'))]);
    await install(
      datasetOf({ new: 'It sold 200.' }, { version: '2026.11.25', redirects: { old: 'new' } }),
      repository,
    );
    const next = await open(library.name);
    expect(await next.engine.factStates({ ids: [aNote().id] }, null)).toMatchObject([
      {
        facts: [
          {
            id: outer('old/said'),
            state: { state: 'changed', nowId: outer('new/said'), now: { text: { en: 'It sold 200.' } } },
          },
        ],
      },
    ]);
  });

  test('a statement that was replaced says when and why, and keeps its words', async () => {
    await install(datasetOf({ one: 'It sold 100.' }), repository);
    const library = await open();
    await put(library, [await citing(outer('one'))]);
    const withdrawn = [
      { id: 'one/said', as: 'superseded', on: '2026-11-25', reason: 'A better count.' },
    ] as const;
    await install(
      datasetOf(
        { one: 'x' },
        { version: '2026.11.25', statements: [], sources: [], withdrawn: [...withdrawn] },
      ),
      repository,
    );
    const next = await open(library.name);
    expect(await next.engine.factStates({ ids: [aNote().id] }, null)).toMatchObject([
      { facts: [{ state: { state: 'withdrawn', withdrawal: { reason: 'A better count.' } } }] },
    ]);
    expect((await allOf(next))[0]?.facts[0]?.statement?.text.en).toBe('It sold 100.');
  });

  const REMOVALS: [about: string, withdrawn: string, redirects: Record<string, string>][] = [
    ['by its id', 'one/said', {}],
    ['with its entity', 'one', {}],
    ['after its entity was renamed', 'new/said', { one: 'new' }],
    ['with its entity, which was renamed twice', 'newest', { one: 'new', new: 'newest' }],
  ];
  test.each(REMOVALS)(
    'a statement removed %s leaves nothing but its id, the day and the reason',
    async (_, id, redirects) => {
      await install(datasetOf({ one: SECRET }), repository);
      const library = await open();
      const note = await citing(outer('one'));
      await put(library, [note, { ...note, id: 'deleted' }, { ...note, id: 'changed' }]);
      // Undo would bring these back.
      await library.engine.bulk({ ids: ['deleted'], deed: { kind: 'delete' } }, null);
      await library.engine.change({ id: 'changed', base: 1, change: { facts: [] } }, null);
      const backup = await library.engine.exportFile({ format: 'json-ld', ids: null }, null);
      const database = libraryDatabase(library.name);
      await database.open();
      const dumps = dumpDatabase(library.name);
      await takeDump(database, 1, dumps, now());
      dumps.close();
      database.close();
      expect(await everythingStored()).toContain(SECRET);

      await install(
        datasetOf(
          { other: 'Nothing.' },
          {
            version: '2026.11.25',
            redirects,
            withdrawn: [{ id, as: 'removed', on: '2026-11-25', reason: 'A court said so.' }],
          },
        ),
        repository,
      );
      const openIt = () => openLibrary({ name: library.name, now, exclusively: (work) => work() });

      // A file made before the library is cleaned.
      const cleaned = lessRemoved(await readWithdrawals(releases), await readRedirects(releases));
      const { file } = await makeBackupFile(await openIt(), now, () => 'x', cleaned);
      const { notes } = await readFile(file, now());
      expect(JSON.stringify(notes)).not.toContain(SECRET);
      expect(notes.find((found) => found.id === note.id)?.facts[0]?.removed).toEqual({
        on: '2026-11-25',
        reason: 'A court said so.',
      });
      for (const format of EXPORT_FORMATS) {
        const made = await library.engine.exportFile({ format, ids: null }, null);
        expect([format, (await made.file.text()).includes(SECRET)]).toEqual([format, false]);
      }

      // The worker cleans when the dataset changes, with the library closed.
      const changed: string[] = [];
      const host = { now, newId: () => 'x', changed: (ids: readonly string[]) => changed.push(...ids) };
      expect(await eraseRemoved(releases, openIt, host, library.name)).toBe(1);
      expect(await eraseRemoved(releases, openIt, host, library.name)).toBe(0);
      expect(changed).toEqual([note.id]);
      expect(await everythingStored()).not.toContain(SECRET);

      const next = await open(library.name);
      expect((await allOf(next)).find((found) => found.id === note.id)?.facts).toMatchObject([
        { id: outer('one/said'), statement: null, removed: { on: '2026-11-25', reason: 'A court said so.' } },
      ]);
      expect(await next.engine.factStates({ ids: [note.id] }, null)).toMatchObject([
        { facts: [{ state: { state: 'removed', removal: { reason: 'A court said so.' } } }] },
      ]);
      await next.engine.undo(null, null);
      await next.engine.undo(null, null);

      // An older file brings nothing back, and the note it holds is no other version of the one that is here.
      const preview = await next.engine.previewImport({ file: backup.file, name: 'old' }, null);
      expect(preview).toMatchObject({ fresh: 0, differing: 1, same: 1 });
      expect(await next.engine.drill({ file: backup.file }, null)).toMatchObject({ same: 1, older: 1 });
      await next.engine.bulk({ ids: [note.id], deed: { kind: 'delete' } }, null);
      await next.engine.previewImport({ file: backup.file, name: 'old' }, null);
      expect(await next.engine.commitImport({ keepBoth: false }, null)).toBe(1);
      expect(await everythingStored()).not.toContain(SECRET);
    },
  );
});

test('a dataset cannot remove what another one says', async () => {
  await install(datasetOf({ one: SECRET }));
  const library = await open();
  await put(library, [await citing('one')]);
  await install(
    datasetOf(
      { one: 'Mine.' },
      { withdrawn: [{ id: 'one', as: 'removed', on: '2026-11-25', reason: 'Ours.' }] },
    ),
    'dept',
  );
  const next = await open(library.name);
  expect((await allOf(next))[0]?.facts[0]?.statement?.text.en).toBe(SECRET);
});

test('a drill that was stopped half-way leaves no copy behind once the library is opened again', async () => {
  const scratch = libraryDatabase('sidelight-library-drill');
  await scratch.open();
  await scratch.notes.put({ ...aNote(), pageKeys: [], statementIds: [] });
  scratch.close();
  await open();
  await vi.waitFor(async () =>
    expect(await Dexie.getDatabaseNames()).not.toContain('sidelight-library-drill'),
  );
});
