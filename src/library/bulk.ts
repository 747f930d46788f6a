/** One deed done to many notes, as one change that can be taken back. */
import type { NoteChange } from '../core/annotation/annotation.ts';
import type { BulkDeed } from '../messages/to-library.ts';
import type { NoteStore } from '../storage/library/notes.ts';

/** Resolves with the number of notes that it changed. */
export function bulk(store: NoteStore, ids: readonly string[], deed: BulkDeed): Promise<number> {
  switch (deed.kind) {
    case 'delete':
      return store.remove(ids);
    case 'colour':
      return store.changeAll(ids, 'recolour', () => ({ colour: deed.colour }));
    case 'tag':
      return store.changeAll(ids, 'tag', (note): NoteChange | null =>
        note.tags.includes(deed.tag) ? null : { tags: [...note.tags, deed.tag] },
      );
    case 'untag':
      return store.changeAll(ids, 'tag', (note) => ({ tags: note.tags.filter((tag) => tag !== deed.tag) }));
  }
}
