/** When words are selected, by pointer or by keyboard. */

/** Calls back after each selection of words, until the signal aborts. */
export function watchSelection(document: Document, onSelected: () => void, signal: AbortSignal): void {
  const look = () => {
    const selection = document.getSelection();
    if (selection && !selection.isCollapsed) onSelected();
  };
  document.addEventListener('pointerup', look, { signal, capture: true, passive: true });
  document.addEventListener('keyup', (event) => event.shiftKey && look(), {
    signal,
    capture: true,
    passive: true,
  });
}
