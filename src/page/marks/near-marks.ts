/**
 * Which marks are painted where there are very many: those in and near the window. After every change of its page a browser
 * looks at each range of every highlight again: 14 to 20 µs for each in Chromium, 60 ms for each letter that changes on a
 * page with 3,500 names. Pointer, keyboard and lists know all mentions all the time; only painting is held back.
 *
 * What comes near, the browser says (IntersectionObserver): of elements wherever they scroll, without a layout.
 */

/** Marks up to which all are painted. */
const MANY = 1000;
/** Elements that may be new at once and are painted before it is known where they are: what a page has just added. */
const FEW = 32;
/** How far beyond the window, and beyond what scrolls inside the page, is near: a hand that scrolls does not see marks come. */
const MARGINS = { rootMargin: '200% 100%', scrollMargin: '200% 100%' };

export interface NearMarks<M extends { readonly range: AbstractRange }> {
  /** What there is to mark from now on. */
  follow(mentions: readonly M[]): void;
  /** True for what is to be painted. */
  isNear(mention: M): boolean;
}

/** `changed` is called whenever other mentions are near. Ends with the signal. */
export function createNearMarks<M extends { readonly range: AbstractRange }>(
  document: Document,
  changed: () => void,
  signal: AbortSignal,
): NearMarks<M> {
  let observer: IntersectionObserver | null = null;
  /** What is watched, and whether it is near. */
  const near = new Map<Element, boolean>();
  /** As long as all are painted. */
  let painted: readonly M[] = [];
  let printing = false;

  const take = (entries: readonly IntersectionObserverEntry[]) => {
    let some = false;
    for (const { target, isIntersecting, boundingClientRect: box } of entries) {
      // What has no box of its own (`display: contents`) cannot be told.
      const isNear = isIntersecting || (box.width === 0 && box.height === 0);
      if (!near.has(target) || near.get(target) === isNear) continue;
      near.set(target, isNear);
      some = true;
    }
    if (some) changed();
  };
  const stop = () => {
    observer?.disconnect();
    observer = null;
    near.clear();
  };
  const print = (begins: boolean) => {
    printing = begins;
    if (observer) changed();
  };
  document.defaultView?.addEventListener('beforeprint', () => print(true), { signal });
  document.defaultView?.addEventListener('afterprint', () => print(false), { signal });
  signal.addEventListener('abort', stop);

  return {
    follow(mentions) {
      if (mentions.length <= MANY || typeof IntersectionObserver !== 'function' || signal.aborted) {
        stop();
        painted = mentions;
        return;
      }
      observer ??= new IntersectionObserver(take, MARGINS);
      const elements = new Set(mentions.flatMap((mention) => elementOf(mention) ?? []));
      for (const element of near.keys()) {
        if (elements.has(element)) continue;
        observer.unobserve(element);
        near.delete(element);
      }
      // What was painted stays so until it is known to be far.
      const before = new Set(painted.map(elementOf));
      painted = [];
      const fresh = [...elements].filter((element) => !near.has(element));
      for (const element of fresh) {
        near.set(element, fresh.length <= FEW || before.has(element));
        observer.observe(element);
      }
    },
    isNear(mention) {
      if (!observer || printing) return true;
      const element = elementOf(mention);
      return element === null || (near.get(element) ?? false);
    },
  };
}

function elementOf({ range }: { readonly range: AbstractRange }): Element | null {
  return range.startContainer.parentElement;
}
