/** When to look at a page that may yet become an article: at first, when it is filled, shown, or at another route. */

import { quietly } from '../failures.ts';
import { UNDEFINED, watchComponents } from '../read/late-components.ts';
import { findAllIn, isHidden, windowOf } from '../read/past-fields.ts';
import { watchRoutes } from '../routes.ts';

export interface FillingOptions {
  /**
   * Looks at the page; null when that was enough, and nothing of it need be watched; else the shadow trees that are to be
   * watched with it. Its time is measured: looking takes at most a fiftieth of the page's.
   */
  readonly look: () => readonly ShadowRoot[] | null;
  readonly signal: AbortSignal;
}

export interface Filling {
  /** Looks now, unless the tab is hidden. */
  look(): void;
  /** Watches from now on: what was enough has come to nothing. */
  watch(): void;
}

/** Milliseconds of quiet after which a page is looked at again, and after which also one that never rests is. */
export const QUIET = 120;
const LONGEST = 500;
/** Looking takes at most one part in so many of the time. */
export const SHARE = 50;
/** A text that is exchanged makes an article only if it is as long as a sentence: clocks and counters are shorter. */
const SHORTEST_TEXT = 10;
/**
 * A page with next to nothing on it is looked at again after so many milliseconds: a shadow tree that is attached to a plain
 * element later is no mutation.
 */
export const AGAIN = [1000, 2500, 6000] as const;
const NEXT_TO_NOTHING = 4;
export const WATCHED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  // What shows or hides whole parts of a page.
  attributeFilter: ['hidden', 'aria-hidden', 'open'],
};

/**
 * Calls `look` now, and as long as that was not enough whenever the page may have become another one, until the signal
 * aborts. Never in a hidden tab.
 */
export function watchFilling(document: Document, { look, signal }: FillingOptions): Filling {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let since = 0;
  let restUntil = 0;
  let isWatching = false;
  let again = 0;

  /** A page on which looking fails may become another one. */
  const lookSafely = () => {
    try {
      return look();
    } catch (error) {
      quietly('the page could not be looked at', error);
      return [];
    }
  };
  const lookNow = () => {
    timer = null;
    if (signal.aborted) return;
    if (isHidden(document)) return watch();
    const start = performance.now();
    const trees = lookSafely();
    if (trees) {
      watch();
      for (const tree of trees) observer.observe(tree, WATCHED);
      components.follow([document, ...trees], UNDEFINED);
      const wait = isNextToNothing(document) ? AGAIN[again++] : undefined;
      if (wait !== undefined) setTimeout(due, wait);
    }
    const end = performance.now();
    restUntil = end + (end - start) * SHARE;
  };
  const due = () => {
    const now = performance.now();
    if (timer === null) since = now;
    else clearTimeout(timer);
    const wait = Math.min(QUIET, since + LONGEST - now);
    timer = setTimeout(lookNow, Math.max(0, wait, restUntil - now));
  };
  // What happened is not looked at: only that something did. On a page that is no article that is all it ever costs.
  const observer = new MutationObserver((records) => {
    if (records.some(tells)) due();
  });
  const components = watchComponents(document, due, signal);
  const follow = () => {
    observer.disconnect();
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (!isHidden(document) && !signal.aborted) observer.observe(document, WATCHED);
  };

  const watch = () => {
    if (isWatching || signal.aborted) return;
    isWatching = true;
    document.addEventListener(
      'visibilitychange',
      () => {
        follow();
        lookNow();
      },
      { signal },
    );
    watchRoutes(windowOf(document), due, signal);
    signal.addEventListener('abort', follow);
    follow();
  };
  lookNow();
  return { look: lookNow, watch };
}

/** Whether a page has next to nothing on it. */
export function isNextToNothing(document: Document): boolean {
  return findAllIn(document, 'a[href],p').length <= NEXT_TO_NOTHING;
}

/** Whether a change may make an article of a page. */
export function tells({ type, target }: MutationRecord): boolean {
  return type !== 'characterData' || (target as Text).length >= SHORTEST_TEXT;
}
