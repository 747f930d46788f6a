/** The pointer over the page: hit-tests once a frame, feeds the dwell machine, and opens on click and tap. */
import type { CardControl } from './card-control.ts';
import { createDwell } from './dwell.ts';
import { mentionAt } from './marks/hit-test.ts';
import type { PageMention, PageState } from './page-state.ts';

export interface PointerHost {
  readonly document: Document;
  readonly state: PageState;
  readonly control: CardControl;
  readonly signal: AbortSignal;
}

/** Follows the pointer until the signal aborts. Listeners are passive but for a tap that opens a card. */
export function followPointer({ document, state, control, signal }: PointerHost): void {
  let point = { x: 0, y: 0 };
  let frame = 0;
  let openWhenPressed: PageMention | null = null;
  const open = (mention: PageMention, focus = false) =>
    void control.open(mention, { focus, point: { ...point } }).catch((error: unknown) => {
      console.error('sidelight: the card could not be opened', error);
    });
  const dwell = createDwell<PageMention>(
    {
      prepare: (mention) => control.prepare(mention),
      show: (mention) => open(mention),
      hide: () => control.close('left'),
    },
    { set: (callback, ms) => window.setTimeout(callback, ms), clear: (timer) => window.clearTimeout(timer) },
  );
  control.onPointer((inside) => dwell.card(inside));
  control.onClosed(() => dwell.closed());
  signal.addEventListener('abort', () => {
    dwell.cancel();
    cancelAnimationFrame(frame);
  });

  const look = () => {
    frame = 0;
    dwell.over(mentionAt(document, state.mentions, point.x, point.y));
  };
  const passive = { passive: true, capture: true, signal } as const;
  document.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerType === 'touch') return;
      point = { x: event.clientX, y: event.clientY };
      // Without mentions there is nothing to look for: the page pays one comparison.
      if (frame === 0 && state.mentions.length > 0) frame = requestAnimationFrame(look);
    },
    passive,
  );
  document.documentElement.addEventListener('pointerleave', () => dwell.over(null), {
    passive: true,
    signal,
  });
  document.addEventListener(
    'pointerdown',
    () => {
      dwell.over(null);
      // Pressing outside the card closes it, so by the time of the click it is gone: what was open has to be kept here.
      openWhenPressed = control.current();
    },
    passive,
  );
  document.addEventListener('scroll', () => dwell.over(null), passive);
  document.addEventListener(
    'click',
    (event) => {
      if (event.button !== 0 || event.defaultPrevented || state.mentions.length === 0) return;
      const mention = mentionAt(document, state.mentions, event.clientX, event.clientY);
      if (!mention || hasSelection(document)) return;
      point = { x: event.clientX, y: event.clientY };
      const touch = (event as PointerEvent).pointerType === 'touch';
      const action = (event.target as Element | null)?.closest?.('a[href], button, summary, label');
      // A mouse click on a link follows it; a finger has no hover, so its first tap shows the card and the second follows.
      if (action && !(touch && openWhenPressed !== mention)) return;
      if (action) event.preventDefault();
      dwell.opened(mention);
      open(mention);
    },
    { capture: true, signal },
  );
}

function hasSelection(document: Document): boolean {
  const selection = document.getSelection();
  return selection !== null && !selection.isCollapsed;
}
