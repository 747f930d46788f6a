/** Keeps the search index in step with the notes: stored segments first, then what they have not seen. */
import type { Annotation } from '../core/annotation/annotation.ts';
import type { IndexCache } from '../storage/library/index-cache.ts';
import type { NoteStore } from '../storage/library/notes.ts';
import type { SearchIndex } from './search/search-index.ts';
import type { Segment } from './search/segment.ts';

/** Raised with every change of what a segment holds. */
export const SEGMENT_LAYOUT = 1;
/** More small segments than this are put together anew. */
const MOST_SEGMENTS = 60;
const BATCH = 2000;

export interface Indexing {
  /** Brings the index up to date. Resolves once it is; `isComplete` is false until the first time. */
  refresh(): Promise<void>;
  isComplete(): boolean;
}

export interface IndexingHost {
  readonly notes: NoteStore;
  readonly index: SearchIndex;
  readonly cache: IndexCache;
  /** Every id of the library. */
  allIds(): Promise<string[]>;
  progress(done: number, total: number): void;
}

export function createIndexing({ notes, index, cache, allIds, progress }: IndexingHost): Indexing {
  let complete = false;
  let loaded = false;
  let running: Promise<void> | null = null;
  let again = false;

  const load = async () => {
    const stored = await cache.read(SEGMENT_LAYOUT);
    // Written by this layout of ours: the cache is nobody else's.
    if (stored.size > 0 && stored.size <= MOST_SEGMENTS)
      index.load(stored as ReadonlyMap<string, Segment>, new Set(await allIds()));
    loaded = true;
  };
  const store = async () => {
    const sealed = index.sealed();
    const stored = new Set(await cache.keys());
    const fresh = new Map([...sealed].filter(([key]) => !stored.has(key)));
    if (fresh.size > 0 || stored.size > sealed.size)
      await cache.write(SEGMENT_LAYOUT, fresh, new Set(sealed.keys()));
  };
  const build = async () => {
    index.clear();
    const total = await notes.count();
    let batch: Annotation[] = [];
    await notes.each((part) => {
      batch.push(...part);
      if (batch.length < BATCH) return;
      index.put(batch);
      batch = [];
      progress(index.size, total);
    });
    if (batch.length > 0) index.put(batch);
    progress(index.size, total);
  };
  const run = async () => {
    if (!loaded) await load();
    const unseen = await notes.unindexed();
    const ids = await allIds();
    const missing = ids.filter((id) => !index.has(id));
    if (unseen === 'all' || missing.length > BATCH) await build();
    else {
      const wanted = [...new Set([...unseen, ...missing])];
      const found = await notes.get(wanted);
      const alive = new Set(ids);
      index.remove([...index.ids()].filter((id) => !alive.has(id)));
      if (found.length > 0) index.put(found);
    }
    complete = true;
    await store();
    // Of what is in the newest segment nothing is stored: it is found missing the next time, and put in again.
    await notes.indexed(unseen);
  };

  return {
    isComplete: () => complete,
    async refresh() {
      if (running) {
        again = true;
        return running;
      }
      running = run().finally(() => {
        running = null;
      });
      await running;
      if (again) {
        again = false;
        await this.refresh();
      }
    },
  };
}
