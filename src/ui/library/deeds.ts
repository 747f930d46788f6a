/** What is done to notes from the page, and what is said of it. */
import type { Annotation, NoteChange } from '../../core/annotation/annotation.ts';
import { CallError } from '../../messages/envelope.ts';
import type { BulkDeed, UndoneDeed } from '../../messages/to-library.ts';
import type { LibraryHost } from './host.ts';
import { DONE, LIBRARY } from './strings.ts';

export interface Deeds {
  /** The note as it is now; null when it is gone or could not be changed, which is said. */
  change(note: Annotation, change: NoteChange): Promise<Annotation | null>;
  bulk(ids: readonly string[], deed: BulkDeed): Promise<void>;
  undo(): Promise<void>;
}

/** A deed that can be taken back, and how many notes it was about. */
export interface Undoable {
  readonly what: string;
  readonly notes: number;
}

export interface DeedsHost {
  readonly engine: LibraryHost['engine'];
  /** With the deed it is said of, where that can be taken back. */
  say(message: string, deed?: Undoable | null): void;
  /** Shows what is there now. */
  refresh(): Promise<void>;
  clearSelection(): void;
  /** Milliseconds. */
  now(): number;
}

/**
 * Milliseconds after an undo in which another one is a press too many: by then the button names the deed before it, and what
 * an undo takes out of the library is gone.
 */
const MOMENT = 1000;

export function createDeeds({ engine, say, refresh, clearSelection, now }: DeedsHost): Deeds {
  let busy = false;
  let undone = -MOMENT;
  /** Null after a failure, which is said. */
  const trying = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      say(error instanceof CallError && error.code === 'full' ? LIBRARY.full : LIBRARY.failed);
      return null;
    }
  };
  return {
    change: (note, change) =>
      trying(async () => {
        const result = await engine.change({ id: note.id, base: note.rev, change });
        await refresh();
        if (result.outcome === 'gone') return null;
        if (result.outcome === 'twin') say(LIBRARY.twinsNote);
        return result.note;
      }),
    async bulk(ids, deed) {
      await trying(async () => {
        const done = await engine.bulk({ ids, deed });
        if (deed.kind === 'delete') clearSelection();
        await refresh();
        // Where nothing was done, the last deed is an earlier one.
        say(DONE[deed.kind](done), done > 0 ? await engine.undoable(null) : null);
      });
    },
    async undo() {
      if (busy || now() - undone < MOMENT) return;
      busy = true;
      await trying(async () => {
        const result = await engine.undo(null);
        await refresh();
        if (result) say(undoneWords(result));
      });
      busy = false;
      undone = now();
    },
  };
}

/** Deeds whose undo takes notes out of the library. */
const BROUGHT_IN: readonly string[] = ['save', 'import'];

function undoneWords({ what, restored, skipped }: UndoneDeed): string {
  const done = BROUGHT_IN.includes(what) ? LIBRARY.undoTaken(restored) : LIBRARY.undoDone(restored);
  return skipped > 0 ? `${done} ${LIBRARY.undoLeft(skipped)}` : done;
}
