/**
 * Whether text can be seen. Asked only for the few places where a name stands: asking for the whole page would be a style
 * pass over it.
 *
 * What browsers can tell without layout is asked first (checkVisibility: display, visibility, content-visibility, closed
 * details). Boxes are measured only where a style raises the suspicion that the text is clipped away or put off the
 * screen. Asked after a frame, when layout is clean, none of it makes the page compute anything.
 *
 * Transparent text counts as shown: paragraphs that fade in start that way, and no event says when they are done. So does
 * text in the colour of its ground. Font variants and text-transform change letters, not whether they are seen.
 */

/** Off the screen by more than any layout needs. */
const FAR_AWAY = -900;

/**
 * Makes a check for one pass: `isShown(textNode)`. What was found out about boxes is remembered, and may be wrong once
 * the page has changed: make a new one then.
 */
export function createShownCheck(): (text: Node) => boolean {
  const hiding = new Map<Element, boolean>();
  const hides = (box: Element): boolean => {
    const known = hiding.get(box);
    if (known !== undefined) return known;
    const found = hidesItsText(box);
    hiding.set(box, found);
    return found;
  };
  const shown = new Map<Element, boolean>();
  const isShownIn = (element: Element): boolean => {
    if (!isPainted(element)) return false;
    for (let box: Element | null = element; box; box = flatParent(box)) {
      if (box.localName === 'body') return true;
      if (hides(box)) return false;
    }
    return true;
  };
  return (text) => {
    const element = flatParent(text);
    if (!element?.isConnected) return false;
    let found = shown.get(element);
    if (found === undefined) {
      found = isShownIn(element);
      shown.set(element, found);
    }
    return found;
  };
}

/** The element that a node is painted in: its slot, its parent, or the host of its shadow tree. */
function flatParent(node: Node): Element | null {
  const slot = (node as Partial<Text>).assignedSlot;
  if (slot) return slot;
  const parent = node.parentNode;
  if (parent?.nodeType === 1) return parent as Element;
  return (parent as Partial<ShadowRoot> | null)?.host ?? null;
}

/** What an element passes on to its text: it is laid out, visible, and its letters have a size. */
function isPainted(element: Element): boolean {
  // display: contents has no box of its own, and checkVisibility calls that hidden. Slots are made that way.
  let box: Element | null = element;
  while (box && styleOf(box)?.display === 'contents') box = flatParent(box);
  if (box?.checkVisibility && !box.checkVisibility({ visibilityProperty: true })) return false;
  const style = styleOf(element);
  if (!style) return true;
  return (
    style.visibility !== 'hidden' &&
    style.visibility !== 'collapse' &&
    style.fontSize !== '0px' &&
    !(Number.parseFloat(style.textIndent) < FAR_AWAY)
  );
}

/** Whether a box keeps what is in it from being seen: by clipping it to nothing, or by lying far off the screen. */
function hidesItsText(box: Element): boolean {
  const style = styleOf(box);
  if (!style) return false;
  // checkVisibility tells of boxes: the one that skips its content has one.
  if (style.contentVisibility === 'hidden') return true;
  if (style.clipPath !== 'none' && isEmptyClipPath(style.clipPath)) return true;
  if (style.position === 'absolute' || style.position === 'fixed') {
    if (isEmptyClip(style.clip)) return true;
    if (isFarAway(style.left) || isFarAway(style.top)) return true;
    if (isFarAway(style.marginLeft) || isFarAway(style.marginTop)) return true;
  }
  // Overflow does nothing to inline boxes, and their client size is 0.
  if (style.display === 'inline' || style.display === 'contents') return false;
  return (
    (clips(style.overflowX) && box.clientWidth <= 1) || (clips(style.overflowY) && box.clientHeight <= 1)
  );
}

function clips(overflow: string): boolean {
  return overflow === 'hidden' || overflow === 'clip';
}

function isFarAway(length: string): boolean {
  return Number.parseFloat(length) < FAR_AWAY;
}

/** `rect(0px, 0px, 0px, 0px)`, `rect(1px, 1px, 1px, 1px)`: a pixel or less is left. */
function isEmptyClip(clip: string): boolean {
  const sides = clip.match(/-?[\d.]+px|auto/g)?.map((side) => Number.parseFloat(side));
  if (sides?.length !== 4) return false;
  const [top, right, bottom, left] = sides as [number, number, number, number];
  return bottom - top <= 1 || right - left <= 1;
}

/** `inset(50%)` and more, `circle(0)`, a polygon of one point. */
function isEmptyClipPath(path: string): boolean {
  const inset = /^inset\(([^)]*)\)/.exec(path)?.[1]?.split(/\s+/).map(percent);
  if (inset) {
    const [top = 0, right = top, bottom = top, left = right] = inset;
    return top + bottom >= 100 || left + right >= 100;
  }
  return /^circle\(0(?:px|%)?[\s)]/.test(path) || /^polygon\((?:0(?:px|%)? 0(?:px|%)?,? ?)+\)/.test(path);
}

function percent(side: string): number {
  return side.endsWith('%') ? Number.parseFloat(side) : 0;
}

function styleOf(element: Element): CSSStyleDeclaration | undefined {
  return element.ownerDocument.defaultView?.getComputedStyle(element);
}
