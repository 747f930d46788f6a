/** One note in the list: what its parts are called. */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import type { Annotation } from '../../../../src/core/annotation/annotation.ts';
import { EVERYTHING } from '../../../../src/messages/to-library.ts';
import { NoteRow } from '../../../../src/ui/library/note-row.tsx';
import type { Library } from '../../../../src/ui/library/use-library.ts';
import { aNote, aPassage } from '../../../helpers/notes.ts';

const library = { selected: new Set(), current: null, query: EVERYTHING } as unknown as Library;

const NAMES: readonly [what: string, over: Partial<Annotation>, name: string][] = [
  ['its passage', {}, 'Select: 800 cameras had been installed'],
  ['its words where it has no passage', { passage: null }, 'Select: Ask the ministry about this.'],
  ['its page where it has neither', { passage: null, note: '' }, 'Select: Cameras for the square'],
  [
    'the beginning of what is long, in whole words',
    { passage: aPassage(`${'word '.repeat(15)}unbroken ends`) },
    `Select: ${'word '.repeat(15)}…`,
  ],
  [
    'what it is in a script without spaces',
    { passage: aPassage('摄'.repeat(100)) },
    `Select: ${'摄'.repeat(80)} …`,
  ],
];
test.each(NAMES)('the checkbox is named after %s', async (_, over, name) => {
  await act(() => render(<NoteRow note={aNote(over)} library={library} hasMoved={false} />, document.body));
  expect(document.querySelector('[type="checkbox"]')?.getAttribute('aria-label')).toBe(name);
});
