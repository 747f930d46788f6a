/**
 * An element of ours on a page: outside what the page wrote, in the browser's top layer (whatever z-index the page uses), with
 * a closed shadow root, so that the page can neither style nor read it. Its sheets begin with styles/shadow-host.css.
 */

/** Events that a page could act on as if they had happened in it. */
const PRIVATE_EVENTS = [
  ...['click', 'auxclick', 'dblclick', 'contextmenu', 'wheel', 'copy', 'cut', 'paste', 'selectstart'],
  ...['mousedown', 'mouseup', 'mousemove', 'mouseover', 'mouseout'],
  ...['pointerdown', 'pointerup', 'pointermove', 'pointerover', 'pointerout', 'pointercancel'],
  ...['touchstart', 'touchmove', 'touchend', 'touchcancel', 'dragstart', 'dragend'],
  ...['keydown', 'keyup', 'keypress', 'focusin', 'focusout'],
  ...['beforeinput', 'input', 'change', 'compositionstart', 'compositionend'],
] as const;

export interface ShadowBox {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
}

/** Makes the element, which is on no page yet. */
export function createShadowBox(document: Document, name: string, css: string): ShadowBox {
  const element = onNoPage(document).createElement(name);
  element.popover = 'manual';
  const root = element.attachShadow({ mode: import.meta.env.MODE === 'testing' ? 'open' : 'closed' });
  const style = document.createElement('style');
  style.textContent = css;
  root.append(style);
  for (const type of PRIVATE_EVENTS)
    element.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
  return { element, root };
}

/**
 * A document without a window. The page may have defined a class for elements of our name; one that the page's own document
 * makes is of that class at once, and a root attached to it is the class's to read, closed or not (`ElementInternals`). An
 * element that has its root before it comes to the page keeps it to itself, even when the class takes it over there.
 */
function onNoPage(document: Document): Document {
  return document.implementation.createHTMLDocument('');
}

/** A part that Preact draws into, with the colours of ours. */
export function mountPoint(document: Document, name = ''): HTMLElement {
  const part = document.createElement('div');
  part.className = name === '' ? 'mount' : `mount ${name}`;
  return part;
}
