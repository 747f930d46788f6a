/** While the library is being opened, which takes long after an update, nothing looks as if there were no notes. */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test } from 'vitest';
import { EVERYTHING } from '../../../../src/messages/to-library.ts';
import { NoteList } from '../../../../src/ui/library/note-list.tsx';
import { Sidebar } from '../../../../src/ui/library/sidebar.tsx';
import { LIBRARY } from '../../../../src/ui/library/strings.ts';
import type { Library } from '../../../../src/ui/library/use-library.ts';

/** As the page has it before the engine's first answer. Nothing is pressed here. */
const OPENING = {
  state: null,
  facets: null,
  found: null,
  undoable: null,
  progress: null,
  view: { kind: 'notes' },
  query: EVERYTHING,
  selected: new Set(),
} as unknown as Library;

async function textOf(view: preact.ComponentChild): Promise<string> {
  await act(() => render(view, document.body));
  return (document.body.textContent ?? '').replace(/\s+/g, ' ');
}

beforeEach(() => render(null, document.body));

test('no number of notes is given before they are counted', async () => {
  expect(await textOf(<Sidebar library={OPENING} />)).not.toMatch(/\d/);
  expect(await textOf(<Sidebar library={{ ...OPENING, state: { state: 'open', notes: 0 } }} />)).toContain(
    '0',
  );
});

test('the list says that it is being opened, until it is', async () => {
  const search = { current: null };
  expect(await textOf(<NoteList library={OPENING} search={search} />)).toContain(LIBRARY.opening);
  const opened: Library = { ...OPENING, state: { state: 'open', notes: 3 } };
  expect(await textOf(<NoteList library={opened} search={search} />)).not.toContain(LIBRARY.opening);
});
