/** The pointer over the page: hit-tests once a frame at most and tells the hover machine; which clicks open a card, clicks.ts says. */

import type { Settings } from '../core/settings/settings.ts';
import type { Point } from './aim.ts';
import type { CardControl } from './card-control.ts';
import { quietly } from './failures.ts';
import { watchHoldKey } from './hold-key.ts';
import { createHover } from './hover.ts';
import { mentionAt } from './marks/hit-test.ts';
import type { PageMention, PageState } from './page-state.ts';
import { rootOf } from './read/past-fields.ts';

export interface PointerHost {
  readonly document: Document;
  readonly state: PageState;
  readonly control: CardControl;
  /** As they are now: asked for at every decision, so that a change counts at once. */
  readonly settings: () => Settings;
  readonly signal: AbortSignal;
}

export interface FollowedPointer {
  /** A movement that was made before it was followed. */
  moved(event: PointerEvent): void;
  /** A name was clicked in a way that opens its card. */
  clicked(mention: PageMention, point: Point): void;
}

/** Milliseconds between two looks: a frame of a fast screen, less what timers are off by. */
const FRAME = 6;

/** Follows the pointer until the signal aborts. Listeners are passive. */
export function followPointer({ document, state, control, settings, signal }: PointerHost): FollowedPointer {
  let point = { x: 0, y: 0 };
  let time = 0;
  let frame = 0;
  let looked = Number.NEGATIVE_INFINITY;
  let under: EventTarget | null = null;
  const open = (mention: PageMention, at: Point) =>
    void control.open(mention, { focus: false, point: at }).catch((error: unknown) => {
      quietly('the card could not be opened', error);
    });
  const hover = createHover({
    find: ({ x, y }) => mentionAt(document, state.mentions, x, y),
    control,
    open,
    isPaused: () => state.paused,
    rules: () => ({ ...settings().timing, openBy: settings().openBy }),
    timers: {
      set: (callback, ms) => window.setTimeout(callback, ms),
      clear: (timer) => window.clearTimeout(timer),
    },
  });
  signal.addEventListener('abort', () => {
    hover.cancel();
    cancelAnimationFrame(frame);
  });

  const look = () => {
    frame = 0;
    looked = time;
    hover.at(point, time);
  };
  const moved = (event: PointerEvent) => {
    // What the page has made up opens nothing: it could lay a card where the next click falls.
    if (!event.isTrusted || event.pointerType === 'touch') return;
    point = { x: event.clientX, y: event.clientY };
    time = event.timeStamp;
    under = event.target;
    hover.key(event.getModifierState(settings().holdKey));
    // Without mentions there is nothing to look for: the page pays one comparison.
    if (frame !== 0 || state.mentions.length === 0) return;
    // Browsers tell of movements once a frame, and have just asked their layout what is under the pointer: it is clean now.
    if (time - looked >= FRAME) look();
    else frame = requestAnimationFrame(look);
  };
  /** A ticker or a gallery that moves by itself moves nothing under a pointer that is elsewhere. */
  const scrolled = ({ target }: Event) => {
    if (target instanceof Node && under instanceof Node && !target.contains(under)) return;
    hover.nowhere();
  };
  const passive = { passive: true, capture: true, signal } as const;
  document.addEventListener('pointermove', moved, passive);
  rootOf(document).addEventListener('pointerleave', hover.nowhere, { passive: true, signal });
  document.addEventListener('pointerdown', hover.nowhere, passive);
  document.addEventListener('scroll', scrolled, passive);
  watchHoldKey(document, () => settings().holdKey, hover.key, signal);
  return {
    moved,
    clicked(mention, at) {
      hover.opened(mention);
      open(mention, at);
    },
  };
}
