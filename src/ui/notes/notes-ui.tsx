/** Draws what the notes session asks for: the button beside a selection, the open note, the corner. */
import { render } from 'preact';
import type { Words } from '../../core/words/fill.ts';
import type { CornerState, NotesUi, NoteView } from '../../page/notes/notes-ui.ts';
import { windowSize } from '../window-size.ts';
import { speak } from '../words.ts';
import { Corner } from './corner.tsx';
import { createNotesElement, type NotesElement } from './host.ts';
import { NotePanel } from './note-panel.tsx';
import { placeBeside } from './placing.ts';
import { MESSAGE, NOTE_TABLES, NOTE_TEXT } from './strings.ts';

/** Milliseconds that a sentence stays. */
const SAID = 6000;

export interface SpeakingNotesUi extends NotesUi {
  /** Speaks another language: what stays on the page is drawn again, an open note from its next opening on. */
  speak(words: Words): void;
}

/** Ends with the signal: its listeners and its element go. */
export function createNotesUi(document: Document, signal: AbortSignal): SpeakingNotesUi {
  let host: NotesElement | null = null;
  let hidden = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let offerAnchor: (() => DOMRect | null) | null = null;
  let panelAnchor: (() => DOMRect | null) | null = null;
  let openView: NoteView | null = null;
  let cornerState: CornerState | null = null;
  let frame = 0;

  const element = (): NotesElement => {
    host ??= createNotesElement(document);
    if (!host.element.isConnected) host.raise();
    return host;
  };
  const put = (part: HTMLElement, anchor: (() => DOMRect | null) | null) => {
    const box = part.firstElementChild;
    if (!(box instanceof HTMLElement)) return;
    const words = anchor?.() ?? null;
    const size = { width: box.offsetWidth, height: box.offsetHeight };
    const window = windowSize(document);
    const place = words
      ? placeBeside(words, size, window)
      : { left: window.width - size.width - 16, top: window.height - size.height - 64 };
    part.style.setProperty('transform', `translate(${Math.round(place.left)}px, ${Math.round(place.top)}px)`);
  };
  const placeAll = () => {
    frame = 0;
    if (!host) return;
    put(host.offer, offerAnchor);
    put(host.panel, panelAnchor);
  };
  const follow = () => {
    if (frame === 0) frame = requestAnimationFrame(placeAll);
  };
  addEventListener('scroll', follow, { passive: true, capture: true, signal });
  addEventListener('resize', follow, { passive: true, signal });

  const hideOffer = () => {
    offerAnchor = null;
    if (host) render(null, host.offer);
  };
  const close = () => {
    if (timer) clearTimeout(timer);
    const view = openView;
    openView = null;
    panelAnchor = null;
    if (host) render(null, host.panel);
    view?.onClosed();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    if (openView) {
      event.stopImmediatePropagation();
      event.preventDefault();
      close();
    } else hideOffer();
  };
  addEventListener('keydown', onKey, { capture: true, signal });
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (host && event.composedPath().includes(host.element)) return;
      hideOffer();
      if (openView) close();
    },
    { capture: true, signal },
  );

  const drawCorner = () => {
    if (!cornerState || hidden) {
      if (host) render(null, host.corner);
      return;
    }
    const { corner } = element();
    const hide = () => {
      hidden = true;
      render(null, corner);
    };
    render(<Corner state={cornerState} hide={hide} />, corner);
  };

  signal.addEventListener('abort', () => host?.remove());

  return {
    offer(anchor, save) {
      const { offer } = element();
      element().raise();
      offerAnchor = anchor;
      render(
        <button
          type="button"
          class="offer-button"
          aria-label={NOTE_TEXT.saveLabel}
          title={NOTE_TEXT.saveLabel}
          // The press must not take the selection away before it is saved.
          onPointerDown={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            hideOffer();
            save();
          }}
        >
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path d="M3.5 1.5h9v13L8 11l-4.5 3.5z" fill="none" stroke="currentColor" stroke-width="1.6" />
          </svg>
          {NOTE_TEXT.save}
        </button>,
        offer,
      );
      placeAll();
    },
    hideOffer,
    open(view) {
      close();
      const { panel } = element();
      element().raise();
      openView = view;
      panelAnchor = view.anchor;
      // A key for each note: its fields begin with what it holds.
      render(<NotePanel key={view.anchored.note.id} view={view} close={close} />, panel);
      placeAll();
    },
    say(message, anchor) {
      close();
      const { panel } = element();
      element().raise();
      panelAnchor = anchor;
      render(
        <div class="box said" role="alert">
          {MESSAGE[message]}
        </div>,
        panel,
      );
      placeAll();
      timer = setTimeout(close, SAID);
    },
    corner(state) {
      cornerState = state;
      drawCorner();
    },
    speak(words) {
      speak(words, NOTE_TABLES);
      host?.label();
      drawCorner();
    },
    close,
  };
}
