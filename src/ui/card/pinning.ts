/** A card that the reader has pinned or dragged: it stands where it was put, through scrolling and other words' cards. */
import { ENDED } from '../../core/signals/ended.ts';
import { clamp } from '../clamp.ts';
import { windowSize } from '../window-size.ts';
import type { CardHost } from './host.ts';
import { MARGIN } from './placing.ts';

/** The upper left corner of a pinned card, in window coordinates. One for each page: the next card takes the place over. */
export interface Pin {
  at: { readonly x: number; readonly y: number } | null;
}

export interface Pinning {
  isPinned(): boolean;
  /** Pins the card where it is, or lets it go back to its words. */
  toggle(): void;
  /** Puts a pinned card to the other side of the window: what dragging does, without dragging. */
  toOtherSide(): void;
  /** Moves a pinned card by so many pixels. */
  moveBy(x: number, y: number): void;
  /** Follows the pointer until it is let go; the card is pinned as soon as it has moved. */
  drag(event: PointerEvent): void;
}

/** Movements smaller than this are a click with an unsteady hand. */
const DEAD_ZONE = 4;

export function createPinning(
  host: Pick<CardHost, 'element' | 'moveTo' | 'setRoom'>,
  pin: Pin,
  signal: AbortSignal,
  onChange: () => void,
): Pinning {
  const { element } = host;
  const put = (x: number, y: number) => {
    const view = windowSize(element.ownerDocument);
    host.setRoom(view.height - 2 * MARGIN);
    const { width, height } = element.getBoundingClientRect();
    const at = {
      x: Math.round(clamp(x, MARGIN, view.width - width - MARGIN)),
      y: Math.round(clamp(y, MARGIN, view.height - height - MARGIN)),
    };
    const wasPinned = pin.at !== null;
    pin.at = at;
    host.moveTo(at.x, at.y);
    if (!wasPinned) onChange();
  };
  const keepInside = () => pin.at && put(pin.at.x, pin.at.y);
  element.ownerDocument.defaultView?.addEventListener('resize', keepInside, { passive: true, signal });
  const observer = new ResizeObserver(keepInside);
  observer.observe(element);
  signal.addEventListener('abort', () => observer.disconnect());
  keepInside();

  return {
    isPinned: () => pin.at !== null,
    toggle() {
      if (pin.at === null) {
        const { left, top } = element.getBoundingClientRect();
        return put(left, top);
      }
      pin.at = null;
      onChange();
    },
    toOtherSide() {
      const { left, width } = element.getBoundingClientRect();
      const view = windowSize(element.ownerDocument);
      put(left + width / 2 < view.width / 2 ? view.width : 0, 0);
    },
    moveBy(x, y) {
      if (pin.at) put(pin.at.x + x, pin.at.y + y);
    },
    drag(event) {
      const target = event.currentTarget as HTMLElement;
      const { left, top } = element.getBoundingClientRect();
      const end = new AbortController();
      const options = { signal: AbortSignal.any([end.signal, signal]) };
      target.setPointerCapture?.(event.pointerId);
      target.addEventListener(
        'pointermove',
        ({ clientX, clientY }) => {
          const x = clientX - event.clientX;
          const y = clientY - event.clientY;
          if (pin.at !== null || Math.hypot(x, y) >= DEAD_ZONE) put(left + x, top + y);
        },
        options,
      );
      for (const type of ['pointerup', 'pointercancel', 'lostpointercapture'] as const)
        target.addEventListener(type, () => end.abort(ENDED), options);
    },
  };
}
