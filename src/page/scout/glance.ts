/**
 * What every page pays for: is there anything that may be an article? Front pages, forms without a text and frames with
 * advertisements are settled by a glance, and they are most of what is opened. It knows nothing of the reader: asking the
 * browser for settings, and judging a page with them, is the scout's, which begins where there is prose. When it began
 * everywhere, a page that is no article cost twice as much.
 *
 * As long as a page is settled it is watched by the least that does: one observer that starts another look, and that has no
 * memory. What needs more than that, a page made of components, has the scout (filling.ts). So have all pages where the reader
 * keeps notes or wants whole sites read (background/scout-everywhere.ts).
 */

import { quietly } from '../failures.ts';
import { watchSelection } from '../notes/selected.ts';
import { mayBeArticle, proseOf } from '../read/found-prose.ts';
import { UNDEFINED } from '../read/late-components.ts';
import { findIn, isHidden, windowOf } from '../read/past-fields.ts';
import { watchRoutes } from '../routes.ts';
import { AGAIN, isNextToNothing, QUIET, SHARE, tells, WATCHED } from './filling.ts';
import { createCalling } from './patience.ts';

export interface GlanceHost {
  readonly document: Document;
  /** Starts the scout; resolves once it runs. `isSelected` tells whether words were selected: then whoever keeps notes is wanted. */
  startScout(isSelected: () => boolean): Promise<unknown>;
  /** False once the extension is gone from under the page. */
  isConnected(): boolean;
  /** There is nobody behind this page any more. */
  leave(): void;
  readonly signal: AbortSignal;
}

export interface Glance {
  /** Starts the scout, whatever the page looks like. Resolves once it runs. */
  bringScout(): Promise<void>;
}

/** Looks at the page, now and as long as it is settled whenever it has changed, until the signal aborts. Never in a hidden tab. */
export function startGlance({ document, startScout, isConnected, leave, signal }: GlanceHost): Glance {
  let isDue = false;
  let restUntil = 0;
  let again = 0;
  let isSelected = false;

  const isSettled = () => {
    const { prose, trees } = proseOf(document);
    if (mayBeArticle(document, prose)) return false;
    if (prose.teasers > 0) return true;
    // What it will show may come into trees that are attached later, which is no mutation.
    if (trees.length > 0 || findIn(document, UNDEFINED) !== null) return false;
    const wait = isNextToNothing(document) ? AGAIN[again++] : undefined;
    if (wait !== undefined) setTimeout(due, wait);
    return true;
  };
  const call = () => {
    // The scout watches from here on.
    observer.disconnect();
    calling.quietly();
  };
  const look = () => {
    isDue = false;
    if (signal.aborted || isHidden(document)) return;
    if (!isConnected()) return leave();
    const start = performance.now();
    try {
      if (!isSettled()) return call();
    } catch (error) {
      // It may become another one.
      quietly('the page could not be looked at', error);
    }
    const end = performance.now();
    restUntil = end + (end - start) * SHARE;
  };
  const due = () => {
    if (isDue) return;
    isDue = true;
    setTimeout(look, Math.max(QUIET, restUntil - performance.now()));
  };
  const calling = createCalling({
    call: () => startScout(() => isSelected),
    again: () => follow(),
    givenUp: () => watch(),
    signal,
  });
  const observer = new MutationObserver((records) => {
    if (records.some(tells)) due();
  });
  const watch = () => {
    observer.disconnect();
    if (!isHidden(document) && !signal.aborted) observer.observe(document, WATCHED);
  };
  const follow = () => {
    watch();
    look();
  };
  const selected = () => {
    if (!isConnected()) return leave();
    isSelected = true;
    call();
  };
  document.addEventListener('visibilitychange', follow, { signal });
  signal.addEventListener('abort', () => observer.disconnect());
  watchRoutes(windowOf(document), due, signal);
  watchSelection(document, selected, signal);
  follow();
  return { bringScout: calling.now };
}
