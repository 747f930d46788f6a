/** Notes on a page in the reader's language, also when another one is chosen while they are shown. */
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { type InterfaceLanguage, wordsOf } from '../../../../src/core/words/languages.ts';
import type { CornerState } from '../../../../src/page/notes/notes-ui.ts';
import { loadLocales } from '../../../../src/publish/locales.ts';
import { createNotesUi } from '../../../../src/ui/notes/notes-ui.tsx';
import { aNote } from '../../../helpers/notes.ts';

const locales = loadLocales(join(import.meta.dirname, '../../../../assets/locales'));
const wordsIn = (language: InterfaceLanguage) => wordsOf(language, locales.get(language)?.notes);
const corner: CornerState = {
  notes: [1, 2].map((n) => ({
    note: aNote({ id: `n${n}`, passage: null }),
    found: { confidence: 'page' },
    range: null,
  })),
  show: vi.fn(),
  choose: vi.fn(),
  preview: vi.fn(),
  openLibrary: vi.fn(),
};

let end = new AbortController();
afterEach(() => {
  end.abort();
  end = new AbortController();
});

/** The corner's words and the language they are said to be in. */
function shown(): (string | null | undefined)[] {
  const part = document.querySelector('sidelight-notes')?.shadowRoot?.querySelector<HTMLElement>('.corner');
  return [part?.lang, part?.querySelector('.tab')?.textContent];
}

test('the corner follows the language, and says which it is', () => {
  vi.stubEnv('MODE', 'testing');
  const ui = createNotesUi(document, end.signal);
  ui.speak(wordsIn('de'));
  ui.corner(corner);
  expect(shown()).toEqual(['de', '2 Notizen']);
  ui.speak(wordsIn('ru'));
  expect(shown()).toEqual(['ru', '2 заметки']);
  ui.speak(wordsOf('en'));
  expect(shown()).toEqual(['en', '2 notes']);
  ui.corner(null);
  ui.speak(wordsIn('de'));
  expect(shown()[1]).toBeUndefined();
});
