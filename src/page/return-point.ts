/** Where the reader goes on from after a card that was opened without anything having the focus. */
import { liveRange } from './rects.ts';

/**
 * Puts the caret before these words, so that the next Tab goes on from there and a screen reader reads on from there.
 * A caret is no change of the page; a selection that the reader has made is left alone.
 */
export function putCaretAt(range: AbstractRange): void {
  const live = liveRange(range);
  const document = live?.startContainer.ownerDocument;
  const selection = document?.getSelection();
  if (!live || !selection?.isCollapsed) return;
  selection.collapse(live.startContainer, live.startOffset);
}
