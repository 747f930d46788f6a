/** Offers to save what is selected, once the hand has let go. */
import { lineBox } from '../rects.ts';
import type { NotesSession } from './notes-session.ts';
import type { NotesUi } from './notes-ui.ts';
import { selectedRange } from './selected-range.ts';

/** Fewer letters are a slip of the mouse. */
const SHORTEST = 3;
/** After the last change by keys. */
const QUIET = 400;

export function followSelection(
  document: Document,
  ui: NotesUi,
  session: NotesSession,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isPressed = false;
  const look = () => {
    const range = selectedRange(document);
    if (!range || isPressed || range.toString().trim().length < SHORTEST || isEditable(range)) {
      ui.hideOffer();
      return;
    }
    ui.offer(
      () => {
        const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
        return boxes.at(-1) ?? lineBox(range, null);
      },
      () => void session.saveSelection(),
    );
  };
  const later = () => {
    if (timer) clearTimeout(timer);
    timer = setTimeout(look, QUIET);
  };
  document.addEventListener('selectionchange', later, { signal });
  document.addEventListener(
    'pointerdown',
    () => {
      isPressed = true;
    },
    { signal, capture: true, passive: true },
  );
  document.addEventListener(
    'pointerup',
    () => {
      isPressed = false;
      later();
    },
    { signal, capture: true, passive: true },
  );
  later();
}

/** Words in a field are still being written. */
function isEditable(range: Range): boolean {
  const element =
    range.startContainer.nodeType === 1
      ? (range.startContainer as Element)
      : range.startContainer.parentElement;
  return !!element?.closest(
    'input, textarea, [contenteditable]:not([contenteditable="false"]), sidelight-notes, sidelight-card',
  );
}
