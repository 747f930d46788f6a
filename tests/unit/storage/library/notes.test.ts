import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LibraryDatabase, libraryDatabase } from '../../../../src/storage/library/database.ts';
import { createNoteStore, type NoteStore } from '../../../../src/storage/library/notes.ts';
import { aFact, aNote } from '../../../helpers/notes.ts';

let database: LibraryDatabase;
let store: NoteStore;
let changed: string[];
let clock: number;

beforeEach(async () => {
  database = libraryDatabase(`notes-${Math.random()}`);
  changed = [];
  clock = 0;
  let ids = 0;
  store = createNoteStore({
    database,
    now: () => `2026-11-28T11:00:${String(clock++).padStart(2, '0')}.000Z`,
    newId: () => `new-${++ids}`,
    changed: (list) => changed.push(...list),
  });
});
afterEach(() => database.delete());

describe('saving', () => {
  test('twice is saving once', async () => {
    expect((await store.save(aNote())).outcome).toBe('saved');
    expect((await store.save(aNote())).outcome).toBe('same');
    expect(await store.count()).toBe(1);
    expect(changed).toEqual([aNote().id]);
  });

  test('another note under the same id keeps both, and asking again makes no third', async () => {
    await store.save(aNote());
    const { outcome, note } = await store.save(aNote({ note: 'Other words.' }));
    expect([outcome, note.twin]).toEqual(['twin', aNote().id]);
    expect(await store.save(aNote({ note: 'Other words.' }))).toEqual({ outcome, note });
    expect(await store.count()).toBe(2);
  });

  test('finds notes by any address of the page', async () => {
    await store.save(
      aNote({ page: { ...aNote().page, canonical: 'https://www.news.example/c/1?utm_source=x' } }),
    );
    for (const key of ['news.example/cameras', 'news.example/c/1'])
      expect(await store.forPage([key])).toHaveLength(1);
    expect(await store.forPage(['news.example/other'])).toEqual([]);
  });
});

describe('changing', () => {
  test('from the revision that is known', async () => {
    const { note } = await store.save(aNote());
    expect(await store.change(note.id, 1, { note: 'New.' })).toMatchObject({
      outcome: 'changed',
      note: { note: 'New.', rev: 2 },
    });
  });

  test('twice, the answer having been lost, is changing once', async () => {
    const { note } = await store.save(aNote());
    await store.change(note.id, 1, { note: 'New.' });
    expect(await store.change(note.id, 1, { note: 'New.' })).toMatchObject({
      outcome: 'changed',
      note: { rev: 2 },
    });
    expect(await store.count()).toBe(1);
  });

  test('by two editors keeps both, and asking again makes no third', async () => {
    const { note } = await store.save(aNote());
    await store.change(note.id, 1, { note: 'From the first tab.' });
    for (let i = 0; i < 2; i++)
      expect(await store.change(note.id, 1, { note: 'From the second tab.' })).toMatchObject({
        outcome: 'twin',
        note: { note: 'From the first tab.' },
        twin: { note: 'From the second tab.', twin: note.id },
      });
    expect(await store.count()).toBe(2);
  });

  test('a note that was deleted says so', async () => {
    expect(await store.change('none', 1, { note: 'x' })).toEqual({ outcome: 'gone' });
  });

  test('many at once, and back', async () => {
    const ids = ['a', 'b', 'c'];
    for (const id of ids) await store.save(aNote({ id }));
    expect(await store.changeAll(ids, 'tag', (note) => (note.id === 'b' ? null : { tags: ['x'] }))).toBe(2);
    expect((await store.get(ids)).map((note) => note.tags[0])).toEqual(['x', 'belgrade', 'x']);
    expect(await store.undo()).toEqual({ what: 'tag', restored: 2, skipped: 0 });
    expect((await store.get(ids)).map((note) => note.tags[0])).toEqual(['belgrade', 'belgrade', 'belgrade']);
  });
});

describe('undo', () => {
  test('brings a deleted note back as it was', async () => {
    const { note } = await store.save(aNote({ facts: [aFact()] }));
    await store.remove([note.id]);
    expect(await store.count()).toBe(0);
    await store.undo();
    expect(await store.get([note.id])).toEqual([note]);
  });

  test('takes an import away, but not what was changed since', async () => {
    await store.addAll([aNote({ id: 'a' }), aNote({ id: 'b' })]);
    await database.journal.toArray();
    await database.notes.update('a', { rev: 7 });
    expect(await store.undo()).toEqual({ what: 'import', restored: 1, skipped: 1 });
    expect((await store.get(['a', 'b'])).map((note) => note.id)).toEqual(['a']);
  });

  test('goes back step by step, and then there is nothing', async () => {
    const { note } = await store.save(aNote());
    await store.change(note.id, 1, { note: 'Two.' });
    await store.change(note.id, 2, { note: 'Three.' });
    expect(await store.undoable()).toEqual({ what: 'edit', notes: 1 });
    await store.undo();
    expect((await store.get([note.id]))[0]?.note).toBe('Two.');
    await store.undo();
    await store.undo();
    expect(await store.count()).toBe(0);
    expect(await store.undo()).toBeNull();
  });
});

test('an import leaves notes that are there untouched', async () => {
  await store.save(aNote({ id: 'a', note: 'Mine.' }));
  expect(await store.addAll([aNote({ id: 'a', note: 'Theirs.' }), aNote({ id: 'b' })])).toBe(1);
  expect((await store.get(['a']))[0]?.note).toBe('Mine.');
});

test('all notes are visited once, however many', async () => {
  await store.addAll(Array.from({ length: 1203 }, (_, i) => aNote({ id: `n${i}` })));
  const seen = new Set<string>();
  await store.each((notes) => {
    for (const { id } of notes) seen.add(id);
  });
  expect(seen.size).toBe(1203);
});
