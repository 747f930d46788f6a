/**
 * Whether text can be seen. Asked only for the few places where a name stands: asking for the whole page would be a style
 * pass over it.
 *
 * What browsers can tell without layout is asked first (checkVisibility: display, visibility, content-visibility, closed
 * details). Boxes are measured only where a style raises the suspicion that the text is clipped away or moved out of reach:
 * a slide of a carousel is moved by the same styles, and only where it comes to lie tells the two apart. Asked after a
 * frame, when layout is clean, none of it makes the page compute anything.
 *
 * Transparent text counts as shown: paragraphs that fade in start that way, and no event says when they are done. So does
 * text in the colour of its ground. Font variants and text-transform change letters, not whether they are seen.
 */

import { bodyOf, methodOf, ownOf, parentOf, rootOf, windowOf } from './past-fields.ts';

/** Off the screen by more than any layout needs. */
const FAR_AWAY = -900;
/** Pixels of the smallest letters that anybody reads. */
const SMALLEST_LETTERS = 1;

/** What a box may do to the text in it. */
const HIDES = 1;
const MOVES = 2;

/**
 * Makes a check for one pass: `isShown(textNode)`. What was found out about boxes is remembered, and may be wrong once
 * the page has changed: make a new one then.
 */
export function createShownCheck(): (text: Node) => boolean {
  const effects = new Map<Element, number>();
  const effectOf = (box: Element): number => {
    let found = effects.get(box);
    if (found === undefined) {
      found = (hidesItsText(box) ? HIDES : 0) | (movesItsText(box) ? MOVES : 0);
      effects.set(box, found);
    }
    return found;
  };
  const shown = new Map<Element, boolean>();
  const isShownIn = (element: Element): boolean => {
    if (!isPainted(element)) return false;
    let effect = 0;
    for (let box: Element | null = element; box && box.localName !== 'body'; box = flatParent(box)) {
      effect |= effectOf(box);
      if (effect & HIDES) return false;
    }
    return (effect & MOVES) === 0 || isInReach(element);
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
  // A form's field of that name is none.
  if (slot?.localName === 'slot') return slot;
  const parent = parentOf(node);
  const type = parent && ownOf(parent, 'nodeType');
  if (type === 1) return parent as Element;
  return type === 11 ? ((parent as Partial<ShadowRoot>).host ?? null) : null;
}

/** What an element passes on to its text: it is laid out, visible, and its letters have a size. */
function isPainted(element: Element): boolean {
  // display: contents has no box of its own, and checkVisibility calls that hidden. Slots are made that way.
  let box: Element | null = element;
  while (box && styleOf(box)?.display === 'contents') box = flatParent(box);
  if (box && methodOf(box, 'checkVisibility')?.call(box, { visibilityProperty: true }) === false)
    return false;
  const style = styleOf(element);
  if (!style) return true;
  return (
    style.visibility !== 'hidden' &&
    style.visibility !== 'collapse' &&
    !(Number.parseFloat(style.fontSize) < SMALLEST_LETTERS) &&
    !(Number.parseFloat(style.textIndent) < FAR_AWAY)
  );
}

/** Whether a box keeps what is in it from being seen, by clipping it to nothing. */
function hidesItsText(box: Element): boolean {
  const style = styleOf(box);
  if (!style) return false;
  // checkVisibility tells of boxes: the one that skips its content has one.
  if (style.contentVisibility === 'hidden') return true;
  if (style.clipPath !== 'none' && isEmptyClipPath(style.clipPath)) return true;
  if ((style.position === 'absolute' || style.position === 'fixed') && isEmptyClip(style.clip)) return true;
  // Overflow does nothing to inline boxes, and their client size is 0.
  if (style.display === 'inline' || style.display === 'contents') return false;
  return (
    (clips(style.overflowX) && box.clientWidth <= 1) || (clips(style.overflowY) && box.clientHeight <= 1)
  );
}

/** Whether a box may lie elsewhere than where its text was set: far off the screen, or shrunk to a point. */
function movesItsText(box: Element): boolean {
  const style = styleOf(box);
  if (!style) return false;
  if ([style.transform, style.translate, style.scale].some((value) => value && value !== 'none')) return true;
  const { left, top, right, bottom } = style;
  if (style.position && style.position !== 'static' && [left, top, right, bottom].some(isFarAway))
    return true;
  return isFarAway(style.marginLeft) || isFarAway(style.marginTop);
}

/** Whether the text in an element has a size, and scrolling what scrolls around it can bring it to sight. */
function isInReach(element: Element): boolean {
  // What is slotted, or stands right in a shadow tree, is not in the element that it is painted in.
  if (element.localName === 'slot' || element.shadowRoot) return true;
  // Before its beginning lies something else where lines run from top to bottom.
  if (/^(?:vertical|sideways)/.test(styleOf(element)?.writingMode ?? '')) return true;
  // The text's own place: an element may have no box, or one that its text runs out of.
  const text = new Range();
  text.selectNodeContents(element);
  let place = text.getBoundingClientRect();
  if (place.width === 0 || place.height === 0) return false;
  for (let box: Element | null = element; box && box.localName !== 'body'; box = flatParent(box)) {
    const style = styleOf(box);
    if (box !== element && style && (clips(style.overflowX) || clips(style.overflowY))) {
      const view = box.getBoundingClientRect();
      if (isBefore(place, view, style, box)) return false;
      // What can be scrolled to lies where the box does.
      place = view;
    }
    if (style?.position === 'fixed') return isInWindow(place, box);
  }
  const { ownerDocument } = element;
  const page = rootOf(ownerDocument);
  // A page that scrolls in its body has been scrolled there: upwards, and hardly by a thousand pixels to the side.
  const clipsItself = (box: Element | null) => clips((box && styleOf(box)?.overflowY) ?? '');
  if (clipsItself(page) && clipsItself(bodyOf(ownerDocument)))
    return styleOf(page)?.direction === 'rtl' || place.right > FAR_AWAY;
  const window = new DOMRect(0, 0, page.clientWidth, page.clientHeight);
  return !isBefore(place, window, styleOf(page), ownOf(ownerDocument, 'scrollingElement') ?? page);
}

/** Whether a place lies above the first line of what scrolls, or before the beginning of its lines. */
function isBefore(
  place: DOMRect,
  view: DOMRect,
  style: CSSStyleDeclaration | undefined,
  { scrollLeft, scrollTop }: Element,
): boolean {
  if (place.bottom <= view.top - scrollTop) return true;
  return style?.direction === 'rtl'
    ? place.left >= view.right - scrollLeft
    : place.right <= view.left - scrollLeft;
}

/** What is fixed does not scroll. */
function isInWindow(place: DOMRect, { ownerDocument: { defaultView: window } }: Element): boolean {
  if (!window) return true;
  return (
    place.right > 0 && place.bottom > 0 && place.left < window.innerWidth && place.top < window.innerHeight
  );
}

/** Also what scrolls: with no height of its own there is nothing to scroll in. */
function clips(overflow: string): boolean {
  return overflow !== 'visible' && overflow !== '';
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
  return windowOf(element.ownerDocument)?.getComputedStyle(element);
}
