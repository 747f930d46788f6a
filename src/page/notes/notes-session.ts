/**
 * The notes of one page: finds them again, marks them, follows the page's changes, and saves new ones. This file connects;
 * what each step does stands in its own file.
 */

import type { Calls } from '../../messages/envelope.ts';
import type { NotesReport } from '../../messages/notes-to-page.ts';
import type { NotesToWorker } from '../../messages/notes-to-worker.ts';
import type { PageMention } from '../page-state.ts';
import { bodyOf } from '../read/past-fields.ts';
import { watchPage } from '../watch.ts';
import type { AnchoredNote } from './anchoring.ts';
import { choiceOf, movedTo, scrollTo } from './choices.ts';
import type { DraftHost } from './draft.ts';
import { createNoteMarks } from './note-marks.ts';
import { createNoteWrites } from './note-writes.ts';
import type { NotesUi } from './notes-ui.ts';
import { openNote } from './open-note.ts';
import { createPageNotes } from './page-notes.ts';
import { createSaving, type Saving } from './saving.ts';

export interface NotesHost extends DraftHost {
  readonly worker: Calls<NotesToWorker>;
  readonly ui: NotesUi;
  /** True in private windows, where nothing is saved. */
  readonly isPrivate: boolean;
  /** What is marked on the page, for suggesting entities. */
  mentions(): readonly PageMention[];
  readonly signal: AbortSignal;
}

export interface NotesSession extends Saving {
  show(id: string): void;
  report(): NotesReport;
  anchored(): readonly AnchoredNote[];
}

export function startNotes(host: NotesHost): NotesSession {
  const { document, worker, ui, signal } = host;
  const marks = createNoteMarks(document, signal);
  const draw = () => {
    const anchored = notes.anchored();
    marks.show(anchored);
    ui.corner(
      anchored.length === 0
        ? null
        : { notes: anchored, show, choose, preview, openLibrary: () => openLibrary(null) },
    );
  };
  const notes = createPageNotes({ document, worker, signal, onChanged: draw });
  const writes = createNoteWrites(worker, notes);
  const openLibrary = (note: string | null) =>
    quietly(worker.openLibrary({ note, page: document.location.href }));
  const open = (id: string, fresh: boolean) =>
    openNote(
      {
        ui,
        notes,
        writes,
        mentions: host.mentions,
        openLibrary,
        onClosed: () => marks.preview(null),
      },
      id,
      fresh,
    );
  const show = (id: string) => {
    const found = notes.placeOf(id);
    scrollTo(found?.range ?? null);
    if (found) open(id, false);
  };
  const preview = (id: string, choice: number) => {
    const range = choiceOf(notes, id, choice);
    marks.preview(range);
    scrollTo(range);
  };
  const choose = (id: string, choice: number) => {
    const range = choiceOf(notes, id, choice);
    if (!range) return;
    marks.preview(null);
    const change = movedTo(notes, id, range);
    if (change) quietly(writes.change(id, change));
  };
  const watch = watchPage(document, {
    signal,
    quiet: 400,
    longest: 3000,
    onChange: ({ routeChanged }) => {
      notes.forgetText();
      if (routeChanged) {
        ui.close();
        quietly(notes.load());
      } else if (!notes.isEmpty()) quietly(notes.anchorAll());
    },
  });
  watch.follow([bodyOf(document)], []);
  signal.addEventListener('abort', () => {
    ui.close();
    ui.corner(null);
  });
  quietly(notes.load());

  return {
    ...createSaving({ ...host, notes, writes, onSaved: (id) => open(id, true) }),
    show,
    anchored: notes.anchored,
    report: () => reportOn(notes.anchored()),
  };
}

function quietly(work: Promise<unknown>): void {
  void work.catch((error: unknown) => console.error('sidelight: the notes could not be shown', error));
}

function reportOn(anchored: readonly AnchoredNote[]): NotesReport {
  return {
    notes: anchored.map(({ note, found }) => ({
      id: note.id,
      quote: note.passage?.text ?? null,
      confidence: found.confidence,
      now: 'place' in found ? found.place.text : null,
    })),
  };
}
