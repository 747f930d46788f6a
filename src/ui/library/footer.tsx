/** What was just done, and the way back. */
import { useEffect } from 'preact/hooks';
import { DEED, LIBRARY } from './strings.ts';
import type { Library } from './use-library.ts';

/** Milliseconds for which it stands there by itself. */
const STAYS = 8000;

export function Footer({ library }: { library: Library }) {
  const { message, undoable, say } = library;
  useEffect(() => {
    if (!message) return undefined;
    const timer = setTimeout(() => say(null), STAYS);
    return () => clearTimeout(timer);
  }, [message]);
  if (!message) return null;
  const { text, deed } = message;
  // Only of what it speaks of: another deed that is the last one by now must not come under the pointer.
  const isLast = deed !== null && deed.what === undoable?.what && deed.notes === undoable.notes;
  const undo = isLast ? DEED[deed.what] : undefined;
  return (
    <div class="footer">
      <span role="status">{text}</span>
      {undo && deed && (
        <button type="button" class="link" onClick={() => void library.undo()}>
          {undo(deed.notes)}
        </button>
      )}
      <button
        type="button"
        class="quiet"
        aria-label={LIBRARY.close}
        title={LIBRARY.close}
        onClick={() => say(null)}
      >
        ×
      </button>
    </div>
  );
}
