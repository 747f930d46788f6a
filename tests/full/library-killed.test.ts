/**
 * The library's engine, killed at every request that it makes of the database, for everything it writes: what is found afterwards
 * is the library as it was or as it was to be, search knows exactly that, and doing it once more completes it.
 */
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Annotation } from '../../src/core/annotation/annotation.ts';
import type { Withdrawal } from '../../src/core/annotation/facts.ts';
import { makeBackupFile } from '../../src/library/files/backup-file.ts';
import { readFile } from '../../src/library/files/read-file.ts';
import { EVERYTHING } from '../../src/messages/to-library.ts';
import { libraryDatabase } from '../../src/storage/library/database.ts';
import { openLibrary } from '../../src/storage/library/open-library.ts';
import { anEngine, type TestEngine } from '../helpers/engine.ts';
import { killedAt } from '../helpers/killed.ts';
import { aFact, aNote, fileOf } from '../helpers/notes.ts';

const NOW = '2026-11-28T12:00:00.000Z';
let names = 0;

// A worker that dies says so, at every request.
beforeAll(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterAll(() => {
  vi.restoreAllMocks();
});

const START = ['a', 'b', 'c', 'd'].map((id) =>
  aNote({ id, note: `Start ${id}.`, facts: id === 'b' ? [aFact('secret/said')] : [] }),
);
const MORE = ['c', 'd', 'e', 'f', 'g'].map((id) => aNote({ id, note: `More ${id}.` }));
const REMOVED: Withdrawal = { id: 'secret', on: '2026-12-01', kind: 'removed', reason: 'A court said so.' };

async function openOn(name: string, withdrawals: readonly Withdrawal[] = []): Promise<TestEngine> {
  const library = anEngine({ withdrawals: async () => withdrawals }, name);
  await library.engine.open(null, null);
  await library.settled();
  return library;
}

async function takeIn({ engine }: TestEngine, notes: readonly Annotation[]): Promise<void> {
  await engine.previewImport({ file: fileOf(notes), name: 'x' }, null);
  await engine.commitImport({ keepBoth: true }, null);
}

/** A library with a history: four notes, one of them changed, one more that was deleted. */
async function prepared(): Promise<string> {
  const name = `killed-${++names}`;
  const library = await openOn(name);
  await takeIn(library, [...START, aNote({ id: 'gone', facts: [aFact('secret/said')] })]);
  await library.engine.change({ id: 'a', base: 1, change: { note: 'Changed.' } }, null);
  await library.engine.bulk({ ids: ['gone'], deed: { kind: 'delete' } }, null);
  return name;
}

/** Notes and history as they lie in the database. */
async function stored(name: string): Promise<string> {
  const database = libraryDatabase(name);
  await database.open();
  const notes = await database.notes.toArray();
  const journal = (await database.journal.toArray()).map(({ seq: _, ...row }) => row);
  database.close();
  return JSON.stringify({ notes, journal }, (key, value) =>
    key === 'id' ? String(value).replace(/^new-\d+$/, 'new') : value,
  );
}

/** Search finds what is stored, under the words it says now. */
async function isSearchable(name: string): Promise<void> {
  const { engine } = await openOn(name);
  const ids = await engine.findIds({ query: EVERYTHING }, null);
  const notes = await engine.notes({ ids }, null);
  const database = libraryDatabase(name);
  await database.open();
  expect([...ids].sort()).toEqual(await database.notes.toCollection().primaryKeys());
  database.close();
  for (const { id, note } of notes) {
    const found = await engine.findIds({ query: { ...EVERYTHING, text: note.replace(/\W+/g, ' ') } }, null);
    expect(found).toContain(id);
  }
}

interface Deed {
  readonly about: string;
  readonly withdrawals?: readonly Withdrawal[];
  /** Done once more, it does more: only the first state afterwards is looked at. */
  readonly once?: true;
  run(library: TestEngine): unknown;
}

const DEEDS: readonly Deed[] = [
  {
    about: 'an import that brings new notes and other versions',
    once: true,
    run: (library) => takeIn(library, MORE),
  },
  {
    about: 'changing a note',
    run: ({ engine }) => engine.change({ id: 'b', base: 1, change: { note: 'New words.' } }, null),
  },
  {
    about: 'tagging many',
    run: ({ engine }) => engine.bulk({ ids: ['a', 'b', 'c', 'd'], deed: { kind: 'tag', tag: 'new' } }, null),
  },
  {
    about: 'taking a tag away from many',
    run: ({ engine }) =>
      engine.bulk({ ids: ['a', 'b', 'c'], deed: { kind: 'untag', tag: 'belgrade' } }, null),
  },
  {
    about: 'colouring many',
    run: ({ engine }) =>
      engine.bulk({ ids: ['a', 'c', 'd'], deed: { kind: 'colour', colour: 'pink' } }, null),
  },
  {
    about: 'deleting many',
    run: ({ engine }) => engine.bulk({ ids: ['a', 'b', 'd'], deed: { kind: 'delete' } }, null),
  },
  { about: 'taking the last deed back', once: true, run: ({ engine }) => engine.undo(null, null) },
  {
    about: 'a drill, which changes nothing',
    run: ({ engine }) => engine.drill({ file: fileOf(MORE) }, null),
  },
];

describe('killed at every request', () => {
  test.each(DEEDS)('$about', { timeout: 600_000 }, async ({ run, once }) => {
    const sample = await prepared();
    const before = await stored(sample);
    await run(await openOn(sample));
    const after = await stored(sample);
    let killed = 0;
    for (let nth = 1; ; nth++) {
      const name = await prepared();
      // Opening is killed below, and step by step in the tests of open-library.ts.
      const library = await openOn(name);
      const { survived } = await killedAt(nth, async () => run(library));
      const found = await stored(name);
      expect([nth, found === before ? 'before' : found === after ? 'after' : found]).toEqual([
        nth,
        expect.stringMatching(/^(?:before|after)$/),
      ]);
      await isSearchable(name);
      if (!once || found === before) {
        await run(await openOn(name));
        expect([nth, await stored(name)]).toEqual([nth, after]);
      }
      if (survived) break;
      killed++;
    }
    expect(killed).toBeGreaterThan(4);
  });

  test('a removal: some notes may be cleaned and others not yet, and the next opening cleans the rest', {
    timeout: 600_000,
  }, async () => {
    for (let nth = 1; ; nth++) {
      const name = await prepared();
      const { survived } = await killedAt(nth, () => openOn(name, [REMOVED]));
      // Never half a note: each is as it was or clean.
      const { notes } = JSON.parse(await stored(name)) as { notes: Annotation[] };
      expect(notes).toHaveLength(4);
      const [fact] = notes.find((note) => note.id === 'b')?.facts ?? [];
      expect([nth, fact?.statement === null]).toEqual([nth, fact?.removed !== null]);
      await openOn(name, [REMOVED]);
      expect(await stored(name)).not.toContain('Something was said');
      if (survived) break;
    }
  });

  test('a backup is whole or is none, and the library is as it was', { timeout: 600_000 }, async () => {
    const name = await prepared();
    const before = await stored(name);
    const open = () => openLibrary({ name, now: () => NOW, exclusively: (work) => work() });
    let made = 0;
    for (let nth = 1; ; nth++) {
      const { survived, result } = await killedAt(nth, async () =>
        makeBackupFile(
          await open(),
          () => NOW,
          () => 'x',
          (notes) => notes,
        ),
      );
      if (!(result instanceof Error)) {
        const { file, notes } = result as Awaited<ReturnType<typeof makeBackupFile>>;
        const read = await readFile(file, NOW);
        expect([nth, read.notes.length, read.warnings, notes]).toEqual([nth, 4, [], 4]);
        made++;
      }
      expect(await stored(name)).toBe(before);
      if (survived) break;
    }
    expect(made).toBeGreaterThan(0);
  });

  test('erasing everything leaves all notes or none', { timeout: 600_000 }, async () => {
    for (let nth = 1; ; nth++) {
      const name = await prepared();
      const { survived } = await killedAt(nth, async () => (await openOn(name)).engine.eraseAll(null, null));
      const { notes } = JSON.parse(await stored(name)) as { notes: Annotation[] };
      expect([nth, [0, 4].includes(notes.length)]).toEqual([nth, true]);
      await isSearchable(name);
      if (survived) break;
    }
  });
});
