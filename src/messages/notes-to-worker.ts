/** What pages and the extension's own pages may ask of the worker about notes. All calls may safely be made twice. */
import type { Annotation, NoteChange } from '../core/annotation/annotation.ts';
import type { ChangedNote, SavedNote } from '../core/annotation/outcome.ts';

export interface NotesToWorker {
  /** Keeps a note. Refused (`forbidden`) in private windows; `full` when the disk has no room. */
  saveNote(request: { readonly note: Annotation }): SavedNote;
  /** Changes a note that is known at revision `base`. */
  changeNote(request: {
    readonly id: string;
    readonly base: number;
    readonly change: NoteChange;
  }): ChangedNote;
  removeNote(request: { readonly id: string }): null;
  /** Notes on the page that goes by these addresses, oldest first. */
  notesOnPage(request: { readonly urls: readonly string[] }): readonly Annotation[];
  /** Runs the notes script in the frame that asks. */
  injectNotes(request: null): null;
  /** Opens the library, at a note or at a page's notes if one is given. */
  openLibrary(request: { readonly note: string | null; readonly page: string | null }): null;
}
