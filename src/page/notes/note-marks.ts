/** The passages of notes as highlights: a colour for each, and a line under those whose words have changed. */

import { COLOURS } from '../../core/annotation/annotation.ts';
import { guardMarks } from '../marks/guard.ts';
import { browserHighlights, createMarks, type Marks } from '../marks/highlights.ts';
import { type AnchoredNote, hasChanged } from './anchoring.ts';

/** Neutral keys: the page can see them. notes.css styles them. */
const KEY = 'sidelight-n';
const CHANGED = 'sidelight-nx';
const PREVIEW = 'sidelight-np';

export interface NoteMarks {
  show(notes: readonly AnchoredNote[]): void;
  preview(range: AbstractRange | null): void;
}

export function createNoteMarks(document: Document, signal: AbortSignal): NoteMarks {
  const marks: Marks = createMarks(browserHighlights());
  guardMarks(document, marks, signal);
  signal.addEventListener('abort', () => marks.clear());
  return {
    show(notes) {
      const attached = notes.flatMap(({ note, range, found }) =>
        range ? [{ colour: note.colour, range, changed: hasChanged({ note, range, found }) }] : [],
      );
      COLOURS.forEach((colour, i) => {
        marks.set(
          `${KEY}${i + 1}`,
          attached.filter((item) => item.colour === colour).map((item) => item.range),
        );
      });
      marks.set(
        CHANGED,
        attached.filter((item) => item.changed).map((item) => item.range),
      );
    },
    preview: (range) => marks.set(PREVIEW, range ? [range] : []),
  };
}
