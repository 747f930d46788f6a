/** What the worker and the extension's own pages may ask of the notes script in a tab. */
import type { Confidence } from '../core/selectors/match.ts';

export interface NotesToPage {
  /** Saves what is selected and opens the note. */
  saveSelection(request: null): null;
  /** Saves a note on the page as a whole and opens it. */
  savePage(request: null): null;
  /** Scrolls to a note's passage and opens it. */
  showNote(request: { readonly id: string }): null;
  /** The notes of this page, with where they were found. */
  notesReport(request: null): NotesReport;
}

export interface NotesReport {
  readonly notes: readonly ReportedNote[];
}

export interface ReportedNote {
  readonly id: string;
  readonly quote: string | null;
  readonly confidence: Confidence | 'page';
  /** The words it is attached to now. */
  readonly now: string | null;
}
