/** One open card: its element, its place beside the words, its ways to close, and the focus it gives back. */
import { render } from 'preact';
import type { Card } from '../../core/dataset/card.ts';
import type { CloseReason, OpenRequest } from '../../page/card-door.ts';
import { CardView } from './card-view.tsx';
import { createHost } from './host.ts';
import { keepPlaced } from './placing.ts';

export interface OpenCard {
  readonly request: OpenRequest;
  /** What had the focus before the card. */
  readonly from: Element | null;
  /** What is shown now: the reader may have followed a relation. */
  card(): Card;
  close(reason: CloseReason): void;
}

/** Opens a card. `from` is what had the focus before, and gets it back. */
export function openCard(document: Document, request: OpenRequest, from: Element | null): OpenCard {
  const host = createHost(document);
  const end = new AbortController();
  const { signal } = end;
  let current = request.card;

  const close = (reason: CloseReason) => {
    if (signal.aborted) return;
    end.abort();
    const hadFocus = host.hasFocus();
    render(null, host.mount);
    host.remove();
    // Also after a pointer brought the focus in: it would be nowhere. The next card, if one follows, gives it back.
    if (hadFocus && reason !== 'replaced') giveBack(from);
    request.onClosed(reason);
  };
  const onShown = (card: Card) => {
    current = card;
  };

  render(<CardView request={request} onShown={onShown} onClose={() => close('escape')} />, host.mount);
  keepPlaced({ host, anchor: request.anchor, signal, onGone: close });
  host.element.addEventListener('pointerenter', () => request.onPointer(true), { signal });
  host.element.addEventListener('pointerleave', () => request.onPointer(false), { signal });
  closeOnEscape(document, signal, () => close('escape'));
  closeOnPressOutside(document, host.element, signal, () => close('outside'));
  closeWhenRemoved(host.element, signal, () => close('gone'));
  if (request.focus) host.focus();
  return { request, from, card: () => current, close };
}

function giveBack(from: Element | null): void {
  if (from && 'focus' in from) (from as HTMLElement | SVGElement).focus({ preventScroll: true });
}

/** On the window and first in line: pages that swallow Escape must not keep the card open. */
function closeOnEscape(document: Document, signal: AbortSignal, close: () => void): void {
  document.defaultView?.addEventListener(
    'keydown',
    (event) => {
      // While a word is being composed, Escape belongs to the input method.
      if (event.key !== 'Escape' || event.isComposing) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      close();
    },
    { signal, capture: true },
  );
}

function closeOnPressOutside(
  document: Document,
  card: HTMLElement,
  signal: AbortSignal,
  close: () => void,
): void {
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (!event.composedPath().includes(card)) close();
    },
    { signal, capture: true },
  );
}

/** A page that tidies up elements it does not know must not leave us believing in a card that nobody sees. */
function closeWhenRemoved(card: HTMLElement, signal: AbortSignal, close: () => void): void {
  const parent = card.parentNode;
  if (!parent) return;
  const observer = new MutationObserver(() => {
    if (!card.isConnected) close();
  });
  observer.observe(parent, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect());
}
