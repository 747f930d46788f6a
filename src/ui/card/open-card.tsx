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
    render(null, host.mount);
    host.remove();
    if (request.focus && (reason === 'escape' || reason === 'outside') && from instanceof HTMLElement)
      from.focus({ preventScroll: true });
    request.onClosed(reason);
  };

  render(
    <CardView
      request={request}
      onShown={(card) => {
        current = card;
      }}
      onClose={() => close('escape')}
    />,
    host.mount,
  );
  keepPlaced(host.element, request.anchor, signal, () => close('scrolled'));
  host.element.addEventListener('pointerenter', () => request.onPointer(true), { signal });
  host.element.addEventListener('pointerleave', () => request.onPointer(false), { signal });
  // On the window and first in line: pages that swallow Escape must not keep the card open.
  document.defaultView?.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.stopImmediatePropagation();
      event.preventDefault();
      close('escape');
    },
    { signal, capture: true },
  );
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (!event.composedPath().includes(host.element)) close('outside');
    },
    { signal, capture: true },
  );
  if (request.focus) host.focus();
  return { request, from, card: () => current, close };
}
