/**
 * Moments at which text may have come to light, or gone out of sight, although it is the text it was: a class or a style of
 * anything around it has changed, a style sheet came or went, something was clicked, the window has another width.
 *
 * Pages change classes and styles all the time, and seldom to show text. So what has changed is not looked at: only that
 * something has, and then nothing is watched until the look that this is worth is over. Looks that find everything as it
 * was come ever more seldom: a page that moves with every frame costs a look in some seconds, and one record for each.
 * What readers do, and animations that end, do not wait for that.
 */
import { isHidden, windowOf } from './past-fields.ts';

/** Animations are mostly over by then; those that are not end with an event of their own. */
const DELAY = 250;
/** Between two looks at a page that never rests and shows nothing new by it. */
const LONGEST = 4000;
/** Looking takes at most one part in so many of the time. */
const SHARE = 20;
const EVENTS = [
  'click',
  'keyup',
  'change',
  'toggle',
  'transitionend',
  'animationend',
  'beforematch',
  // Of a style sheet. Pictures have it as well, and there are many: it counts for no more than a class.
  'load',
] as const;
const WATCHED: MutationObserverInit = { subtree: true, childList: true, attributes: true };

export interface Look {
  /** Something came to light, or went. */
  readonly changed: boolean;
  /** Milliseconds that it took. */
  readonly took: number;
}

export interface RevealWatch {
  /** Shadow trees in which text is read: what changes there is seen nowhere else. */
  follow(shadowRoots: readonly ShadowRoot[]): void;
}

/**
 * Looks, not too often, after something that may have shown or hidden text. Worth starting only while names stand on the
 * page; ends with the signal. A look must not reject.
 */
export function watchReveals(
  document: Document,
  look: () => Promise<Look>,
  signal: AbortSignal,
): RevealWatch {
  let trees: readonly Node[] = [document];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let at = 0;
  let isLooking = false;
  let pause = DELAY;
  let restUntil = 0;

  const dueIn = (wait: number) => {
    const now = performance.now();
    const time = Math.max(now + wait, restUntil);
    if (timer !== null && at <= time) return;
    if (timer !== null) clearTimeout(timer);
    at = time;
    timer = setTimeout(lookNow, time - now);
  };
  const observer = new MutationObserver(() => {
    observer.disconnect();
    dueIn(pause);
  });
  const observe = () => {
    observer.disconnect();
    if (!signal.aborted) for (const tree of trees) observer.observe(tree, WATCHED);
  };
  const lookNow = async () => {
    timer = null;
    if (isLooking) return dueIn(DELAY);
    // A tab that is shown again is read again.
    if (isHidden(document)) return observe();
    isLooking = true;
    // Already now: what changes during a look may have come too late for it.
    observe();
    const { changed, took } = await look();
    isLooking = false;
    pause = changed ? DELAY : Math.min(pause * 2, LONGEST);
    restUntil = performance.now() + took * SHARE;
  };
  const onEvent = ({ type }: Event) => dueIn(type === 'load' ? pause : DELAY);
  for (const event of EVENTS)
    document.addEventListener(event, onEvent, { capture: true, passive: true, signal });
  windowOf(document)?.addEventListener('resize', onEvent, { passive: true, signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    if (timer !== null) clearTimeout(timer);
  });
  observe();
  return {
    follow(shadowRoots) {
      const next = [document, ...shadowRoots];
      if (next.length === trees.length && next.every((tree, i) => tree === trees[i])) return;
      trees = next;
      if (timer === null) observe();
    },
  };
}
