/** Keeps what is typed, half a second after the last key and whenever the note closes. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { NoteChange } from '../../core/annotation/annotation.ts';
import type { ChangeOutcome, NoteMessage } from '../../page/notes/notes-ui.ts';

export type Keeping =
  | { readonly state: 'kept' | 'saving' | 'twin' }
  | { readonly state: 'failed'; readonly message: NoteMessage };

export interface Autosave {
  readonly keeping: Keeping;
  /** Notes a change; it is kept soon. */
  put(change: NoteChange): void;
  /** Keeps it now: also again, after a failure. */
  flush(): void;
}

const QUIET = 500;

export function useAutosave(change: (change: NoteChange) => Promise<ChangeOutcome>): Autosave {
  const [keeping, setKeeping] = useState<Keeping>({ state: 'kept' });
  const work = useRef({
    pending: {} as NoteChange,
    running: false,
    timer: 0,
    alive: true,
  });
  const flush = () => {
    const own = work.current;
    clearTimeout(own.timer);
    if (own.running || Object.keys(own.pending).length === 0) return;
    const sent = own.pending;
    own.pending = {};
    own.running = true;
    if (own.alive) setKeeping({ state: 'saving' });
    void change(sent).then((outcome) => {
      own.running = false;
      if (outcome.state === 'failed') {
        // Newer words win over those that were refused.
        own.pending = { ...sent, ...own.pending };
        if (own.alive) setKeeping({ state: 'failed', message: outcome.message });
        return;
      }
      if (own.alive) setKeeping({ state: outcome.state });
      if (Object.keys(own.pending).length > 0) flush();
    });
  };
  useEffect(() => {
    const own = work.current;
    own.alive = true;
    return () => {
      own.alive = false;
      flush();
    };
    // Once for the life of the note that is open.
  }, []);
  return {
    keeping,
    flush,
    put(part) {
      const own = work.current;
      own.pending = { ...own.pending, ...part };
      clearTimeout(own.timer);
      own.timer = setTimeout(flush, QUIET) as unknown as number;
    },
  };
}
