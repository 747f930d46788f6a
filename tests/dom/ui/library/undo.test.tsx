/** Taking back: the toast says what was done and offers the way back from that, and a press too many does nothing. */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Calls } from '../../../../src/messages/envelope.ts';
import type { ToLibrary } from '../../../../src/messages/to-library.ts';
import { App } from '../../../../src/ui/library/app.tsx';
import type { LibraryHost } from '../../../../src/ui/library/host.ts';
import { aNote } from '../../../helpers/notes.ts';

type Undoable = { readonly what: string; readonly notes: number };

let journal: Undoable[];
let copied: string[];
const note = aNote();

/** An engine that keeps a journal, and nothing else that changes. */
function aHost(): LibraryHost {
  const engine: Partial<Calls<ToLibrary>> = {
    open: async () => ({ state: 'open', notes: 1 }),
    search: async () => ({ total: 1, notes: [note], instead: [], complete: true, moved: [] }),
    facets: async () => ({ notes: 1, tags: [], entities: [], colours: [], twins: 0, movedFacts: [] }),
    notes: async () => [note],
    factStates: async () => [],
    cards: async () => [],
    undoable: async () => journal.at(-1) ?? null,
    async bulk({ ids, deed }) {
      journal.push({ what: deed.kind, notes: ids.length });
      return ids.length;
    },
    async undo() {
      const last = journal.pop();
      return last ? { what: last.what, restored: last.notes, skipped: 0 } : null;
    },
  };
  return {
    engine: engine as Calls<ToLibrary>,
    onNews: () => undefined,
    copy: async (text: string) => void copied.push(text),
    languageName: (tag: string) => tag,
  } as Partial<LibraryHost> as LibraryHost;
}

const settle = () => act(async () => void (await vi.advanceTimersByTimeAsync(20)));
const pass = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
const toast = () => document.querySelector('.footer');
const toastButton = () => toast()?.querySelector<HTMLElement>('.link') ?? null;
async function press(element: HTMLElement | null | undefined): Promise<void> {
  await act(async () => element?.click());
  await settle();
}
const pressKey = (key: string, over: KeyboardEventInit = {}) =>
  act(async () => void dispatchEvent(new KeyboardEvent('keydown', { key, ...over })));

beforeEach(async () => {
  vi.useFakeTimers();
  journal = [{ what: 'save', notes: 1 }];
  copied = [];
  location.hash = '';
  render(null, document.body);
  await act(async () => render(<App host={aHost()} start={{ note: note.id, page: null }} />, document.body));
  await settle();
});
afterEach(() => {
  render(null, document.body);
  vi.useRealTimers();
});

const deleteNote = () => press(document.querySelector<HTMLElement>('.deeds .danger'));

test('after a deed its own way back is offered, and after an undo none: the deed before it is another', async () => {
  await deleteNote();
  expect(toastButton()?.textContent).toBe('Undo deleting 1 note');
  await press(toastButton());
  expect(toast()?.textContent).toContain('1 note put back.');
  expect(toastButton()).toBeNull();
  expect(journal).toEqual([{ what: 'save', notes: 1 }]);
});

test('a second press within a moment takes nothing back, wherever it is made; a later one does', async () => {
  await deleteNote();
  const inSidebar = () => document.querySelector<HTMLElement>('.tools .more');
  await press(inSidebar());
  await press(inSidebar());
  await pressKey('z', { ctrlKey: true });
  await settle();
  expect(journal).toHaveLength(1);
  await pass(1500);
  await press(inSidebar());
  expect(journal).toHaveLength(0);
  expect(toast()?.textContent).toContain('1 note taken out again.');
});

test('a key that is held takes one deed back', async () => {
  await deleteNote();
  await pressKey('z', { ctrlKey: true });
  for (let i = 0; i < 4; i++) {
    await pass(700);
    await pressKey('z', { ctrlKey: true, repeat: true });
  }
  await settle();
  expect(journal).toHaveLength(1);
});

test('what is said of other things offers no way back', async () => {
  await press(document.querySelector<HTMLElement>('.deeds .link'));
  expect(copied).toHaveLength(1);
  expect(toast()?.textContent).toContain('Copied');
  expect(toastButton()).toBeNull();
});

test('the toast can be closed, and stays behind when another view is opened', async () => {
  await deleteNote();
  await press(toast()?.querySelector<HTMLElement>('[aria-label="Close"]'));
  expect(toast()).toBeNull();
  await pressKey('Escape');
  await press(document.querySelector<HTMLElement>('.row .open'));
  await deleteNote();
  expect(toast()).not.toBeNull();
  const [, , exporting] = document.querySelectorAll<HTMLElement>('.tools .entry');
  await press(exporting);
  expect([location.hash, toast()]).toEqual(['#export', null]);
});
