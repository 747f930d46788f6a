/** Keeps the card beside its words and inside the window. */
import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom';

const MARGIN = 8;

/** Places `element` beside what `anchor` measures, again whenever the page moves; calls `onGone` once the words are out of view. */
export function keepPlaced(
  element: HTMLElement,
  anchor: () => DOMRect | null,
  signal: AbortSignal,
  onGone: () => void,
): void {
  const reference = {
    getBoundingClientRect: () => anchor() ?? new DOMRect(-9999, -9999, 0, 0),
    contextElement: document.body,
  };
  const place = async () => {
    const rect = anchor();
    if (!rect || rect.bottom < 0 || rect.top > innerHeight || rect.right < 0 || rect.left > innerWidth) {
      onGone();
      return;
    }
    const { x, y } = await computePosition(reference, element, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [
        offset(6),
        flip({ padding: MARGIN, fallbackStrategy: 'bestFit' }),
        shift({ padding: MARGIN }),
        size({
          padding: MARGIN,
          apply: ({ availableHeight }) =>
            element.style.setProperty('--room', `${Math.max(180, Math.floor(availableHeight))}px`),
        }),
      ],
    });
    if (signal.aborted) return;
    element.style.left = `${Math.round(x)}px`;
    element.style.top = `${Math.round(y)}px`;
  };
  const stop = autoUpdate(reference, element, () => void place(), {
    elementResize: true,
    layoutShift: false,
  });
  signal.addEventListener('abort', stop);
}
