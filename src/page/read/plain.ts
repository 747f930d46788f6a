/**
 * Paragraphs whose textContent is their text: nothing in them but words, links, emphasis and notes.
 *
 * Only <p> is asked: inline elements that CSS turns into blocks stand in headings, lists and cards, where they are walked
 * and asked for their style; within a paragraph they are as good as unknown.
 */
import { isNoteReference } from './note-reference.ts';
import { isWordUnit } from './word-unit.ts';

const NOT_PLAIN =
  ':not(a,abbr,b,bdi,bdo,cite,data,del,dfn,em,font,i,ins,mark,q,s,small,span,strong,sub,sup,time,u,var,wbr),' +
  '[role],[hidden],[aria-hidden],[contenteditable]';

export function isPlainParagraph(paragraph: Element): boolean {
  if (paragraph.querySelector(NOT_PLAIN)) return false;
  for (const note of paragraph.querySelectorAll('sup,[href^="#"]')) {
    // “Huawei[1]” ends with the name by itself; “Huawei1” would be another word.
    if (
      isNoteReference(note) ||
      (note.localName === 'sup' && isWordUnit((note.textContent as string).charCodeAt(0)))
    )
      return false;
  }
  return true;
}
