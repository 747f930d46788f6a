/**
 * Keeps the card beside its words and inside the window.
 *
 * The side (below or above the words) is chosen once, by the room there is for a whole card, and kept while the reader has
 * the card: one that jumped to the other side as soon as the next entity's card is longer would leave the pointer behind.
 */
import {
  autoUpdate,
  computePosition,
  flip,
  offset,
  type Placement,
  type ReferenceElement,
  shift,
  size,
} from '@floating-ui/dom';
import type { CloseReason } from '../../page/card-door.ts';
import type { CardHost } from './host.ts';

/** Pixels between card and window, and between card and words. */
const MARGIN = 8;
const GAP = 6;
/** With less room than this on either side (400 % zoom, a phone on its side) the card lies over the words instead. */
const LEAST_ROOM = 160;

export interface Placing {
  readonly host: Pick<CardHost, 'element' | 'moveTo' | 'setRoom'>;
  readonly anchor: () => DOMRect | null;
  readonly signal: AbortSignal;
  /** The words are out of view, or no longer there. Never called before `keepPlaced` has returned. */
  readonly onGone: (reason: CloseReason) => void;
}

/** Places the card, and again whenever the page, the words or the card move or change size. */
export function keepPlaced({ host, anchor, signal, onGone }: Placing): void {
  const document = host.element.ownerDocument;
  const reference: ReferenceElement = {
    getBoundingClientRect: () => anchor() ?? new DOMRect(),
    // Watched for changes of size: pictures that arrive late push the words about.
    contextElement: document.body ?? document.documentElement,
  };
  let side: Placement | null = null;
  let seen = false;

  const place = async () => {
    await Promise.resolve();
    if (signal.aborted) return;
    const words = anchor();
    const view = document.documentElement;
    if (!words) return onGone('gone');
    const visible =
      words.bottom > 0 && words.top < view.clientHeight && words.right > 0 && words.left < view.clientWidth;
    // Words that were asked for from the keyboard may still be on their way into view.
    if (!visible && seen) return onGone('scrolled');
    seen ||= visible;

    const room = { top: words.top, bottom: view.clientHeight - words.bottom };
    const least = LEAST_ROOM + GAP + MARGIN;
    const over = !visible || Math.max(room.top, room.bottom) < least;
    if (side && room[side.startsWith('top') ? 'top' : 'bottom'] < least) side = null;
    const { x, y, placement } = await computePosition(reference, host.element, {
      strategy: 'fixed',
      placement: side ?? 'bottom-start',
      middleware: [
        offset(GAP),
        ...(side ? [] : [flip({ padding: MARGIN, crossAxis: false })]),
        size({
          padding: MARGIN,
          apply: ({ availableHeight }) =>
            host.setRoom(Math.floor(over ? view.clientHeight - 2 * MARGIN : availableHeight)),
        }),
        shift({ padding: MARGIN, crossAxis: over }),
      ],
    });
    if (signal.aborted) return;
    side = over ? null : placement;
    host.moveTo(Math.round(x), Math.round(y));
  };

  const stop = autoUpdate(reference, host.element, () => void place(), { layoutShift: false });
  // Scrolling boxes inside the page: autoUpdate knows only those around its context element.
  document.addEventListener('scroll', () => void place(), { capture: true, passive: true, signal });
  signal.addEventListener('abort', stop);
}
