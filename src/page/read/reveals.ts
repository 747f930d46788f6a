/**
 * Moments at which hidden text may have come to light although no attribute that is watched has changed: tabs and
 * accordions work with classes, and watching every class on a page costs more than asking again after a click.
 */

/** Animations are mostly over by then; those that are not end with an event of their own. */
const DELAY = 250;
const EVENTS = ['click', 'keyup', 'toggle', 'transitionend', 'animationend', 'beforematch'] as const;

/**
 * Calls back, not too often, after something that may have revealed text. Worth starting only while there are names in
 * hidden places; ends with the signal.
 */
export function watchReveals(document: Document, onReveal: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const due = () => {
    timer ??= setTimeout(() => {
      timer = null;
      onReveal();
    }, DELAY);
  };
  for (const event of EVENTS) document.addEventListener(event, due, { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => {
    if (timer !== null) clearTimeout(timer);
  });
}
