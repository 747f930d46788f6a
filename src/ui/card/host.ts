/**
 * The card's element: outside the page's body, in the browser's top layer (whatever z-index the page uses), with a closed
 * shadow root, so that the page can neither style nor read it. It exists only while a card is open.
 */
import css from './card.css?inline';

export interface CardHost {
  readonly element: HTMLElement;
  readonly mount: HTMLElement;
  focus(): void;
  remove(): void;
}

/** Events that a page could act on as if they had happened in it. */
const PRIVATE_EVENTS = [
  'click',
  'dblclick',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'keydown',
  'keyup',
  'keypress',
  'wheel',
  'touchstart',
  'touchend',
  'focusin',
  'focusout',
  'copy',
  'contextmenu',
] as const;

export function createHost(document: Document): CardHost {
  const element = document.createElement('sidelight-card');
  // `all: initial` first: what the page says of unknown elements must not reach the card.
  element.style.cssText =
    'all:initial;position:fixed;inset:auto;margin:0;padding:0;border:0;background:none;overflow:visible;inset-block-start:0;inset-inline-start:0;z-index:2147483647;';
  element.popover = 'manual';
  const root = element.attachShadow({ mode: import.meta.env.MODE === 'testing' ? 'open' : 'closed' });
  const style = document.createElement('style');
  style.textContent = css;
  const mount = document.createElement('div');
  mount.className = 'mount';
  root.append(style, mount);
  for (const type of PRIVATE_EVENTS) element.addEventListener(type, (event) => event.stopPropagation());
  document.documentElement.append(element);
  element.showPopover?.();
  return {
    element,
    mount,
    focus: () => mount.querySelector<HTMLElement>('[role="dialog"]')?.focus({ preventScroll: true }),
    remove: () => element.remove(),
  };
}
