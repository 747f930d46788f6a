/** The keyboard, all the way: what each key does, and the list of them. */
import { useEffect, useState } from 'preact/hooks';
import { KEY, LIBRARY } from './strings.ts';
import type { Library } from './use-library.ts';

export interface Keys {
  readonly help: boolean;
  setHelp(on: boolean): void;
  /** Raised when the note that is open is to be edited. */
  readonly editing: number;
}

export function useKeys(library: Library, search: { current: HTMLInputElement | null }): Keys {
  const [help, setHelp] = useState(false);
  const [editing, setEditing] = useState(0);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return;
      const typing = isTyping(event.target);
      if (typing && event.key === 'Escape') (event.target as HTMLElement).blur();
      if (
        typing &&
        !(event.target === search.current && ['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key))
      )
        return;
      if (act(library, search, event, { help, setHelp, edit: () => setEditing((n) => n + 1) }))
        event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
  return { help, setHelp, editing };
}

interface Extra {
  readonly help: boolean;
  setHelp(on: boolean): void;
  edit(): void;
}

/** True when the key meant something. */
function act(
  library: Library,
  search: { current: HTMLInputElement | null },
  event: KeyboardEvent,
  { help, setHelp, edit }: Extra,
): boolean {
  const { current, selected, readOnly } = library;
  const notes = library.found?.notes ?? [];
  if (event.ctrlKey || event.metaKey) {
    if (event.key !== 'z' || readOnly) return false;
    // A key that is held takes back one deed, not one after the other.
    if (!event.repeat) void library.undo();
    return true;
  }
  if (event.altKey) return false;
  const at = notes.findIndex((note) => note.id === current);
  const move = (by: number) => {
    const next = notes[Math.max(0, Math.min(notes.length - 1, at < 0 ? 0 : at + by))];
    if (next) library.choose(next.id);
    document
      .querySelector(`[data-note="${CSS.escape(next?.id ?? '')}"]`)
      ?.scrollIntoView({ block: 'nearest' });
    return true;
  };
  switch (event.key) {
    case '/':
      search.current?.focus();
      search.current?.select();
      return true;
    case 'ArrowDown':
    case 'j':
      return library.view.kind === 'notes' || library.view.kind === 'page' ? move(1) : false;
    case 'ArrowUp':
    case 'k':
      return library.view.kind === 'notes' || library.view.kind === 'page' ? move(-1) : false;
    case 'Enter': {
      // On a button or a link, Enter is its own.
      if ((event.target as Element | null)?.closest?.('button, a, select, summary')) return false;
      const first = notes[0];
      if (current === null && first) library.choose(first.id);
      document.querySelector<HTMLElement>('.detail [tabindex="-1"]')?.focus();
      return true;
    }
    case 'e':
      if (current !== null && !readOnly) edit();
      return current !== null;
    case 'x':
      if (current !== null) library.select([current], !selected.has(current));
      return current !== null;
    case 'X':
      void library.selectAllFound();
      return true;
    case 'Delete': {
      const doomed = selected.size > 0 ? [...selected] : current !== null ? [current] : [];
      if (doomed.length > 0 && !readOnly) void library.bulk(doomed, { kind: 'delete' });
      return doomed.length > 0;
    }
    case '?':
      setHelp(!help);
      return true;
    case 'Escape':
      if (help) setHelp(false);
      else if (current !== null) library.choose(null);
      else if (selected.size > 0) library.clearSelection();
      else if (library.view.kind !== 'notes') library.go({ kind: 'notes' });
      else return false;
      return true;
    default:
      return false;
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.matches('input:not([type="checkbox"]):not([type="radio"]), textarea, select')
  );
}

export function KeyHelp({ close }: { close: () => void }) {
  return (
    <div class="key-help" role="dialog" aria-label={LIBRARY.keys}>
      <h2>{LIBRARY.keys}</h2>
      <dl>
        {Object.values(KEY).map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="button" onClick={close}>
        {LIBRARY.close}
      </button>
    </div>
  );
}
