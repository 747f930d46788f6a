/**
 * Which marks are painted where there are very many: those in and near the window. After every change of its page a browser
 * looks at each range of every highlight again: 14 to 20 µs for each in Chromium, 60 ms for each letter that changes on a
 * page with 3,500 names. Pointer, keyboard and lists know all mentions all the time; only painting is held back.
 *
 * Where the reader is, a few points of the window say: the text at each has a place among the mentions, found by halving
 * with the order of the document, and near is what stands around it in the text. So it does not matter what scrolls, or how
 * the page is laid out. Set aside: an IntersectionObserver on the elements around the names, which made every frame of a
 * page that scrolls 12 ms longer with 3,500 names and 65 ms with 33,000.
 */

import { ENDED } from '../../core/signals/ended.ts';
import { nextFrame } from '../clock.ts';
import { windowOf } from '../read/past-fields.ts';
import { caretAt } from './caret.ts';
import type { Marked } from './hit-test.ts';

/** Marks up to which all are painted. */
const MANY = 1000;
/**
 * UTF-16 units of text on either side that are painted, some windows of it; and that must be. Between the two nothing is
 * painted anew: on a page of fifteen megabytes any change of a highlight takes 80 ms.
 */
const AROUND = 24_000;
const AT_LEAST = 8_000;
/** Mentions on either side that are near in any case. */
const BESIDE = 20;
/** Mentions that may be new at once and are painted before it is known where they are: what a page has just changed. */
const FEW = 32;
/** Milliseconds between two looks while the page scrolls: less than AT_LEAST takes to scroll through. */
const PACE = 100;
/** Points of the window that are asked about, as shares of its width and height. */
const POINTS = [0.1, 0.5, 0.9].flatMap((y) => [0.3, 0.7].map((x) => ({ x, y })));

export interface Placed extends Marked {
  /** Where it stands in the text, in UTF-16 units. */
  readonly start: number;
}

export interface NearMarks<M extends Placed> {
  /** What there is to mark from now on, in reading order. */
  follow(mentions: readonly M[]): void;
  /** What is to be painted, in reading order. */
  near(): readonly M[];
}

/** `changed` is called whenever other mentions are near. Ends with the signal. */
export function createNearMarks<M extends Placed>(
  document: Document,
  changed: () => void,
  signal: AbortSignal,
): NearMarks<M> {
  let all: readonly M[] = [];
  let near: readonly M[] = [];
  let watching: AbortController | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looked = Number.NEGATIVE_INFINITY;
  let places: readonly number[] = [];

  const look = () => {
    timer = undefined;
    looked = performance.now();
    places = placesInView(document, all, places);
    const painted = new Set(near);
    const next = around(all, places, AROUND);
    const isEnough = around(all, places, AT_LEAST).every((mention) => painted.has(mention));
    if (isEnough && near.length <= 2 * next.length) return;
    near = next;
    changed();
  };
  const moved = () => {
    if (timer !== undefined) return;
    const wait = looked + PACE - performance.now();
    if (wait <= 0) look();
    else timer = setTimeout(look, wait);
  };
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
    watching?.abort(ENDED);
    watching = null;
  };
  const watch = () => {
    watching = new AbortController();
    const options = { capture: true, passive: true, signal: AbortSignal.any([watching.signal, signal]) };
    const window = windowOf(document);
    document.addEventListener('scroll', moved, options);
    window?.addEventListener('resize', moved, options);
    window?.addEventListener('beforeprint', printAll, options);
    window?.addEventListener('afterprint', look, options);
  };
  const printAll = () => {
    near = all;
    changed();
  };
  signal.addEventListener('abort', stop);

  return {
    follow(mentions) {
      const [before, known] = [near, all];
      all = mentions;
      if (signal.aborted || mentions.length <= MANY || !canBeOrdered(document, mentions)) {
        stop();
        near = mentions;
        return;
      }
      if (!watching) watch();
      near = carriedOver(mentions, new Set(before), new Set(known));
      // Now, layout may be dirty: it is asked in the frame that computes it. Without anything to paint until then, at once.
      if (near.length === 0) {
        places = placesInView(document, all, places);
        near = around(all, places, AROUND);
      } else void nextFrame(document).then(() => watching && look());
    },
    near: () => near,
  };
}

/** Trees of shadow have an order of their own: a page of them is painted as a whole. */
function canBeOrdered(document: Document, mentions: readonly Marked[]): boolean {
  return mentions.every(({ range }) => range.startContainer.getRootNode() === document);
}

/** What was near and is still there, and the little that is new beside it. */
function carriedOver<M>(mentions: readonly M[], before: ReadonlySet<M>, known: ReadonlySet<M>): M[] {
  let fresh = 0;
  for (const mention of mentions) if (!known.has(mention)) fresh++;
  return mentions.filter((mention) => before.has(mention) || (fresh <= FEW && !known.has(mention)));
}

/** For each point of the window, how many mentions stand before the text there; `before` is what it was. */
function placesInView(
  document: Document,
  mentions: readonly Marked[],
  before: readonly number[],
): readonly number[] {
  const window = windowOf(document);
  if (!window) return [];
  const { innerWidth, innerHeight } = window;
  let [guess = 0] = before;
  return POINTS.flatMap(({ x, y }) => {
    const caret = caretAt(document, x * innerWidth, y * innerHeight, []);
    if (!caret) return [];
    guess = countBefore(caret.node.childNodes[caret.offset] ?? caret.node, mentions, guess);
    return [guess];
  });
}

/**
 * How many mentions stand before a node: by steps that double from a guess, then by halving. To compare two places, a
 * browser counts the elements between them (0.2 ms among 20,000 paragraphs), so few comparisons are what counts.
 */
function countBefore(node: Node, mentions: readonly Marked[], guess: number): number {
  const isBefore = (index: number) => {
    const mention = mentions[index];
    return (
      mention !== undefined && (node.compareDocumentPosition(mention.range.startContainer) & PRECEDING) !== 0
    );
  };
  let low = 0;
  let high = mentions.length;
  const start = Math.min(guess, Math.max(0, high - 1));
  const forwards = isBefore(start);
  if (forwards) low = start + 1;
  else high = start;
  for (let step = 1; low < high; step *= 2) {
    const at = forwards ? low + step - 1 : high - step;
    if (at < low || at >= high) break;
    const before = isBefore(at);
    if (before) low = at + 1;
    else high = at;
    if (before !== forwards) break;
  }
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Node.DOCUMENT_POSITION_PRECEDING, without the global. */
const PRECEDING = 2;

/** Mentions within so many units of these places, in reading order, each once. */
function around<M extends Placed>(mentions: readonly M[], places: readonly number[], units: number): M[] {
  const near = new Set<number>();
  const startOf = (index: number) => mentions[index]?.start ?? 0;
  for (const place of places) {
    const here = Math.min(place, mentions.length - 1);
    for (const step of [-1, 1])
      for (let i = here; i >= 0 && i < mentions.length; i += step) {
        if (Math.abs(i - here) > BESIDE && Math.abs(startOf(i) - startOf(here)) > units) break;
        near.add(i);
      }
  }
  return [...near].sort((a, b) => a - b).map((i) => mentions[i] as M);
}
