/** The notes of a page and where each stands on it, as far as the page has been read. */
import type { Annotation } from '../../core/annotation/annotation.ts';
import type { Calls } from '../../messages/envelope.ts';
import type { NotesToWorker } from '../../messages/notes-to-worker.ts';
import { readPageFacts } from '../read/page-facts.ts';
import { type AnchoredNote, anchorNote } from './anchoring.ts';
import { type NoteText, readNoteText } from './note-text.ts';

export interface PageNotesHost {
  readonly document: Document;
  readonly worker: Pick<Calls<NotesToWorker>, 'notesOnPage'>;
  readonly signal: AbortSignal;
  /** Called whenever there are others, or they stand elsewhere. */
  onChanged(): void;
}

export interface PageNotes {
  anchored(): readonly AnchoredNote[];
  placeOf(id: string): AnchoredNote | undefined;
  /** The note, also while its place is still being looked for. */
  noteOf(id: string): Annotation | undefined;
  isEmpty(): boolean;
  /** Asks the worker which there are, and finds them. */
  load(): Promise<void>;
  /** Finds them all again. An earlier round that is still under way ends. */
  anchorAll(): Promise<void>;
  /** Puts a note in, or in the place of what it was before. */
  take(note: Annotation): void;
  drop(id: string): void;
  /** Reads the page now. */
  readNow(): NoteText;
  /** The page as it was read last; null when it has changed since. */
  lastText(): NoteText | null;
  /** The page has changed: its text is to be read anew. */
  forgetText(): void;
}

export function createPageNotes({ document, worker, signal, onChanged }: PageNotesHost): PageNotes {
  let notes: readonly Annotation[] = [];
  let anchored: readonly AnchoredNote[] = [];
  let text: NoteText | null = null;
  let token = 0;

  const show = (next: readonly AnchoredNote[]) => {
    anchored = next;
    onChanged();
  };
  const readNow = (): NoteText => {
    text = readNoteText(document);
    return text;
  };
  /** Notes one after another, with the page's turn in between. */
  const anchorAll = async () => {
    const own = ++token;
    const found: AnchoredNote[] = [];
    if (notes.length > 0) {
      const current = readNow();
      for (const note of notes) {
        found.push(anchorNote(document, current, note));
        await new Promise((resolve) => setTimeout(resolve, 0));
        if (own !== token || signal.aborted) return;
      }
    }
    show(found);
  };

  return {
    anchored: () => anchored,
    placeOf: (id) => anchored.find(({ note }) => note.id === id),
    noteOf: (id) => notes.find((note) => note.id === id),
    isEmpty: () => notes.length === 0,
    async load() {
      const { urls } = readPageFacts(document, document.location.href);
      notes = await worker.notesOnPage({ urls });
      await anchorAll();
    },
    anchorAll,
    take(note) {
      notes = [...notes.filter((other) => other.id !== note.id), note];
      const others = anchored.filter((other) => other.note.id !== note.id);
      show([...others, anchorNote(document, text ?? readNow(), note)]);
    },
    drop(id) {
      notes = notes.filter((note) => note.id !== id);
      show(anchored.filter(({ note }) => note.id !== id));
    },
    readNow,
    lastText: () => text,
    forgetText() {
      text = null;
    },
  };
}
