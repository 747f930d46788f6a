import { expect, test } from 'vitest';
import { timeline } from '../../../../src/ui/library/dossier.tsx';
import { type RoomLeft, roomLeft } from '../../../../src/ui/library/room.ts';
import { hashOf, type View, viewOf } from '../../../../src/ui/library/view.ts';
import { aCardStatement } from '../../../helpers/builders.ts';
import { aNote } from '../../../helpers/notes.ts';

test('a dossier goes by the date of the article or the event, what has none comes last', () => {
  const note = (id: string, published: string | null, created = '2026-11-28T10:00:00.000Z') =>
    aNote({ id, created, page: { ...aNote().page, published } });
  const line = timeline(
    [note('late', '2020-05-01'), note('early', '2017-02'), note('saved', null), note('same', '2020-01-09')],
    [
      aCardStatement({ id: 'a/1', event: '2020-03' }),
      aCardStatement({ id: 'a/2', known: null }),
      aCardStatement({ id: 'a/3', event: '2011' }),
    ],
  );
  expect(
    line.map(({ year, notes, statements }) => [year, notes.map((n) => n.id), statements.map((s) => s.id)]),
  ).toEqual([
    ['2011', [], ['a/3']],
    ['2017', ['early'], []],
    ['2020', ['same', 'late'], ['a/1']],
    ['2026', ['saved'], []],
    ['9999', [], ['a/2']],
  ]);
});

const VIEWS: View[] = [
  { kind: 'notes' },
  { kind: 'entity', id: 'a~b/ü' },
  { kind: 'page', key: 'news.example/a?b=c&d=e' },
  { kind: 'import' },
  { kind: 'upkeep' },
];
test.each(VIEWS)('the address leads back to $kind', (view) => {
  expect(viewOf(hashOf(view))).toEqual(view);
});

test('an address of no view is the list', () => {
  for (const hash of ['', '#', '#nonsense', '#entity=', '#entity=%'])
    expect(['notes', 'entity']).toContain(viewOf(hash).kind);
});

const health = {
  notes: 1000,
  used: 10_000_000,
  quota: 10_000_000_000,
  persisted: true,
  recent: 900,
  dumps: [],
};
const FORECASTS: [over: Partial<typeof health>, left: RoomLeft | null][] = [
  [{}, 'long'],
  [{ quota: 100_000_000 }, { years: 2 }],
  [{ quota: 20_000_000 }, { months: 3 }],
  [{ recent: 0 }, null],
];
test.each(FORECASTS)('room %j', (over, left) => {
  expect(roomLeft({ ...health, ...over })).toEqual(left);
});
