/** When to look at a page that may yet become an article: at first, when it is filled, shown, or at another route. */
import { watchComponents } from '../read/late-components.ts';

export interface FillingOptions {
  /** Looks at the page. Its time is measured: looking takes at most a fiftieth of the page's. */
  readonly look: () => void;
  readonly signal: AbortSignal;
}

/** Milliseconds of quiet after which a page is looked at again, and after which also one that never rests is. */
const QUIET = 120;
const LONGEST = 500;
/** Looking takes at most one part in so many of the time. */
const SHARE = 50;
/** What shows or hides whole parts of a page; text by itself makes no article. */
const WATCHED: MutationObserverInit = {
  subtree: true,
  childList: true,
  attributeFilter: ['hidden', 'aria-hidden', 'open'],
};

/** Calls `look` now and whenever the page may have become another one, until the signal aborts. Never in a hidden tab. */
export function watchFilling(document: Document, { look, signal }: FillingOptions): void {
  const window = document.defaultView;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let since = 0;
  let restUntil = 0;

  const lookNow = () => {
    timer = null;
    if (document.hidden || signal.aborted) return;
    const start = performance.now();
    look();
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
  const observer = new MutationObserver(due);
  const follow = () => {
    observer.disconnect();
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (!document.hidden && !signal.aborted) observer.observe(document, WATCHED);
  };

  document.addEventListener(
    'visibilitychange',
    () => {
      follow();
      lookNow();
    },
    { signal },
  );
  window?.addEventListener('popstate', due, { signal });
  window?.addEventListener('hashchange', due, { signal });
  window?.navigation?.addEventListener('currententrychange', due, { signal });
  signal.addEventListener('abort', follow);
  follow();
  lookNow();
  watchComponents(document, due, signal);
}
