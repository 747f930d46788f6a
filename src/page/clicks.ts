/** Clicks and taps on names: a click opens the card at once, a link stays a link, a finger's first tap shows the card. */
import type { Point } from './aim.ts';
import { mentionAt } from './marks/hit-test.ts';
import type { PageMention, PageState } from './page-state.ts';

export interface ClicksHost {
  readonly document: Document;
  readonly state: PageState;
  /** The mention whose card is open, if any. */
  current(): PageMention | null;
  readonly signal: AbortSignal;
  /** The key with which also a click on a linked name opens the card; null where hovering does that. */
  linkKey(): string | null;
  open(mention: PageMention, point: Point): void;
}

/** Listens until the signal aborts; may be called while the pointer is being pressed. */
export function openOnClick({ document, state, current, signal, linkKey, open }: ClicksHost): void {
  let openWhenPressed = current();
  document.addEventListener(
    'pointerdown',
    // Pressing outside the card closes it, so by the time of the click it is gone: what was open has to be kept here.
    () => {
      openWhenPressed = current();
    },
    { passive: true, capture: true, signal },
  );
  document.addEventListener(
    'click',
    (event) => {
      if (
        !event.isTrusted ||
        event.button !== 0 ||
        event.defaultPrevented ||
        state.paused ||
        state.mentions.length === 0
      )
        return;
      const point = { x: event.clientX, y: event.clientY };
      const mention = mentionAt(document, state.mentions, point.x, point.y);
      if (!mention || hasSelection(document)) return;
      const { pointerType, target } = event as PointerEvent;
      const action = (target as Element | null)?.closest?.('a[href], button, summary, label');
      const key = linkKey();
      // A mouse click on a link follows it; a finger has no hover, so its first tap shows the card and the second follows.
      const wanted =
        pointerType === 'touch' ? openWhenPressed !== mention : key !== null && event.getModifierState(key);
      if (action && !wanted) return;
      if (action) event.preventDefault();
      open(mention, point);
    },
    { capture: true, signal },
  );
}

function hasSelection(document: Document): boolean {
  const selection = document.getSelection();
  return selection !== null && !selection.isCollapsed;
}
