/** The list in the corner and the open note: one of them at a time. */
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AnchoredNote } from '../../../../src/page/notes/anchoring.ts';
import type { NoteView } from '../../../../src/page/notes/notes-ui.ts';
import { createNotesUi, type SpeakingNotesUi } from '../../../../src/ui/notes/notes-ui.tsx';
import { aNote } from '../../../helpers/notes.ts';

const anchored: AnchoredNote = { note: aNote({ id: 'n1' }), found: { confidence: 'lost' }, range: null };
const onClosed = vi.fn();
const view: NoteView = {
  anchored,
  fresh: false,
  suggestions: [],
  anchor: () => null,
  change: async () => ({ state: 'kept', note: anchored.note }),
  remove: async () => true,
  putBack: async () => true,
  openLibrary: () => undefined,
  onClosed,
};

let end: AbortController;
let ui: SpeakingNotesUi;
const find = (selector: string) =>
  document.querySelector('sidelight-notes')?.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
const press = (selector: string) => act(() => find(selector)?.click());
const shown = () => ({ list: find('.list') !== null, note: find('.panel .box') !== null });

beforeEach(() => {
  vi.stubEnv('MODE', 'testing');
  end = new AbortController();
  ui = createNotesUi(document, end.signal);
  act(() =>
    ui.corner({
      notes: [anchored],
      show: () => ui.open(view),
      choose: () => undefined,
      preview: () => undefined,
      openLibrary: () => undefined,
    }),
  );
});
afterEach(() => end.abort());

test('a note that is chosen in the list takes its place', () => {
  press('.tab');
  expect(shown()).toEqual({ list: true, note: false });
  press('.list .quote');
  expect(shown()).toEqual({ list: false, note: true });
  expect(find('.tab')?.getAttribute('aria-expanded')).toBe('false');
});

test('the list takes the place of a note', () => {
  act(() => ui.open(view));
  press('.tab');
  expect(shown()).toEqual({ list: true, note: false });
  expect(onClosed).toHaveBeenCalledOnce();
});
