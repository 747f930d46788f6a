/** Brings the hands (hands-door.ts) when they are first needed: the pointer moves, is pressed, or a message comes. */
import type { Calls } from '../messages/envelope.ts';
import type { ToWorker } from '../messages/to-worker.ts';
import { quietly } from './failures.ts';
import { type Hands, type HandsHost, openHandsDoor } from './hands-door.ts';

export interface FollowHandsHost {
  readonly document: Document;
  readonly worker: Pick<Calls<ToWorker>, 'injectHands'>;
  readonly signal: AbortSignal;
  /** There is something on the page that a hand could reach. */
  isWorthwhile(): boolean;
  /** What the hands work with; `moved` is the pointer's last movement. */
  lend(moved: PointerEvent | null): HandsHost;
  /** The pointer is pressed for the first time. What a click does to a link is decided at once, before any hands come. */
  onPressed(): void;
}

export interface FollowedHands {
  /** The hands, fetched if need be. Rejects when they cannot come. */
  get(): Promise<Hands>;
  /** Null while there are none. */
  made(): Hands | null;
}

/** Milliseconds after which hands that could not come are sent for again. */
const PATIENCE = 1000;

/** Watches until the hands are there, or the signal aborts. */
export function followHands(host: FollowHandsHost): FollowedHands {
  const { document, worker, signal, isWorthwhile, lend, onPressed } = host;
  let moved: PointerEvent | null = null;
  let made: Hands | null = null;
  let coming: Promise<Hands> | null = null;
  let restUntil = 0;
  const options = { capture: true, passive: true } as const;
  const stop = () => {
    document.removeEventListener('pointermove', reach, options);
    document.removeEventListener('pointerdown', reach, options);
  };
  const get = () => {
    coming ??= openHandsDoor(worker).then(
      (door) => {
        stop();
        made = door(lend(moved));
        return made;
      },
      (error: unknown) => {
        coming = null;
        restUntil = performance.now() + PATIENCE;
        throw error;
      },
    );
    return coming;
  };
  const reach = (event: PointerEvent) => {
    // What the page has made up is no hand.
    if (!event.isTrusted) return;
    // A pointer that is pressed rests nowhere.
    moved = event.type === 'pointermove' ? event : null;
    if (!coming && isWorthwhile() && performance.now() >= restUntil)
      get().catch((error: unknown) => quietly('the page could not be given hands', error));
  };
  document.addEventListener('pointermove', reach, options);
  document.addEventListener('pointerdown', reach, options);
  document.addEventListener('pointerdown', onPressed, { ...options, once: true, signal });
  signal.addEventListener('abort', stop);
  return { get, made: () => made };
}
