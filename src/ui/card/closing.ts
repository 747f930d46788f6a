/** The ways in which a card closes without its close button. */

/** On the window and first in line: pages that swallow Escape must not keep the card open. */
export function closeOnEscape(document: Document, signal: AbortSignal, close: () => void): void {
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

export function closeOnPressOutside(
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
export function closeWhenRemoved(card: HTMLElement, signal: AbortSignal, close: () => void): void {
  const parent = card.parentNode;
  if (!parent) return;
  const observer = new MutationObserver(() => {
    if (!card.isConnected) close();
  });
  observer.observe(parent, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect());
}
