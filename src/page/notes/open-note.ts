/** Opening a note beside its passage, with what can be done to it there. */
import type { PageMention } from '../page-state.ts';
import { wholeBox } from '../rects.ts';
import type { AnchoredNote } from './anchoring.ts';
import { entitiesIn } from './named-entities.ts';
import type { NoteWrites } from './note-writes.ts';
import type { NotesUi, NoteView } from './notes-ui.ts';
import type { PageNotes } from './page-notes.ts';

export interface OpenNoteHost {
  readonly ui: NotesUi;
  readonly notes: PageNotes;
  readonly writes: NoteWrites;
  mentions(): readonly PageMention[];
  openLibrary(note: string): void;
  onClosed(): void;
}

/** Opens it, if it is on the page; `fresh`: it was saved just now. */
export function openNote(host: OpenNoteHost, id: string, fresh: boolean): void {
  const found = host.notes.placeOf(id);
  if (!found) return;
  host.ui.hideOffer();
  host.ui.open(viewOf(host, found, fresh));
}

function viewOf(host: OpenNoteHost, found: AnchoredNote, fresh: boolean): NoteView {
  const { notes, writes } = host;
  const { id } = found.note;
  /** As it was kept last: what putting back saves. */
  let kept = found.note;
  return {
    anchored: found,
    fresh,
    suggestions: suggestionsFor(host.mentions(), found),
    anchor: () => {
      const range = notes.placeOf(id)?.range ?? null;
      return range && wholeBox(range);
    },
    change: async (wanted) => {
      const outcome = await writes.change(id, wanted);
      if (outcome.state !== 'failed') kept = outcome.note;
      return outcome;
    },
    remove: () => writes.remove(id),
    putBack: async () => typeof (await writes.save(kept)) !== 'string',
    openLibrary: () => host.openLibrary(id),
    onClosed: host.onClosed,
  };
}

function suggestionsFor(mentions: readonly PageMention[], { range, note }: AnchoredNote) {
  if (!range) return [];
  return entitiesIn(mentions, range).filter(({ id }) => !note.entities.some((own) => own.id === id));
}
