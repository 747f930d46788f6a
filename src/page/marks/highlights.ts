/**
 * Marks as CSS custom highlights: painted by the browser, without a word written to the page's DOM.
 *
 * Ranges are static. A live Range follows edits, but every live range of a document taxes every removal and text change of
 * the page: measured in Chromium, 200 of them add 20 µs to each, 2,000 add 400 µs, and they go on doing so until they are
 * collected as garbage. Static ranges cost nothing. Between an edit in a marked text node and the next reading (some
 * 150 ms) such a mark may stand on the wrong letters or not be painted; then it is right again.
 *
 * The registry is shared with the page, which can see its keys and clear it. Keys therefore say nothing, and `restore`
 * puts back what is missing.
 */

/** The part of `CSS.highlights` that is used, and how a highlight is made. */
export interface HighlightHost<H = unknown> {
  readonly registry: {
    get(key: string): H | undefined;
    set(key: string, highlight: H): unknown;
    delete(key: string): boolean;
  };
  create(ranges: readonly AbstractRange[]): H;
}

export interface Marks {
  /** Paints these ranges under this key instead of what it had; nothing happens when they are the same. */
  set(key: string, ranges: readonly AbstractRange[]): void;
  /** Puts back highlights that somebody took out of the registry; true when there were any. */
  restore(): boolean;
  /** Takes all marks off the page. */
  clear(): void;
}

/** The browser's own highlights; null where there are none, and then marks go nowhere. */
export function browserHighlights(): HighlightHost<Highlight> | null {
  const registry = globalThis.CSS?.highlights as HighlightRegistry | undefined;
  if (!registry || typeof Highlight !== 'function') return null;
  return { registry, create: (ranges) => new Highlight(...ranges) };
}

export function createMarks<H>(host: HighlightHost<H> | null): Marks {
  const set = new Map<string, { readonly ranges: readonly AbstractRange[]; readonly highlight: H }>();
  const remove = (key: string) => {
    const own = set.get(key);
    set.delete(key);
    // A highlight of the page's under our key is none of ours.
    if (own && host?.registry.get(key) === own.highlight) host.registry.delete(key);
  };
  return {
    set(key, ranges) {
      if (!host) return;
      const before = set.get(key);
      if (before && areSame(before.ranges, ranges)) return;
      if (ranges.length === 0) return remove(key);
      // A new highlight is one change of the registry; adding to one that is in it would be one for each range.
      const highlight = host.create(ranges);
      host.registry.set(key, highlight);
      set.set(key, { ranges: [...ranges], highlight });
    },
    restore() {
      let missing = false;
      for (const [key, { highlight }] of set) {
        if (host?.registry.get(key) === highlight) continue;
        host?.registry.set(key, highlight);
        missing = true;
      }
      return missing;
    },
    clear() {
      for (const key of [...set.keys()]) remove(key);
    },
  };
}

function areSame(a: readonly AbstractRange[], b: readonly AbstractRange[]): boolean {
  return a.length === b.length && a.every((range, i) => isSamePlace(range, b[i] as AbstractRange));
}

/** True for the same boundary points. */
export function isSamePlace(a: AbstractRange, b: AbstractRange): boolean {
  return (
    a.startContainer === b.startContainer &&
    a.startOffset === b.startOffset &&
    a.endContainer === b.endContainer &&
    a.endOffset === b.endOffset
  );
}
