/** What the browser shows in its own menus and at its button, in the reader's language. */
import type { Words } from '../core/words/fill.ts';
import { MENUS } from './notes/commands.ts';
import { said } from './said.ts';

/** In English. */
export const BROWSER = {
  saveSelection: (words: string) => `Save “${words}” to Sidelight`,
  notePage: () => 'Sidelight: note on this page',
  backupsStopped: () => 'Sidelight: backups of your library have stopped',
};

/** The browser puts the selected words in its place. */
const SELECTED = '%s';

/** The entries of the context menu. */
export function menusIn(words: Words) {
  return [
    {
      id: MENUS.selection,
      title: said(words, 'BROWSER', BROWSER, 'saveSelection', SELECTED),
      contexts: ['selection'] as const,
    },
    { id: MENUS.page, title: said(words, 'BROWSER', BROWSER, 'notePage'), contexts: ['page'] as const },
  ];
}

/** What the button says while backups have stopped. */
export function backupsStoppedIn(words: Words): string {
  return said(words, 'BROWSER', BROWSER, 'backupsStopped');
}
