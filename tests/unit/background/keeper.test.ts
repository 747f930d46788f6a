import { beforeEach, describe, expect, test } from 'vitest';
import { aChange, notesArguments } from '../../../src/background/notes/arguments.ts';
import { createKeeper, type KeeperHost } from '../../../src/background/notes/keeper.ts';
import { openLibrary } from '../../../src/storage/library/open-library.ts';
import { killedAt } from '../../helpers/killed.ts';
import { aNote, aPassage } from '../../helpers/notes.ts';

let names = 0;
let told: string[];

function keeperOver(name: string, over: Partial<KeeperHost> = {}) {
  const now = () => '2026-11-28T12:00:00.000Z';
  return createKeeper({
    open: () => openLibrary({ name, now, exclusively: (work) => work() }),
    now,
    newId: () => `new-${Math.random()}`,
    digest: async (text) => `hash of ${text}`,
    addHints: async (keys) => void told.push(`hints ${keys.join(' ')}`),
    announce: (ids) => told.push(`changed ${ids.join(' ')}`),
    persist: async () => void told.push('persist'),
    inject: async (tab, frame) => void told.push(`inject ${tab}.${frame}`),
    openLibraryPage: async (query) => void told.push(`open ${query}`),
    ...over,
  });
}

const page = { tab: 1, frame: 0, isPrivate: false };
const urls = [aNote().page.url];

beforeEach(() => {
  told = [];
});

describe('keeping notes', () => {
  test('hints first, then the note, then the news; storage is asked for at the first', async () => {
    const keeper = keeperOver(`keeper-${++names}`);
    await keeper.saveNote({ note: aNote() }, page);
    await keeper.saveNote({ note: aNote({ id: 'b' }) }, page);
    expect(told).toEqual([
      'hints news.example/cameras',
      `changed ${aNote().id}`,
      'persist',
      'hints news.example/cameras',
      'changed b',
    ]);
  });

  test('a passage gets its fingerprint here', async () => {
    const keeper = keeperOver(`keeper-${++names}`);
    const { note } = await keeper.saveNote(
      { note: aNote({ passage: aPassage('Words', { hash: '' }) }) },
      page,
    );
    expect(note.passage?.hash).toBe('hash of Words');
  });

  test('nothing is written from a private window, and it says so', async () => {
    const keeper = keeperOver(`keeper-${++names}`);
    const secret = { ...page, isPrivate: true };
    await expect(keeper.saveNote({ note: aNote() }, secret)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(keeper.changeNote({ id: 'a', base: 1, change: {} }, secret)).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(told).toEqual([]);
    expect(await keeper.notesOnPage({ urls }, page)).toEqual([]);
  });

  test('a locked library has a name', async () => {
    const locked = keeperOver('x', { open: async () => ({ state: 'rescue', reason: 'newer', detail: '' }) });
    await expect(locked.saveNote({ note: aNote() }, page)).rejects.toMatchObject({ code: 'read-only' });
  });

  test.each([
    ['full', 'QuotaExceededError'],
    ['DataError Failed to write blobs (IOError)', 'AbortError'],
  ])('a full disk has a name, whatever the browser says: %s', async (words, name) => {
    const full = keeperOver(`keeper-${++names}`, {
      newId: () => {
        throw new DOMException(words, name);
      },
    });
    await full.saveNote({ note: aNote() }, page);
    await expect(full.saveNote({ note: aNote({ note: 'other' }) }, page)).rejects.toMatchObject({
      code: 'full',
    });
  });
});

describe('killed at any request, what is done is done once or not at all', () => {
  const DEEDS: [
    name: string,
    deed: (keeper: ReturnType<typeof keeperOver>) => Promise<unknown>,
    before: unknown,
    after: unknown,
  ][] = [
    [
      'saving',
      async (keeper) => keeper.saveNote({ note: aNote({ id: 'b', note: 'New.' }) }, page),
      ['Old.'],
      ['New.', 'Old.'],
    ],
    [
      'changing',
      async (keeper) => keeper.changeNote({ id: 'a', base: 1, change: { note: 'New.' } }, page),
      ['Old.'],
      ['New.'],
    ],
    ['removing', async (keeper) => keeper.removeNote({ id: 'a' }, page), ['Old.'], []],
  ];
  test.each(DEEDS)(
    '%s',
    async (_, deed, before, after) => {
      for (let nth = 1; ; nth++) {
        const name = `keeper-${++names}`;
        await keeperOver(name).saveNote({ note: aNote({ id: 'a', note: 'Old.' }) }, page);
        const killed = await killedAt(nth, () => deed(keeperOver(name)));
        const notes = async () =>
          (await keeperOver(name).notesOnPage({ urls }, page)).map((note) => note.note).sort();
        const found = JSON.stringify(await notes());
        expect([nth, [JSON.stringify(before), JSON.stringify(after)]]).toEqual([
          nth,
          expect.arrayContaining([found]),
        ]);
        // The page asks again, as it does when no answer comes.
        await deed(keeperOver(name));
        expect([nth, await notes()]).toEqual([nth, after]);
        if (killed.survived) break;
      }
    },
    60_000,
  );
});

describe('arguments', () => {
  test('a change keeps to what a reader may change', () => {
    expect(aChange({ note: 'x', rev: 9, id: 'y', colour: 'puce', tags: ['a', 3] })).toEqual({
      note: 'x',
      colour: 'yellow',
      tags: ['a'],
    });
  });

  const BAD: [name: keyof typeof notesArguments, argument: unknown][] = [
    ['saveNote', { note: { id: 'x' } }],
    ['saveNote', null],
    ['changeNote', { id: 'x', base: 'one', change: {} }],
    ['changeNote', { id: 'x', base: 1, change: null }],
    ['removeNote', {}],
    ['notesOnPage', { urls: 'https://a.example' }],
    ['notesOnPage', { urls: Array(50).fill('https://a.example') }],
    ['openLibrary', { note: 3, page: null }],
  ];
  test.each(BAD)('%s refuses %j', (name, argument) => {
    expect(() => notesArguments[name](argument)).toThrow();
  });
});
