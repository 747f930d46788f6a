/** Where the notes of an export come from: the store, a chunk at a time, or a library that was rescued and lies in memory. */
import type { Annotation } from '../../core/annotation/annotation.ts';
import type { NoteStore } from '../../storage/library/notes.ts';

const CHUNK = 500;

/** These notes of the store, or all of them, without what `clean` takes out. */
export function storeSource(
  store: NoteStore,
  ids: readonly string[] | null,
  clean: (notes: readonly Annotation[]) => readonly Annotation[],
) {
  return {
    async each(visit: (notes: readonly Annotation[]) => void) {
      if (ids === null) return store.each((notes) => visit(clean(notes)));
      for (let i = 0; i < ids.length; i += CHUNK) visit(clean(await store.get(ids.slice(i, i + CHUNK))));
    },
  };
}

/** These notes of a list, or all of them. */
export function arraySource(notes: readonly Annotation[], ids: readonly string[] | null) {
  const wanted = ids && new Set(ids);
  return {
    async each(visit: (notes: readonly Annotation[]) => void) {
      visit(wanted ? notes.filter((note) => wanted.has(note.id)) : notes);
    },
  };
}
