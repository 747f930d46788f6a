/** The form of each argument of the notes' protocol. Checked by hand: a note has its own reader. */
import type { Annotation, NoteChange } from '../../core/annotation/annotation.ts';
import { readAnnotation } from '../../core/annotation/read-annotation.ts';
import type { NotesToWorker } from '../../messages/notes-to-worker.ts';

type Forms = { readonly [K in keyof NotesToWorker]: (argument: unknown) => Parameters<NotesToWorker[K]>[0] };

export const notesArguments: Forms = {
  saveNote: (argument) => ({ note: aNote(fields(argument).note) }),
  changeNote(argument) {
    const { id, base, change } = fields(argument);
    if (typeof base !== 'number' || !Number.isInteger(base)) throw new Error('base is no revision');
    return { id: aText(id, 300), base, change: aChange(change) };
  },
  removeNote: (argument) => ({ id: aText(fields(argument).id, 300) }),
  notesOnPage(argument) {
    const { urls } = fields(argument);
    if (!Array.isArray(urls) || urls.length > 20) throw new Error('urls is no short list');
    // Array.from sees holes, which `map` passes over: browsers that clone messages send them.
    return { urls: Array.from(urls, (url) => aText(url, 8000)) };
  },
  injectNotes: () => null,
  openLibrary(argument) {
    const { note, page } = fields(argument);
    return { note: note === null ? null : aText(note, 300), page: page === null ? null : aText(page, 8000) };
  },
};

function aNote(value: unknown): Annotation {
  const read = readAnnotation(value);
  if ('problem' in read) throw new Error(`the note cannot be kept: ${read.problem.code}`);
  return read.note;
}

const CHANGEABLE = ['note', 'tags', 'colour', 'entities', 'facts', 'archived', 'passage'] as const;

/** Only what a reader may change, each part in the form it has in a note. */
export function aChange(value: unknown): NoteChange {
  const change = fields(value);
  const keys = CHANGEABLE.filter((key) => key in change);
  const whole = aNote({
    id: 'x',
    created: 0,
    page: { url: 'https://x.example/' },
    ...Object.fromEntries(keys.map((key) => [key, change[key]])),
  });
  return Object.fromEntries(keys.map((key) => [key, whole[key]])) as NoteChange;
}

function fields(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new Error('the argument is not an object');
  return value as Record<string, unknown>;
}

function aText(value: unknown, most: number): string {
  if (typeof value !== 'string' || value.length > most) throw new Error('a text is missing or too long');
  return value;
}
