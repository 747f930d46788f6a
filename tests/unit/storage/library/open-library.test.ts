import Dexie from 'dexie';
import { describe, expect, test } from 'vitest';
import { libraryDatabase } from '../../../../src/storage/library/database.ts';
import { LAYOUTS, type Layout } from '../../../../src/storage/library/layouts.ts';
import { openLibrary } from '../../../../src/storage/library/open-library.ts';
import { rescue } from '../../../../src/storage/library/rescue.ts';
import { toRow } from '../../../../src/storage/library/rows.ts';
import { killedAt } from '../../../helpers/killed.ts';
import { aNote } from '../../../helpers/notes.ts';

const IDS = Array.from({ length: 7 }, (_, i) => `note-${i}`);
let names = 0;

/** A library of the last released layout with some notes in it. */
async function aLibrary(): Promise<string> {
  const name = `library-${++names}`;
  const database = libraryDatabase(name);
  await database.notes.bulkAdd(IDS.map((id) => toRow(aNote({ id }))));
  database.close();
  return name;
}

const next = (migrate: Layout['migrate']): readonly Layout[] => [
  ...LAYOUTS,
  {
    version: (LAYOUTS.at(-1)?.version ?? 0) + 1,
    stores: { ...(LAYOUTS.at(-1)?.stores ?? {}), drafts: 'id' },
    ...(migrate ? { migrate } : {}),
  },
];
const sound = next(async (transaction) => {
  await transaction
    .table('notes')
    .toCollection()
    .modify((row: { tags: string[] }) => {
      row.tags = [...row.tags, 'moved'];
    });
});
const open = (name: string, layouts = LAYOUTS) =>
  openLibrary({ name, layouts, now: () => '2026-11-28T12:00:00.000Z', exclusively: (work) => work() });

async function idsIn(name: string): Promise<string[]> {
  return (await rescue(name)).notes.map((note) => note.id);
}

/** Opens a library for its upgrade and is killed at the nth request, if there are so many. */
const upgradeKilledAt = (nth: number, name: string) =>
  killedAt(nth, async () => {
    const opened = await open(name, sound);
    if (opened.state === 'open') opened.database.close();
    return opened.state;
  });

describe('opening the library', () => {
  test('makes it the first time', async () => {
    const opened = await open(`library-${++names}`);
    expect(opened.state).toBe('open');
  });

  test('upgrades an older one, and keeps a dump of it', async () => {
    const name = await aLibrary();
    const opened = await open(name, sound);
    expect(opened.state).toBe('open');
    if (opened.state !== 'open') return;
    expect((await opened.database.notes.toArray()).map((row) => row.tags.at(-1))).toEqual(
      IDS.map(() => 'moved'),
    );
    opened.database.close();
    const dumps = await new Dexie(`${name}-dumps`).open();
    expect(await dumps.table('dumps').toArray()).toMatchObject([{ state: 'kept', notes: IDS.length }]);
    dumps.close();
  });

  test('goes back by itself when the upgrade fails', async () => {
    const name = await aLibrary();
    const failing = next(async () => {
      throw new Error('a fault in the migration');
    });
    expect(await open(name, failing)).toMatchObject({
      state: 'rescue',
      reason: 'upgrade',
      detail: expect.stringContaining('a fault'),
    });
    expect(await idsIn(name)).toEqual(IDS);
    expect(await open(name)).toMatchObject({ state: 'open' });
  });

  test('goes back by itself when the upgrade loses or breaks a note', async () => {
    for (const harm of [
      next(async (transaction) => {
        await transaction.table('notes').delete('note-3');
      }),
      next(async (transaction) => {
        await transaction
          .table('notes')
          .toCollection()
          .modify((row: { page?: unknown }) => {
            delete row.page;
          });
      }),
    ]) {
      const name = await aLibrary();
      expect(await open(name, harm)).toMatchObject({ state: 'rescue', reason: 'upgrade' });
      expect(await idsIn(name)).toEqual(IDS);
      const again = await open(name);
      expect(again.state).toBe('open');
      if (again.state === 'open') again.database.close();
    }
  });

  test('is read-only when a newer version wrote it', async () => {
    const name = await aLibrary();
    const opened = await open(name, sound);
    if (opened.state === 'open') opened.database.close();
    expect(await open(name)).toMatchObject({ state: 'rescue', reason: 'newer' });
    expect(await idsIn(name)).toEqual(IDS);
  });

  test('killed at any request of an upgrade, loses nothing and takes it up again', async () => {
    for (let nth = 1; ; nth++) {
      const name = await aLibrary();
      const killed = await upgradeKilledAt(nth, name);
      const again = await open(name, sound);
      expect([nth, again.state]).toEqual([nth, 'open']);
      if (again.state !== 'open') return;
      const rows = await again.database.notes.toArray();
      expect([nth, rows.map((row) => row.id)]).toEqual([nth, IDS]);
      // Migrated once, not half and not twice.
      expect([nth, new Set(rows.map((row) => row.tags.join()))]).toEqual([nth, new Set(['belgrade,moved'])]);
      again.database.close();
      if (killed.survived) break;
    }
  }, 60_000);

  test('killed at any request of an upgrade, takes what the reader deletes later for no loss', async () => {
    for (let nth = 1; ; nth++) {
      const name = await aLibrary();
      const killed = await upgradeKilledAt(nth, name);
      const again = await open(name, sound);
      if (again.state !== 'open') throw new Error(`${nth}: ${again.detail}`);
      await again.database.notes.delete('note-3');
      again.database.close();
      const later = await open(name, sound);
      expect([nth, later.state]).toEqual([nth, 'open']);
      if (later.state === 'open') later.database.close();
      if (killed.survived) break;
    }
  }, 60_000);

  test('killed at any request of the way back, loses nothing', async () => {
    const losing = next(async (transaction) => {
      await transaction.table('notes').delete('note-3');
    });
    for (let nth = 1; ; nth++) {
      const name = await aLibrary();
      const killed = await killedAt(nth, () => open(name, losing));
      await open(name, losing);
      expect([nth, await idsIn(name)]).toEqual([nth, IDS]);
      if (killed.survived) break;
    }
  }, 60_000);
});

test('rows that are no notes are listed as they are', async () => {
  const name = await aLibrary();
  const database = await new Dexie(name).open();
  await database.table('notes').put({ id: 'broken', note: 'no page' });
  database.close();
  const rescued = await rescue(name);
  expect(rescued.notes).toHaveLength(IDS.length);
  expect(rescued.broken).toEqual([
    { row: { id: 'broken', note: 'no page' }, problem: { code: 'no-address', about: '' } },
  ]);
});
