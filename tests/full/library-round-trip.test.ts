/** Ten thousand notes out of a library, the library erased, and in again: the same notes, and a file that keeps the model's rules. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { makeNotes } from '../../scripts/bench/library/notes.ts';
import { waitFor } from '../../scripts/lib/wait.ts';
import type { Annotation } from '../../src/core/annotation/annotation.ts';
import { pageHead, toJsonLd } from '../../src/core/annotation/out/json-ld.ts';
import { EVERYTHING } from '../../src/messages/to-library.ts';
import { libraryDatabase } from '../../src/storage/library/database.ts';
import { fromRow } from '../../src/storage/library/rows.ts';
import { anEngine, type TestEngine } from '../helpers/engine.ts';
import { aFact, aNote } from '../helpers/notes.ts';
import { pageFaults } from '../helpers/web-annotation.ts';

const COUNT = 10_000;
const PAGE = aNote().page;

/** Of every kind: with and without passage, statements, copies, odd addresses and days, other programs' ids. */
const NOTES: readonly Annotation[] = makeNotes(COUNT, 3).map((note, i) => ({
  ...note,
  ...(i % 7 === 0 ? { facts: [aFact('huawei/sold-2019', { checked: i % 2 ? '2026-11-28' : null })] } : {}),
  ...(i % 11 === 0 ? { passage: null } : {}),
  ...(i % 13 === 0
    ? { page: { ...PAGE, url: `https://a.example/{${i}}`, read: '2019-03', lang: 'no tag' } }
    : {}),
  ...(i % 17 === 0 ? { id: `zotero-${i} ü`, origin: { source: 'zotero' as const, key: `k${i}` } } : {}),
  ...(i % 19 === 0 ? { archived: { url: `https://archive.example/${i}`, on: '2026-11-28' } } : {}),
  ...(i % 23 === 0
    ? { facts: [aFact('a/b', { statement: null, removed: { on: '2026-12-01', reason: 'x' } })] }
    : {}),
}));

async function open(): Promise<TestEngine> {
  const library = anEngine();
  await library.engine.open(null, null);
  await library.settled();
  return library;
}

async function stored(name: string): Promise<Annotation[]> {
  const database = libraryDatabase(name);
  await database.open();
  const notes = (await database.notes.toArray()).map(fromRow);
  database.close();
  return notes;
}

async function takeIn({ engine }: TestEngine, file: Blob): Promise<void> {
  expect(await engine.previewImport({ file, name: 'x' }, null)).toMatchObject({
    fresh: COUNT,
    same: 0,
    differing: 0,
    problems: [],
    warnings: [],
  });
  expect(await engine.commitImport({ keepBoth: true }, null)).toBe(COUNT);
}

test('10,000 notes: out, erased, in again', { timeout: 900_000 }, async () => {
  const head = JSON.stringify(pageHead({ notes: COUNT, exported: '2026-11-28T12:00:00.000Z', id: 'x' }));
  const lines = NOTES.map((note) => JSON.stringify(toJsonLd(note)));
  const first = await open();
  await takeIn(first, new Blob([`${head.slice(0, -1)},"items":[\n${lines.join(',\n')}\n]}`]));
  const byId = (a: Annotation, b: Annotation) => (a.id < b.id ? -1 : 1);
  const before = await stored(first.name);
  expect(before).toEqual([...NOTES].sort(byId));

  const { file, notes } = await first.engine.exportFile({ format: 'json-ld', ids: null }, null);
  expect(notes).toBe(COUNT);
  expect(pageFaults(JSON.parse(await file.text()))).toEqual([]);
  await first.engine.eraseAll(null, null);
  expect(await stored(first.name)).toEqual([]);

  const second = await open();
  await takeIn(second, file);
  expect(await stored(second.name)).toEqual(before);
  // And search has caught up with all of them.
  const found = await waitFor(
    async () => {
      const page = await second.engine.search({ query: EVERYTHING, from: 0, count: 1 }, null);
      return page.complete ? page.total : null;
    },
    { for: 'the index', timeout: 120_000 },
  );
  expect(found).toBe(COUNT);
});
