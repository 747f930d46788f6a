import { expect, test } from 'vitest';
import { backupsStoppedIn, menusIn } from '../../../src/background/browser-words.ts';
import { MENUS } from '../../../src/background/notes/commands.ts';
import { wordsOf } from '../../../src/core/words/languages.ts';

const GERMAN = wordsOf('de', { BROWSER: { saveSelection: '„{0}“ in Sidelight speichern' } });

test('the menus are in English, with the place for the selected words', () => {
  expect(menusIn(wordsOf('en'))).toEqual([
    { id: MENUS.selection, title: 'Save “%s” to Sidelight', contexts: ['selection'] },
    { id: MENUS.page, title: 'Sidelight: note on this page', contexts: ['page'] },
  ]);
});

test('they are in the reader’s language as far as there are words, and so is the button', () => {
  expect(menusIn(GERMAN).map(({ title }) => title)).toEqual([
    '„%s“ in Sidelight speichern',
    'Sidelight: note on this page',
  ]);
  expect(backupsStoppedIn(GERMAN)).toBe('Sidelight: backups of your library have stopped');
  expect(backupsStoppedIn(wordsOf('de', { BROWSER: { backupsStopped: 'Sicherung steht still' } }))).toBe(
    'Sicherung steht still',
  );
});
