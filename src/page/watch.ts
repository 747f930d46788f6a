/**
 * Watches a page for what changes its text, and for routes that change without a reload.
 *
 * Bounded: one observer; targets are gathered in a set of limited size, and past it "all of it" is reported. The first change
 * after a quiet time is reported at once if it is small, before it is painted: marks in it do not flicker. Further ones are
 * reported after a short quiet, and at the latest after half a second on pages that never rest. In a hidden tab nothing is watched
 * at all; when it is shown again everything counts as changed.
 *
 * Classes and styles are no changes of the text: they may show or hide it, and read/reveals.ts looks after that.
 */

import { type ChangedNodes, type Changes, changedPlaces, noChanges, note } from './read/changes.ts';
import { LATE_HOSTS, watchComponents } from './read/late-components.ts';
import { addressOf, bodyOf, isHidden, windowOf } from './read/past-fields.ts';
import { watchRoutes } from './routes.ts';

export interface PageChange {
  /** Nodes below which text has changed, none inside another; the body when it cannot be told. Empty for a mere route change. */
  readonly changed: readonly Node[];
  /** The same node by node; null when it cannot be told. */
  readonly nodes: ChangedNodes | null;
  /** The address is another one than at the last report. */
  readonly routeChanged: boolean;
}

export interface WatchOptions {
  readonly onChange: (change: PageChange) => void;
  readonly signal: AbortSignal;
  /** Milliseconds of quiet after which changes are reported, and after which they are reported without any. */
  readonly quiet?: number;
  readonly longest?: number;
}

export interface PageWatch {
  /**
   * Narrows attention to what is read: inside the roots and shadow roots everything counts, outside only elements that
   * come and go. Until it is called the whole page counts. Roots may change with every reading.
   */
  follow(roots: readonly (Node & ParentNode)[], shadowRoots: readonly ShadowRoot[]): void;
}

/** Nodes that a change may have come to which is reported at once. */
const FEW = 8;
const QUIET = 120;
const LONGEST = 500;
/** Attributes that show or hide text or make an editor of it. */
const ATTRIBUTES = ['hidden', 'open', 'aria-hidden', 'contenteditable', 'role', 'slot'];
const EVERYTHING: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributeFilter: ATTRIBUTES,
};
const ELEMENTS: MutationObserverInit = { subtree: true, childList: true };

/** Little enough to be read in the page's own turn. */
function isSmall({ everything, texts, shown, added, removed }: Changes): boolean {
  return !everything && texts.size + shown.size + added.size + removed.size <= FEW;
}

/** Starts watching; ends with the signal. */
export function watchPage(document: Document, options: WatchOptions): PageWatch {
  const { onChange, signal, quiet = QUIET, longest = LONGEST } = options;
  let followed: readonly Node[] | null = null;
  let changes = noChanges();
  let address = addressOf(document);
  /** Elements have come that may get a shadow tree yet. */
  let hasNewElements = true;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let since = 0;
  let last = Number.NEGATIVE_INFINITY;

  const report = () => {
    timer = null;
    last = performance.now();
    const changed = changes.everything ? [bodyOf(document)] : changedPlaces(changes, followed);
    const routeChanged = addressOf(document) !== address;
    address = addressOf(document);
    const nodes = changes.everything ? null : changes;
    changes = noChanges();
    if (changed.length > 0 || routeChanged) onChange({ changed, nodes, routeChanged });
  };
  const schedule = () => {
    const now = performance.now();
    if (timer === null) since = now;
    else clearTimeout(timer);
    timer = setTimeout(report, Math.max(0, Math.min(quiet, since + longest - now)));
  };
  const cancel = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const take = (records: readonly MutationRecord[]) => {
    if (!note(changes, records)) return;
    hasNewElements ||= changes.everything || changes.added.size > 0;
    const isFirst = timer === null && performance.now() - last >= quiet;
    if (isFirst && followed && isSmall(changes)) report();
    else schedule();
  };
  const everythingChanged = () => {
    if (isHidden(document)) return;
    changes.everything = true;
    // A tree that has come may hold elements that wait for theirs.
    hasNewElements = true;
    schedule();
  };
  const observer = new MutationObserver(take);
  const observe = () => {
    take(observer.takeRecords());
    observer.disconnect();
    if (isHidden(document) || signal.aborted) return;
    observer.observe(document, followed ? ELEMENTS : EVERYTHING);
    for (const root of followed ?? []) observer.observe(root, EVERYTHING);
  };
  const onRoute = () => {
    if (addressOf(document) !== address) schedule();
  };

  document.addEventListener(
    'visibilitychange',
    () => {
      observe();
      if (isHidden(document)) cancel();
      else everythingChanged();
    },
    { signal },
  );
  watchRoutes(windowOf(document), onRoute, signal);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    cancel();
  });
  observe();
  const components = watchComponents(document, everythingChanged, signal);

  return {
    follow(roots, shadowRoots) {
      const next = [...roots, ...shadowRoots];
      if (hasNewElements) components.follow(next, LATE_HOSTS);
      hasNewElements = false;
      // What a script puts into a slot by hand stands where it stood. Said twice, it is still one listener.
      for (const root of shadowRoots)
        if (root.slotAssignment === 'manual')
          root.addEventListener('slotchange', everythingChanged, { signal });
      if (followed?.length === next.length && next.every((root, i) => root === followed?.[i])) return;
      followed = next;
      observe();
    },
  };
}
