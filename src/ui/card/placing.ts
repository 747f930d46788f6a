/**
 * Keeps the card beside its words and inside the window.
 *
 * The side (below or above the words) is chosen once, by the room there is for a whole card, and kept while the reader has
 * the card: one that jumped to the other side as soon as the next entity's card is longer would leave the pointer behind.
 *
 * The arithmetic is our own. A card in the top layer has the window around it and nothing else; floating-ui, which was used
 * before, solves that for any element among any ancestors, at a fifth of what the card script may weigh, and a moment late.
 */
import type { CloseReason } from '../../page/card-door.ts';
import { clamp } from '../clamp.ts';
import { type WindowSize, windowSize } from '../window-size.ts';
import type { CardHost } from './host.ts';

/** Pixels between card and window, and between card and words. */
export const MARGIN = 8;
const GAP = 6;
/** With less room than this on either side (400 % zoom, a phone on its side) the card lies over the words instead. */
const LEAST_ROOM = 160;

export type Side = 'above' | 'below';

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
  /** How high the card may be there. */
  readonly room: number;
  /** Null when it lies over the words, because there is room on neither side. */
  readonly side: Side | null;
}

/**
 * Where a card of this size goes. `wanted` is how high it would be with all the room in the world; `kept` the side it is on
 * already, which it leaves only when there is hardly any room left there.
 */
export function placeFor(
  words: DOMRect,
  card: Size,
  wanted: number,
  view: WindowSize,
  kept: Side | null,
): Place {
  // Words may be cut by the window's edge: beside them begins inside it all the same.
  const above = Math.min(words.top - GAP, view.height - MARGIN);
  const below = Math.max(words.bottom + GAP, MARGIN);
  const room = { above: above - MARGIN, below: view.height - MARGIN - below };
  const x = clamp(words.left, MARGIN, view.width - card.width - MARGIN);
  const isInView = words.bottom > 0 && words.top < view.height;
  if (!isInView || Math.max(room.above, room.below) < LEAST_ROOM) {
    const least = view.height - 2 * MARGIN;
    return {
      x,
      y: clamp(words.bottom + GAP, MARGIN, view.height - Math.min(card.height, least) - MARGIN),
      room: least,
      side: null,
    };
  }
  const better = room.below >= Math.min(wanted, room.above) ? 'below' : 'above';
  const side = kept !== null && room[kept] >= LEAST_ROOM ? kept : better;
  const height = Math.min(card.height, room[side]);
  return { x, y: side === 'below' ? below : above - height, room: room[side], side };
}

export interface Placing {
  readonly host: Pick<CardHost, 'element' | 'moveTo' | 'setRoom' | 'wantedHeight'>;
  readonly anchor: () => DOMRect | null;
  /** True while the card stands where the reader has put it. */
  readonly isHeld: () => boolean;
  readonly signal: AbortSignal;
  /** The words are out of view, or no longer there. Never called before `keepPlaced` has returned. */
  readonly onGone: (reason: CloseReason) => void;
}

/** Places the card, and again whenever the page, the words or the card move or change size. Returns how to place it anew. */
export function keepPlaced({ host, anchor, isHeld, signal, onGone }: Placing): () => void {
  const document = host.element.ownerDocument;
  let side: Side | null = null;
  let seen = false;
  let returned = false;

  const place = () => {
    if (signal.aborted || isHeld()) return;
    const words = anchor();
    if (!words) return gone('gone');
    const window = windowSize(document);
    const visible =
      words.bottom > 0 && words.top < window.height && words.right > 0 && words.left < window.width;
    // Words that were asked for from the keyboard may still be on their way into view.
    if (!visible && seen) return gone('scrolled');
    seen ||= visible;
    const found = placeFor(words, sizeOf(host.element), host.wantedHeight(), window, side);
    host.setRoom(Math.floor(found.room));
    // Above the words, the height that it now has decides where it begins.
    const now = found.side === 'above' ? placeFor(words, sizeOf(host.element), 0, window, 'above') : found;
    side = now.side;
    host.moveTo(Math.round(now.x), Math.round(now.y));
  };
  const gone = (reason: CloseReason) => {
    if (returned) onGone(reason);
    else queueMicrotask(() => onGone(reason));
  };

  // Capture: boxes that scroll inside the page do not tell the document otherwise.
  document.addEventListener('scroll', place, { capture: true, passive: true, signal });
  document.defaultView?.addEventListener('resize', place, { passive: true, signal });
  // Pictures that arrive late push the words about; folds and other cards change the card's own size.
  const observer = new ResizeObserver(place);
  for (const element of [host.element, document.body ?? document.documentElement]) observer.observe(element);
  signal.addEventListener('abort', () => observer.disconnect());
  place();
  returned = true;
  return place;
}

function sizeOf(element: HTMLElement): Size {
  const { width, height } = element.getBoundingClientRect();
  return { width, height };
}
