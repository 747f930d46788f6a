/** Draws what the notes session asks for: the button beside a selection, the open note, the corner. */
import { render } from 'preact';
import type { Words } from '../../core/words/fill.ts';
import type { CornerState, NoteMessage, NotesUi, NoteView } from '../../page/notes/notes-ui.ts';
import { speak } from '../words.ts';
import { createKeepBeside } from './beside-words.ts';
import { Corner } from './corner.tsx';
import { createNotesElement, type NotesElement } from './host.ts';
import { NotePanel } from './note-panel.tsx';
import { SaveButton } from './save-button.tsx';
import { MESSAGE, NOTE_TABLES } from './strings.ts';

/** Milliseconds that a sentence stays. */
const SAID = 6000;

export interface SpeakingNotesUi extends NotesUi {
  /** Speaks another language: what stays on the page is drawn again, an open note from its next opening on. */
  speak(words: Words): void;
}

/** Ends with the signal: its listeners and its element go. */
export function createNotesUi(document: Document, signal: AbortSignal): SpeakingNotesUi {
  const keepBeside = createKeepBeside(document, signal);
  let host: NotesElement | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let openView: NoteView | null = null;
  let cornerState: CornerState | null = null;
  /** The reader has put the corner away. */
  let hidden = false;

  const element = (): NotesElement => {
    host ??= createNotesElement(document);
    if (!host.element.isConnected) host.raise();
    return host;
  };
  const raised = (): NotesElement => {
    const it = element();
    it.raise();
    return it;
  };
  const empty = (part: 'offer' | 'panel') => {
    if (host) render(null, host[part]);
  };
  const hideOffer = () => empty('offer');
  const close = () => {
    if (timer) clearTimeout(timer);
    const view = openView;
    openView = null;
    empty('panel');
    view?.onClosed();
  };
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
    render(<Corner state={cornerState} onOpen={close} hide={hide} />, corner);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    if (!openView) return hideOffer();
    event.stopImmediatePropagation();
    event.preventDefault();
    close();
  };
  const onPress = (event: Event) => {
    if (host && event.composedPath().includes(host.element)) return;
    hideOffer();
    if (openView) close();
  };
  addEventListener('keydown', onKey, { capture: true, signal });
  document.addEventListener('pointerdown', onPress, { capture: true, signal });
  signal.addEventListener('abort', () => host?.remove());

  return {
    offer(anchor, save) {
      const { offer } = raised();
      const saveIt = () => {
        hideOffer();
        save();
      };
      render(<SaveButton save={saveIt} />, offer);
      keepBeside(offer, anchor);
    },
    hideOffer,
    open(view) {
      close();
      const { panel } = raised();
      openView = view;
      // A key for each note: its fields begin with what it holds.
      render(<NotePanel key={view.anchored.note.id} view={view} close={close} />, panel);
      keepBeside(panel, view.anchor);
    },
    say(message, anchor) {
      close();
      const { panel } = raised();
      render(<Said message={message} />, panel);
      keepBeside(panel, anchor);
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

function Said({ message }: { readonly message: NoteMessage }) {
  return (
    <div class="box said" role="alert">
      {MESSAGE[message]}
    </div>
  );
}
