/** One open card: its element, its place beside the words, its ways to close, and the focus it gives back. */

import { render } from 'preact';
import type { Card } from '../../core/dataset/card.ts';
import { ENDED } from '../../core/signals/ended.ts';
import type { CloseReason, OpenRequest } from '../../page/card-door.ts';
import { CardView } from './card-view.tsx';
import { closeOnEscape, closeOnPressOutside, closeOnTabOut, closeWhenRemoved } from './closing.ts';
import { createHost } from './host.ts';
import { createPinning, type Pin } from './pinning.ts';
import { keepPlaced } from './placing.ts';
import { returnTo } from './return-point.ts';

export interface OpenCard {
  readonly request: OpenRequest;
  /** What had the focus before the card. */
  readonly from: Element | null;
  /** What is shown now: the reader may have followed a relation. Null while nothing of it has come. */
  card(): Card | null;
  box(): DOMRect;
  /** Puts in what was not at hand when it opened, unless the reader has begun to scroll. */
  supply(card: Card, linked: readonly Card[]): void;
  /** The dataset no longer has this entity. */
  withdraw(entity: string): void;
  close(reason: CloseReason): void;
}

/** Opens a card. `from` is what had the focus before, and gets it back; `pin` says whether and where cards are pinned. */
export function openCard(document: Document, request: OpenRequest, from: Element | null, pin: Pin): OpenCard {
  const host = createHost(document);
  const end = new AbortController();
  const { signal } = end;
  let current = request.card;
  let withdrawn: string | null = null;
  let drawn = request;

  const close = (reason: CloseReason) => {
    if (signal.aborted) return;
    end.abort(ENDED);
    const hadFocus = host.hasFocus();
    render(null, host.mount);
    host.remove();
    // Also after a pointer brought the focus in: it would be nowhere. The next card, if one follows, gives it back.
    if (hadFocus && reason !== 'replaced') giveBack(from, request);
    request.onClosed(reason);
  };
  const pinning = createPinning(host, pin, signal, () => {
    place();
    draw();
  });
  const draw = () =>
    render(
      <CardView
        request={drawn}
        pinning={pinning}
        withdrawn={withdrawn}
        address={{ url: document.location.href, host: document.location.hostname }}
        today={new Date().toISOString().slice(0, 10)}
        onShown={(card) => {
          current = card;
        }}
        onClose={() => close('escape')}
      />,
      host.mount,
    );
  draw();
  const place = keepPlaced({
    host,
    anchor: request.anchor,
    isHeld: pinning.isPinned,
    signal,
    onGone: close,
  });
  host.element.addEventListener('pointerenter', () => request.onPointer(true), { signal });
  // A finger that is lifted, or that scrolls the card, has not gone elsewhere: only what it presses outside closes the card.
  const left = ({ pointerType }: PointerEvent) => pointerType !== 'touch' && request.onPointer(false);
  host.element.addEventListener('pointerleave', left, { signal });
  closeOnEscape(document, signal, () => close('escape'));
  closeOnPressOutside(document, host.element, signal, () => pinning.isPinned() || close('outside'));
  closeOnTabOut(host.mount, signal, () => close('escape'));
  closeWhenRemoved(host.element, signal, () => close('gone'));
  if (request.focus) host.focus();
  return {
    request,
    from,
    card: () => current,
    box: () => host.element.getBoundingClientRect(),
    supply(card, linked) {
      if (host.isScrolled()) return;
      drawn = { ...request, card, linked };
      draw();
    },
    withdraw(entity) {
      withdrawn = entity;
      draw();
    },
    close,
  };
}

/** To what had the focus before; where nothing had, the reader goes on at the words. */
function giveBack(from: Element | null, request: OpenRequest): void {
  const document = from?.ownerDocument;
  if (from && 'focus' in from && from !== document?.body && from !== document?.documentElement) {
    (from as HTMLElement | SVGElement).focus({ preventScroll: true });
    return;
  }
  const words = request.words();
  if (words) returnTo(words);
}
