/** The card's element (shadow-box.ts). It exists only while a card is open. */
import { keepOwnSize } from '../own-size.ts';
import { createShadowBox, mountPoint } from '../shadow-box.ts';
import css from './card.css?inline';

export interface CardHost {
  readonly element: HTMLElement;
  readonly mount: HTMLElement;
  /** Moves the keyboard into the card. */
  focus(): void;
  hasFocus(): boolean;
  isScrolled(): boolean;
  /** Puts the card's upper left corner there, in window coordinates. */
  moveTo(x: number, y: number): void;
  /** Says how high the card may be. */
  setRoom(pixels: number): void;
  /** How high the card would be if the window were no limit: what its content asks for, or the most that a card may have. */
  wantedHeight(): number;
  remove(): void;
}

/** The height of the style sheet beyond which a card scrolls. */
const MOST = 560;

/** Makes the element and shows it, empty, in the window's corner. */
export function createHost(document: Document): CardHost {
  const { element, root } = createShadowBox(document, 'sidelight-card', css);
  const mount = mountPoint(document);
  root.append(mount);
  placeToLive(document).append(element);
  keepOwnSize(element);
  element.showPopover?.();
  return {
    element,
    mount,
    focus: () => mount.querySelector<HTMLElement>('[role="dialog"]')?.focus({ preventScroll: true }),
    hasFocus: () => document.activeElement === element,
    isScrolled: () => (mount.querySelector('[role="dialog"]')?.scrollTop ?? 0) > 0,
    moveTo(x, y) {
      keepOwnSize(element);
      // The rest of its style is in the root, out of the page's reach. Here, too, the page must not have the last word.
      element.style.setProperty('--left', `${x}px`, 'important');
      element.style.setProperty('--top', `${y}px`, 'important');
    },
    wantedHeight() {
      const content = mount.querySelector('[role="dialog"]')?.scrollHeight ?? 0;
      return Math.min(content, MOST);
    },
    setRoom: (pixels) => mount.style.setProperty('--room', `${pixels}px`),
    remove: () => element.remove(),
  };
}

/**
 * A modal dialog of the page makes everything outside it inert, the card included, and so does what fills the screen: there the
 * card has to live in it.
 */
function placeToLive(document: Document): Element {
  const modal = [...document.querySelectorAll('dialog[open]')].filter((dialog) => dialog.matches(':modal'));
  return modal.at(-1) ?? document.fullscreenElement ?? document.documentElement;
}
