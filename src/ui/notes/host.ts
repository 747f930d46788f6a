/**
 * The element that notes are drawn in: outside the article and the body, in the top layer, with a closed shadow root, so that
 * the page can neither style nor read it. One for the selection's button, the open note and the corner.
 */
import { DIRECTION, LANGUAGE } from '../words.ts';
import css from './notes.css?inline';

export interface NotesElement {
  readonly element: HTMLElement;
  readonly offer: HTMLElement;
  readonly panel: HTMLElement;
  readonly corner: HTMLElement;
  /** Puts it above what the page has opened since. */
  raise(): void;
  /** Says which language its words are in, after another one is spoken. */
  label(): void;
  remove(): void;
}

/** Events that a page could act on as if they had happened in it. */
const PRIVATE_EVENTS = [
  ...[
    'click',
    'auxclick',
    'dblclick',
    'contextmenu',
    'wheel',
    'copy',
    'cut',
    'paste',
    'selectstart',
    'input',
    'change',
  ],
  ...[
    'mousedown',
    'mouseup',
    'mousemove',
    'mouseover',
    'mouseout',
    'pointerdown',
    'pointerup',
    'pointermove',
  ],
  ...['touchstart', 'touchmove', 'touchend', 'touchcancel', 'dragstart', 'dragend', 'beforeinput'],
  ...['keydown', 'keyup', 'keypress', 'focusin', 'focusout', 'compositionstart', 'compositionend'],
] as const;

export function createNotesElement(document: Document): NotesElement {
  const element = document.createElement('sidelight-notes');
  element.popover = 'manual';
  const root = element.attachShadow({ mode: import.meta.env.MODE === 'testing' ? 'open' : 'closed' });
  const style = document.createElement('style');
  style.textContent = css;
  const mount = (name: string) => {
    const part = document.createElement('div');
    part.className = `mount ${name}`;
    return part;
  };
  const [offer, panel, corner] = [mount('offer'), mount('panel'), mount('corner')] as const;
  const label = () => {
    for (const part of [offer, panel, corner]) {
      part.lang = LANGUAGE;
      part.dir = DIRECTION;
    }
  };
  label();
  root.append(style, offer, panel, corner);
  for (const type of PRIVATE_EVENTS)
    element.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
  const raise = () => {
    if (!element.isConnected) document.documentElement.append(element);
    element.hidePopover?.();
    element.showPopover?.();
  };
  raise();
  return { element, offer, panel, corner, raise, label, remove: () => element.remove() };
}
