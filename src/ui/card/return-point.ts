/**
 * Where the reader goes on from after a card that was opened without anything having the focus. The caret goes to the words:
 * in Firefox, Tab and screen readers go on from there. Chromium's Tab begins where the card's element was, at the document's
 * end, and nothing but writing into the page would change that; so the next Tab is taken and done by hand.
 */
import { ENDED } from '../../core/signals/ended.ts';

const FOCUSABLE =
  'a[href], area[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), summary, iframe, [tabindex], [contenteditable=""], [contenteditable="true"]';

let waiting: AbortController | null = null;

/** Puts the reader back at these words. A selection that the reader has made is left alone. */
export function returnTo(words: Range): void {
  const document = words.startContainer.ownerDocument;
  const window = document?.defaultView;
  if (!document || !window) return;
  const selection = document.getSelection();
  if (selection?.isCollapsed) selection.collapse(words.startContainer, words.startOffset);

  waiting?.abort(ENDED);
  waiting = new AbortController();
  const own = waiting;
  const options = { capture: true, signal: own.signal };
  const forget = () => own.abort(ENDED);
  // Whoever goes somewhere else by themselves goes on from there.
  document.addEventListener('focusin', forget, options);
  document.addEventListener('pointerdown', forget, options);
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey) return;
      forget();
      if (document.activeElement !== null && document.activeElement !== document.body) return;
      const next = neighbour(document, words, event.shiftKey);
      if (!next) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      next.focus();
    },
    options,
  );
}

/** The stop of the page after the words, or before them; null where the browser's own way is as good. */
function neighbour(document: Document, words: Range, backwards: boolean): HTMLElement | null {
  // Words in a shadow tree stand nowhere in the document's own order.
  if (words.startContainer.getRootNode() !== document) return null;
  const stops = [...document.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (element) => element.tabIndex >= 0 && element.checkVisibility?.({ visibilityProperty: true }) !== false,
  );
  const isAfter = (element: HTMLElement) => words.comparePoint(element, 0) > 0;
  return (backwards ? stops.findLast((stop) => !isAfter(stop)) : stops.find(isAfter)) ?? null;
}
