/** After a change the list, the counts beside it and the way back are shown together: none of them speaks of a deed before. */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test } from 'vitest';
import type { Calls } from '../../../../src/messages/envelope.ts';
import type { LibraryFacets, LibraryNews, ToLibrary } from '../../../../src/messages/to-library.ts';
import { App } from '../../../../src/ui/library/app.tsx';
import type { LibraryHost } from '../../../../src/ui/library/host.ts';
import { aNote } from '../../../helpers/notes.ts';

let notes = 1;
let counting: Promise<unknown> = Promise.resolve();
let tell: (news: LibraryNews) => void = () => undefined;

function aHost(): LibraryHost {
  const engine: Partial<Calls<ToLibrary>> = {
    open: async () => ({ state: 'open', notes }),
    search: async () => ({
      total: notes,
      notes: Array.from({ length: notes }, (_, i) => aNote({ id: `note-${i}` })),
      instead: [],
      complete: true,
      moved: [],
    }),
    facets: async () => {
      const counted: LibraryFacets = { notes, tags: [], entities: [], colours: [], twins: 0, movedFacts: [] };
      await counting;
      return counted;
    },
    undoable: async () => ({ what: 'import', notes }),
  };
  return {
    engine: engine as Calls<ToLibrary>,
    onNews: (callback: typeof tell) => {
      tell = callback;
    },
  } as Partial<LibraryHost> as LibraryHost;
}

const settle = () => act(() => new Promise((done) => setTimeout(done, 20)));
const shown = () => [
  document.querySelectorAll('.row').length,
  document.querySelector('.sidebar .count')?.textContent,
  document.querySelector('.tools .more')?.textContent,
];

beforeEach(async () => {
  notes = 1;
  counting = Promise.resolve();
  location.hash = '';
  render(null, document.body);
  await act(async () => render(<App host={aHost()} start={{ note: null, page: null }} />, document.body));
  await settle();
});

test('a list waits for its counts', async () => {
  const before = shown();
  expect(before).toEqual([1, '1', 'Undo importing 1 note']);
  let counted: () => void = () => undefined;
  counting = new Promise<void>((done) => {
    counted = done;
  });
  notes = 3;
  tell({ sidelight: 'changed' } as LibraryNews);
  await settle();
  expect(shown()).toEqual(before);
  counted();
  await settle();
  expect(shown()).toEqual([3, '3', 'Undo importing 3 notes']);
});
