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

export interface DeedsHost {
  readonly engine: LibraryHost['engine'];
  say(message: string): void;
  /** Shows what is there now. */
  refresh(): Promise<void>;
  clearSelection(): void;
}

export function createDeeds({ engine, say, refresh, clearSelection }: DeedsHost): Deeds {
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
        say(DONE[deed.kind](await engine.bulk({ ids, deed })));
        if (deed.kind === 'delete') clearSelection();
        await refresh();
      });
    },
    async undo() {
      await trying(async () => {
        const undone = await engine.undo(null);
        if (undone) say(undoneWords(undone));
        await refresh();
      });
    },
  };
}

function undoneWords({ restored, skipped }: UndoneDeed): string {
  const done = LIBRARY.undoDone(restored);
  return skipped > 0 ? `${done} ${LIBRARY.undoLeft(skipped)}` : done;
}
