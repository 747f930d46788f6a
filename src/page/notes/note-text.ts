/**
 * The text that notes are anchored in: all that can be read on the page, not only the article. What the mentions leave out
 * because it is no prose (code, boxes beside the article) can be quoted as well, so it is read after the rest.
 */

import { type PageText, preparePage } from '../../core/selectors/page-text.ts';
import { flowsInline } from '../read/flow.ts';
import { isInsideLeftOut } from '../read/left-out.ts';
import { bodyOf } from '../read/past-fields.ts';
import type { TextMap } from '../read/text-map.ts';
import { readText } from '../read/text-walk.ts';

export interface NoteText {
  readonly map: TextMap;
  readonly page: PageText;
}

/** Boxes that the reading of prose passes over and in which people quote all the same. */
const ALSO = 'pre, aside, header, footer, dl, [role="complementary"]';
const MOST_BOXES = 60;

export function readNoteText(document: Document): NoteText {
  const boxes = [...document.querySelectorAll(ALSO)]
    .filter((box) => isInsideLeftOut(box) && !(box.parentElement && isInsideLeftOut(box.parentElement)))
    .slice(0, MOST_BOXES);
  const roots = [bodyOf(document), ...boxes.flatMap((box) => [...box.childNodes])];
  const map = readText(roots, { flowsInline });
  return { map, page: preparePage(map.text) };
}
