/** The library's page, its rows, its tools. */
import type { Annotation } from '../../../src/core/annotation/annotation.ts';
import { NO_BACKUPS } from '../../../src/core/settings/backup.ts';
import type { Calls } from '../../../src/messages/envelope.ts';
import type { LibraryState, ToLibrary } from '../../../src/messages/to-library.ts';
import { App } from '../../../src/ui/library/app.tsx';
import type { LibraryHost } from '../../../src/ui/library/host.ts';
import { aFact, aNote, aPassage } from '../../helpers/notes.ts';
import { never, type Room, type State } from '../state.ts';
import { CARDS } from './made-up.ts';

const LONG =
  'The equipment had been delivered, tested and paid for before anybody asked who would look at its pictures. ';

/** Each a row that looks another way. */
const ROWS: readonly Annotation[] = [
  aNote({ id: 'usual', facts: [aFact('square-watch/claim')] }),
  aNote({ id: 'no-words', note: '', tags: [], colour: 'green' }),
  aNote({ id: 'page', passage: null, colour: 'blue' }),
  aNote({ id: 'moved', colour: 'pink', facts: [aFact('square-watch/order')] }),
  aNote({ id: 'twin', twin: 'usual', colour: 'violet' }),
  aNote({ id: 'untitled', page: { ...aNote().page, title: '', publisher: null, published: null } }),
  aNote({
    id: 'long',
    note: LONG.repeat(12),
    passage: aPassage(LONG.repeat(8)),
    tags: Array.from({ length: 24 }, (_, i) => `tag number ${i}`),
    page: { ...aNote().page, title: LONG.repeat(3) },
  }),
  aNote({
    id: 'rtl',
    note: 'يجب السؤال عن العدد.',
    passage: aPassage('طلبت المدينة 1000 كاميرا'),
    page: { ...aNote().page, title: 'من يراقب الميدان؟', lang: 'ar' },
  }),
  aNote({ id: 'odd', note: '<b>not bold</b> ![x](https://a.example/x.png)', tags: ['<i>', '\u202eodd'] }),
];

type Engine = Calls<ToLibrary>;

function anEngine(notes: readonly Annotation[], over: Partial<Engine> = {}): Engine {
  return {
    open: async () => ({ state: 'open', notes: notes.length }),
    search: async () => ({ total: notes.length, notes, instead: [], complete: true, moved: ['moved'] }),
    findIds: async () => notes.map(({ id }) => id),
    facets: async () => ({
      notes: notes.length,
      tags:
        notes.length === 0
          ? []
          : [
              { name: 'belgrade', count: 6 },
              { name: 'a tag with a long name', count: 1 },
            ],
      entities:
        notes.length === 0 ? [] : [{ id: 'square-watch', name: 'Square Watch', kind: 'project', count: 4 }],
      colours: [{ name: 'yellow', count: 3 }],
      twins: notes.filter(({ twin }) => twin).length,
      movedFacts: notes.length === 0 ? [] : ['square-watch/order'],
    }),
    notes: async ({ ids }) => notes.filter(({ id }) => ids.includes(id)),
    factStates: async () => [],
    cards: async ({ ids }) => CARDS.filter(({ id }) => ids.includes(id)),
    change: async () => ({ outcome: 'gone' }),
    bulk: async () => 0,
    undo: async () => null,
    undoable: async () => ({ what: 'edit', notes: 1 }),
    exportFile: never,
    previewImport: never,
    importHints: async () => [],
    commitImport: never,
    dropImport: async () => null,
    health: async () => ({
      notes: notes.length,
      used: 48_000_000,
      quota: 60_000_000,
      persisted: false,
      recent: 3,
      dumps: [{ at: '2026-11-20T10:00:00.000Z', notes: 8 }],
    }),
    checkIntegrity: never,
    mend: async () => null,
    drill: never,
    eraseAll: async () => null,
    ...over,
  };
}

function aHost(engine: Engine, over: Partial<LibraryHost> = {}): LibraryHost {
  return {
    engine,
    onNews: () => undefined,
    saveFile: () => undefined,
    copy: async () => undefined,
    addHints: async () => undefined,
    persist: async () => false,
    languageName: (tag) => tag,
    readButton: async () => true,
    setButton: async () => undefined,
    backup: {
      read: async () => NO_BACKUPS,
      onChanged: () => undefined,
      set: async () => true,
      makeNow: never,
    },
    ...over,
  };
}

interface Shown {
  readonly notes?: readonly Annotation[];
  readonly engine?: Partial<Engine>;
  readonly host?: Partial<LibraryHost>;
  readonly note?: string;
  readonly hash?: string;
  readonly width?: number;
}

function library(name: string, { notes = ROWS, engine, host, note, hash, width }: Shown = {}): State {
  return {
    name,
    ...(hash === undefined ? {} : { hash }),
    ...(width === undefined ? {} : { width }),
    draw: () => (
      <App host={aHost(anEngine(notes, engine), host)} start={{ note: note ?? null, page: null }} />
    ),
  };
}

function rescued(over: Partial<Extract<LibraryState, { state: 'rescue' }>>): Partial<Engine> {
  const state: LibraryState = {
    state: 'rescue',
    reason: 'upgrade',
    detail: 'the database could not be opened',
    from: 'dump',
    at: '2026-11-20T10:00:00.000Z',
    notes: ROWS.length,
    broken: 2,
    ...over,
  };
  return { open: async () => state };
}

const STOPPED = {
  every: 'daily',
  since: '2026-11-01T10:00:00.000Z',
  last: { at: '2026-11-10T10:00:00.000Z', notes: 8, bytes: 12_000, file: 'library.json.gz' },
  failed: { at: '2026-11-27T10:00:00.000Z', reason: 'permission' },
} as const;

export const LIBRARY: Room = {
  title: 'Library',
  sheets: ['library'],
  width: 1180,
  height: 760,
  states: [
    library('rows of every kind'),
    library('a note, with a statement', { note: 'usual' }),
    library('a note on a page', { note: 'page' }),
    library('a long note', { note: 'long' }),
    library('a note in a direction from the right', { note: 'rtl' }),
    library('two versions of a note', { note: 'twin' }),
    library('a statement was changed since', {
      note: 'moved',
      engine: { factStates: async () => [] },
    }),
    library('empty', { notes: [] }),
    library('nothing answers the search', {
      engine: {
        search: async () => ({ total: 0, notes: [], instead: ['cameras'], complete: true, moved: [] }),
      },
    }),
    library('on its way', { engine: { open: never } }),
    library('dossier', { hash: '#entity=square-watch' }),
    library('import', { hash: '#import' }),
    library('export', { hash: '#export' }),
    library('upkeep', { hash: '#upkeep' }),
    library('upkeep, backups have stopped', {
      hash: '#upkeep',
      host: {
        backup: {
          read: async () => STOPPED,
          onChanged: () => undefined,
          set: async () => true,
          makeNow: never,
        },
      },
    }),
    ...(['newer', 'upgrade', 'unreadable'] as const).map((reason) =>
      library(`read-only: ${reason}`, { engine: rescued({ reason }) }),
    ),
    library('read-only, and nothing could be read', {
      notes: [],
      engine: rescued({ from: 'nothing', at: null, notes: 0 }),
    }),
    library('narrow', { width: 360 }),
  ],
};
