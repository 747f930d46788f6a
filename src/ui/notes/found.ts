/** What the way a note was found asks of the reader. */
import type { AnchoredNote } from '../../page/notes/anchoring.ts';

/** Other words stand there now than were saved. */
export function isChanged({ note, found }: AnchoredNote): boolean {
  return 'place' in found && note.passage !== null && found.place.text !== note.passage.text;
}

/** It is lost, or the reader has to say which place it is. */
export function isDoubtful({ found }: AnchoredNote): boolean {
  return found.confidence === 'lost' || found.confidence === 'ambiguous';
}
