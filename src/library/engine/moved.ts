/** Statements that have moved since notes cited them, over the whole library. */
import { factsNow, movedFacts } from '../facts-now.ts';
import { NOTHING_ASKED } from './questions.ts';
import { type Engine, openNotes, redirectsNow, tellChanged } from './state.ts';

const CHUNK = 500;

/** Looks through all notes that cite any. Long for large libraries; the page is told when it is done. */
export async function lookForMoved(engine: Engine): Promise<void> {
  const { host, index } = engine;
  index.follow(await redirectsNow(engine));
  const ids = index.find({ ...NOTHING_ASKED, only: 'hasFacts' });
  const found = new Map<string, readonly string[]>();
  for (let i = 0; i < ids.length; i += CHUNK) {
    const part = await openNotes(engine).store.get(ids.slice(i, i + CHUNK));
    for (const { note, facts } of movedFacts(part, await factsNow(host, part)))
      found.set(
        note,
        facts.map((fact) => fact.id),
      );
  }
  engine.moved = found;
  tellChanged(engine);
}
