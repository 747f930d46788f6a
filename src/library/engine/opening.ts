/** Opening the library, and bringing the index up to date behind the page's first question. */
import type { LibraryState } from '../../messages/to-library.ts';
import type { LibraryDatabase } from '../../storage/library/database.ts';
import { createNoteStore } from '../../storage/library/notes.ts';
import type { OpenedLibrary } from '../../storage/library/open-library.ts';
import { applyRemovals } from '../../storage/library/removals.ts';
import { eraseScratch } from '../drill.ts';
import { createIndexing } from '../indexing.ts';
import { lookForMoved } from './moved.ts';
import {
  cleaner,
  type Engine,
  goOn,
  type OpenNotes,
  progressOf,
  redirectsNow,
  tellChanged,
} from './state.ts';

/** How long the page's first question is waited for. */
const FIRST = 50;
/** Changes made elsewhere are taken in together: each by itself would hold up the next. */
const PAUSE = 200;

/** Opens the library for writing, or what can be read of it. */
export async function openEngine(engine: Engine): Promise<LibraryState> {
  const opened = await engine.host.open();
  return opened.state === 'rescue' ? showRescued(engine, opened) : start(engine, opened.database);
}

async function showRescued(
  engine: Engine,
  { reason, detail }: Extract<OpenedLibrary, { state: 'rescue' }>,
): Promise<LibraryState> {
  const found = await engine.host.rescue();
  const notes = (await cleaner(engine))(found.notes);
  engine.rescued = { ...found, notes };
  engine.index.put(notes);
  const { from, at, broken } = found;
  return { state: 'rescue', reason, detail, from, at, notes: notes.length, broken: broken.length };
}

async function start(engine: Engine, database: LibraryDatabase): Promise<LibraryState> {
  const { host, index } = engine;
  const store = createNoteStore({ database, now: host.now, newId: host.newId, changed: host.announce });
  const indexing = createIndexing({
    notes: store,
    index,
    cache: host.cache,
    allIds: () => database.notes.toCollection().primaryKeys(),
    progress: progressOf(engine, 'index'),
  });
  engine.open = { database, store, indexing };
  const redirects = await redirectsNow(engine);
  index.follow(redirects);
  await applyRemovals(database, store, await host.withdrawals().catch(() => []), redirects);
  engine.count = await store.count();
  goOn(catchUp(engine, engine.open));
  return { state: 'open', notes: engine.count };
}

/** The page's first question comes at once, and is answered before the stored index is read, which takes its time. */
async function catchUp(engine: Engine, { indexing }: OpenNotes): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, FIRST));
  await engine.answering.catch(() => undefined);
  await indexing.refresh();
  tellChanged(engine);
  await lookForMoved(engine);
  await eraseScratch();
}

/** Takes in what other contexts have changed; to be called for each change. */
export function followChanges(engine: Engine): () => void {
  let waiting = false;
  const takeIn = async () => {
    waiting = true;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    waiting = false;
    await engine.open?.indexing.refresh();
    tellChanged(engine);
  };
  return () => {
    if (engine.open && !waiting) goOn(takeIn());
  };
}
