/** Looking after the library as a whole: checking it, mending it, erasing it. */
import type { IntegritySummary } from '../../messages/to-library.ts';
import { dumpDatabase } from '../../storage/library/dumps.ts';
import { checkIntegrity, mendKeys } from '../../storage/library/integrity.ts';
import { eraseScratch } from '../drill.ts';
import { type Engine, openNotes, progressOf, writeNotes } from './state.ts';

export async function checkNotes(engine: Engine): Promise<IntegritySummary> {
  const { database, store } = openNotes(engine);
  const total = await store.count();
  const progress = progressOf(engine, 'check');
  return checkIntegrity(database, engine.host.digest, (done) => progress(done, total));
}

export async function mendNotes(engine: Engine, ids: readonly string[]): Promise<null> {
  const { open } = engine;
  if (open) await writeNotes(engine, () => mendKeys(open.database, ids));
  return null;
}

/** Erases the notes and all that was made of them. What could not be deleted is open again: the reader sees it, and asks anew. */
export async function eraseLibrary(engine: Engine): Promise<null> {
  const { host, index, open } = engine;
  open?.database.close();
  engine.open = null;
  try {
    await open?.database.delete({ disableAutoOpen: true });
    engine.count = 0;
    index.clear();
    if (open) await dumpDatabase(open.database.name).delete();
    await eraseScratch();
    await host.cache.erase();
  } catch (error) {
    await open?.database.open();
    engine.open = open;
    throw error;
  }
  host.announce([]);
  return null;
}
