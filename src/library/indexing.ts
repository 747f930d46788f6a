/** Keeps the search index in step with the notes: stored segments first, then what they have not seen. */
import type { Annotation } from '../core/annotation/annotation.ts';
import type { IndexCache } from '../storage/library/index-cache.ts';
import type { NoteStore } from '../storage/library/notes.ts';
import type { SearchIndex } from './search/search-index.ts';
import type { Segment } from './search/segment.ts';

/** Raised with every change of what a segment holds. */
const SEGMENT_LAYOUT = 1;
/** More small segments than this are put together anew. */
const MOST_SEGMENTS = 60;
const BATCH = 2000;

export interface Indexing {
  /** Brings the index up to date. Resolves once it is; `isComplete` is false until the first time, and while it is `far` behind. */
  refresh(far?: boolean): Promise<void>;
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
    // Until it is through, what is found is not all.
    complete = false;
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
  /** Puts in what these notes say now, and forgets those that are gone. Listing all ids instead would hold up saving. */
  const follow = async (ids: readonly string[]) => {
    if (ids.length === 0) return;
    const found = await notes.get(ids);
    const there = new Set(found.map((note) => note.id));
    index.remove(ids.filter((id) => !there.has(id)));
    if (found.length > 0) index.put(found);
  };
  const run = async () => {
    if (!loaded) await load();
    const unseen = await notes.unindexed();
    if (unseen === 'all') await build();
    else if (complete) await follow(unseen);
    else {
      // Of what was in the newest segment nothing was stored.
      const ids = await allIds();
      const missing = ids.filter((id) => !index.has(id));
      if (missing.length > BATCH) await build();
      else {
        const alive = new Set(ids);
        index.remove([...index.ids()].filter((id) => !alive.has(id)));
        await follow([...new Set([...unseen, ...missing])]);
      }
    }
    complete = true;
    await store();
    // Of what is in the newest segment nothing is stored: it is found missing the next time, and put in again.
    await notes.indexed(unseen);
  };

  return {
    isComplete: () => complete,
    async refresh(far = false) {
      if (far) complete = false;
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
