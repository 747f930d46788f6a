/** The words of notes on a page, in English. Same rules as ../strings.ts: locales translate by key. */
import type { Colour } from '../../core/annotation/annotation.ts';
import type { Confidence } from '../../core/selectors/match.ts';
import type { NoteMessage } from '../../page/notes/notes-ui.ts';

/** The library's too. */
export const COLOUR: Readonly<Record<Colour, string>> = {
  yellow: 'Yellow',
  green: 'Green',
  blue: 'Blue',
  pink: 'Pink',
  violet: 'Violet',
};

/** How the passage of a note was found on the page. */
export const FOUND: Readonly<Record<Confidence | 'page', string>> = {
  exact: 'As it was',
  moved: 'Moved: the same words stand elsewhere on the page now',
  edited: 'Changed since you saved it',
  ambiguous: 'Not certain: which of these is it?',
  lost: 'Not on the page any more. Your copy:',
  page: 'On the whole page',
};

export const MESSAGE: Readonly<Record<NoteMessage, string>> = {
  private: 'Saving is off in private windows. Nothing of what you read here is kept.',
  'nothing-selected': 'Select some words on the page first, then save them.',
  'not-saved': 'This could not be saved. Nothing was lost on the page: try again.',
  full: 'There is no room left to save. Free some disk space, or export and delete old notes in the library.',
  'read-only': 'The library is read-only at the moment. Open it to see why.',
  disconnected: 'Sidelight was updated or switched off. Reload the page to save here.',
};

export const NOTE_TEXT = {
  save: 'Save',
  saveLabel: 'Save the selected words to the Sidelight library',
  panel: 'Note',
  saved: 'Saved',
  saving: 'Saving…',
  kept: 'All changes kept',
  twin: 'This note was changed in another tab. Both versions are kept, side by side in the library.',
  note: 'Your note',
  notePlaceholder: 'What matters here? Markdown works.',
  tags: 'Tags',
  tagsHint: 'separated by commas',
  colour: 'Colour',
  entities: 'About',
  link: (name: string) => `Link ${name}`,
  unlink: (name: string) => `Remove the link to ${name}`,
  facts: (n: number) =>
    `${n} ${n === 1 ? 'statement' : 'statements'} of the card kept with it, as ${n === 1 ? 'it reads' : 'they read'} today`,
  openLibrary: 'Open in library',
  toLibrary: 'Library',
  remove: 'Delete',
  removed: 'Deleted.',
  putBack: 'Undo',
  close: 'Close',
  retry: 'Try again',
  corner: (n: number) => `${n} ${n === 1 ? 'note' : 'notes'}`,
  cornerChanged: (n: number) => `${n} changed`,
  cornerDoubt: (n: number) => `${n} to check`,
  cornerLabel: 'Notes on this page',
  show: 'Show',
  isIt: 'This is it',
  hide: 'Hide until the next visit',
} as const;

/** Tables by the names under which locales translate them. */
export const NOTE_TABLES = { COLOUR, PASSAGE: FOUND, NOTE_MESSAGE: MESSAGE, NOTE_TEXT };
