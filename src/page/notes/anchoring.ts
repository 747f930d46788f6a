/** Where the notes of a page stand on it now. */
import type { Annotation } from '../../core/annotation/annotation.ts';
import { toCodePoints } from '../../core/selectors/code-points.ts';
import { toFlat } from '../../core/selectors/flat-text.ts';
import { type Anchoring, type FoundPlace, matchTextQuote } from '../../core/selectors/match.ts';
import { locate } from '../read/text-map.ts';
import type { NoteText } from './note-text.ts';
import { matchRange } from './range-selector.ts';
import { spanOfRange } from './selection-span.ts';

export interface AnchoredNote {
  readonly note: Annotation;
  /** `page` for a note on the page as a whole. */
  readonly found: Anchoring | { readonly confidence: 'page' };
  /** Where it is attached; null when it is not. */
  readonly range: StaticRange | null;
}

export function anchorNote(document: Document, text: NoteText, note: Annotation): AnchoredNote {
  const { passage } = note;
  if (!passage) return { note, found: { confidence: 'page' }, range: null };
  const { quote, position, range } = passage.selectors;
  const found = matchTextQuote(text.page, {
    quote,
    // Passages from elsewhere count their position in another text; a range that still leads somewhere is a better hint.
    position: position ?? positionOfRange(document, text, range),
    surroundings: { before: passage.before, after: passage.after },
  });
  return { note, found, range: 'place' in found ? rangeOf(text, found.place) : null };
}

export function rangeOf({ map }: NoteText, place: FoundPlace): StaticRange | null {
  const boundary = locate(map, place.span);
  return boundary ? new StaticRange(boundary) : null;
}

function positionOfRange(
  document: Document,
  { map, page }: NoteText,
  selector: NonNullable<Annotation['passage']>['selectors']['range'],
) {
  const range = selector && matchRange(document, selector);
  const span = range && spanOfRange(map, range);
  if (!span) return null;
  return { type: 'TextPositionSelector' as const, ...toCodePoints(page.flat.text, toFlat(page.flat, span)) };
}

/** True when other words stand there than were saved. */
export function hasChanged({ note, found }: AnchoredNote): boolean {
  return 'place' in found && note.passage !== null && found.place.text !== note.passage.text;
}
