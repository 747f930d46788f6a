/** The element that notes are drawn in (shadow-box.ts): one for the selection's button, the open note and the corner. */
import { keepOwnSize } from '../own-size.ts';
import { createShadowBox, mountPoint } from '../shadow-box.ts';
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

export function createNotesElement(document: Document): NotesElement {
  const { element, root } = createShadowBox(document, 'sidelight-notes', css);
  const [offer, panel, corner] = [
    mountPoint(document, 'offer'),
    mountPoint(document, 'panel'),
    mountPoint(document, 'corner'),
  ] as const;
  const label = () => {
    for (const part of [offer, panel, corner]) {
      part.lang = LANGUAGE;
      part.dir = DIRECTION;
    }
  };
  label();
  root.append(offer, panel, corner);
  const raise = () => {
    if (!element.isConnected) document.documentElement.append(element);
    keepOwnSize(element);
    element.hidePopover?.();
    element.showPopover?.();
  };
  raise();
  return { element, offer, panel, corner, raise, label, remove: () => element.remove() };
}
