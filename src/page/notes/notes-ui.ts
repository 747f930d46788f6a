/** What the notes of a page need to be shown with. The page's half decides, src/ui/notes draws; the entrypoint joins them. */
import type { Annotation, LinkedEntity, NoteChange } from '../../core/annotation/annotation.ts';
import type { AnchoredNote } from './anchoring.ts';

export interface NotesUi {
  /** Shows the button beside a selection. */
  offer(anchor: () => DOMRect | null, save: () => void): void;
  hideOffer(): void;
  /** Opens a note beside its passage, instead of what was open. */
  open(view: NoteView): void;
  /** Says something in one sentence, near the place or in the corner. */
  say(message: NoteMessage, anchor: (() => DOMRect | null) | null): void;
  /** The tab in the corner: how many notes the page has, and how they were found. Null takes it away. */
  corner(state: CornerState | null): void;
  close(): void;
}

/** What is said when there is nothing to open. */
export type NoteMessage =
  | 'private'
  | 'nothing-selected'
  | 'not-saved'
  | 'full'
  | 'read-only'
  | 'disconnected';

export interface CornerState {
  readonly notes: readonly AnchoredNote[];
  show(id: string): void;
  /** Says which of the offered places the passage is. */
  choose(id: string, choice: number): void;
  /** Scrolls to a place and marks it for a moment. */
  preview(id: string, choice: number): void;
  openLibrary(): void;
}

export interface NoteView {
  readonly anchored: AnchoredNote;
  /** Saved just now: the note's field has the keyboard. */
  readonly fresh: boolean;
  /** Entities named in the passage that are not linked yet. */
  readonly suggestions: readonly LinkedEntity[];
  anchor(): DOMRect | null;
  /** Resolves once it is kept. */
  change(change: NoteChange): Promise<ChangeOutcome>;
  remove(): Promise<boolean>;
  /** After `remove`. */
  putBack(): Promise<boolean>;
  openLibrary(): void;
  onClosed(): void;
}

export type ChangeOutcome =
  | { readonly state: 'kept'; readonly note: Annotation }
  /** Changed elsewhere meanwhile; both versions are kept. */
  | { readonly state: 'twin'; readonly note: Annotation }
  | { readonly state: 'failed'; readonly message: NoteMessage };
