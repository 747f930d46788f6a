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

const STOPS = 'a[href], button, [role="button"], input, select, textarea, summary';

/**
 * Tab past the card's last stop, or back past its first, leaves it: the card closes, the focus goes back to where it came
 * from, and the same key press carries it on from there, as if the card had stood in the text.
 */
export function closeOnTabOut(mount: HTMLElement, signal: AbortSignal, close: () => void): void {
  mount.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey) return;
      const stops = [...mount.querySelectorAll<HTMLElement>(STOPS)].filter(isStop);
      const active = (mount.getRootNode() as Document | ShadowRoot).activeElement;
      const isLast = active !== null && active === stops.at(-1);
      const isFirst = active === stops[0] || active?.getAttribute('role') === 'dialog';
      if (event.shiftKey ? isFirst : isLast) close();
    },
    { signal },
  );
}

/** A radio button that is not chosen is no stop of its own: its group is one. */
function isStop(element: HTMLElement): boolean {
  const isClosedAway = element.closest('details:not([open])') !== null && element.localName !== 'summary';
  return (
    !isClosedAway && !(element instanceof HTMLInputElement && element.type === 'radio' && !element.checked)
  );
}
