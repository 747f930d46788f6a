/** The tab in the corner of a page that has notes; opened, the list of them with how each was found. */

import { useState } from 'preact/hooks';
import type { AnchoredNote } from '../../page/notes/anchoring.ts';
import type { CornerState } from '../../page/notes/notes-ui.ts';
import { isChanged, isDoubtful } from './found.ts';
import { Standing } from './standing.tsx';
import { NOTE_TEXT } from './strings.ts';

export interface CornerProps {
  readonly state: CornerState;
  /** The list of notes opens. */
  readonly onOpen: () => void;
  readonly hide: () => void;
}

export function Corner({ state, onOpen, hide }: CornerProps) {
  const [open, setOpen] = useState(false);
  const changed = state.notes.filter(isChanged).length;
  const doubtful = state.notes.filter(isDoubtful).length;
  const toggle = () => {
    if (!open) onOpen();
    setOpen(!open);
  };
  // The list and a note are for one place, on a phone even the whole of it.
  const show = (id: string) => {
    setOpen(false);
    state.show(id);
  };
  const words = [
    NOTE_TEXT.corner(state.notes.length),
    changed > 0 ? NOTE_TEXT.cornerChanged(changed) : '',
    doubtful > 0 ? NOTE_TEXT.cornerDoubt(doubtful) : '',
  ].filter((part) => part !== '');
  return (
    <div class="corner-box">
      {open && (
        <section class="box list" aria-label={NOTE_TEXT.cornerLabel}>
          <ul>
            {[...state.notes].sort(byUrgency).map((anchored) => (
              <Item key={anchored.note.id} anchored={anchored} state={state} show={show} />
            ))}
          </ul>
          <div class="foot">
            <button type="button" class="link" onClick={state.openLibrary}>
              {NOTE_TEXT.toLibrary}
            </button>
            <span class="gap" />
            <button type="button" class="link" onClick={hide}>
              {NOTE_TEXT.hide}
            </button>
          </div>
        </section>
      )}
      <button
        type="button"
        class={changed + doubtful > 0 ? 'tab attention' : 'tab'}
        aria-expanded={open}
        onClick={toggle}
      >
        {words.join(' · ')}
      </button>
    </div>
  );
}

interface ItemProps {
  readonly anchored: AnchoredNote;
  readonly state: CornerState;
  readonly show: (id: string) => void;
}

function Item({ anchored, state, show }: ItemProps) {
  const { note } = anchored;
  return (
    <li>
      <button type="button" class={`quote ${note.colour}`} onClick={() => show(note.id)}>
        {note.passage?.text ?? (note.note || note.page.title)}
      </button>
      {note.passage && note.note && <p class="own">{note.note}</p>}
      <Standing
        anchored={anchored}
        choose={(choice) => state.choose(note.id, choice)}
        preview={(choice) => state.preview(note.id, choice)}
      />
    </li>
  );
}

/** What needs a look comes first. */
function byUrgency(a: AnchoredNote, b: AnchoredNote): number {
  const rank = (item: AnchoredNote) => (isDoubtful(item) ? 0 : isChanged(item) ? 1 : 2);
  return rank(a) - rank(b);
}
