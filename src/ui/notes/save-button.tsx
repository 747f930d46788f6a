/** The button beside a selection that saves it as a note. */
import { NOTE_TEXT } from './strings.ts';

export function SaveButton({ save }: { readonly save: () => void }) {
  return (
    <button
      type="button"
      class="offer-button"
      aria-label={NOTE_TEXT.saveLabel}
      title={NOTE_TEXT.saveLabel}
      // The press must not take the selection away before it is saved.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={save}
    >
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d="M3.5 1.5h9v13L8 11l-4.5 3.5z" fill="none" stroke="currentColor" stroke-width="1.6" />
      </svg>
      {NOTE_TEXT.save}
    </button>
  );
}
