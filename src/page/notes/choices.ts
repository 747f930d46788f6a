/** A passage in doubt: the places where it may be, shown one by one, and the one that the reader takes. */
import type { NoteChange } from '../../core/annotation/annotation.ts';
import { liveRange } from '../rects.ts';
import { rangeOf } from './anchoring.ts';
import { describePassage } from './draft.ts';
import type { PageNotes } from './page-notes.ts';

/** The place of one of the choices that were offered for a note; null when the page has changed since. */
export function choiceOf(notes: PageNotes, id: string, choice: number): AbstractRange | null {
  const found = notes.placeOf(id)?.found;
  const place = found && 'choices' in found ? found.choices[choice] : undefined;
  const text = notes.lastText();
  return place && text ? rangeOf(text, place) : null;
}

/** What changes of the note when the place is taken: the words that were quoted stay, where they are now is what was chosen. */
export function movedTo(notes: PageNotes, id: string, range: AbstractRange): NoteChange | null {
  const passage = notes.noteOf(id)?.passage;
  const text = notes.lastText();
  const chosen = passage && text && describePassage(text, range);
  if (!passage || !chosen) return null;
  return { passage: { ...passage, selectors: chosen.selectors, fragment: chosen.fragment } };
}

export function scrollTo(range: AbstractRange | null): void {
  const live = range && liveRange(range);
  live?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
}
