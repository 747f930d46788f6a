/**
 * The door to the notes script, which is injected into a frame at need: by the worker on a key or menu, by the mentions
 * script when the page has notes, words are selected, or a card is saved. Both run in the isolated world, which the page cannot see.
 */
import type { Card } from '../../core/dataset/card.ts';
import type { Words } from '../../core/words/fill.ts';
import type { Calls } from '../../messages/envelope.ts';
import type { NotesToWorker } from '../../messages/notes-to-worker.ts';
import type { PageMention } from '../page-state.ts';

export interface NotesDoor {
  /** Saves the sentence that a mention stands in, together with the card. */
  saveMention(range: AbstractRange, card: Card): void;
}

declare global {
  // Set by the notes script in the isolated world of this frame.
  var sidelightNotes: NotesDoor | undefined;
  /** Left by the worker for the notes script that comes next. */
  var sidelightNoteWords: Words | undefined;
  // Set by the mentions script: what is marked on the page now.
  var sidelightMentions: (() => readonly PageMention[]) | undefined;
}

/** The door, opened if need be. */
export async function openNotesDoor(worker: Pick<Calls<NotesToWorker>, 'injectNotes'>): Promise<NotesDoor> {
  if (!globalThis.sidelightNotes) await worker.injectNotes(null);
  const found = globalThis.sidelightNotes;
  if (!found) throw new Error('the notes script did not start');
  return found;
}
