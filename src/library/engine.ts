/** What happens behind each message of the library page. Runs in the page's own worker: the page itself never waits for it. */
import type { Handlers } from '../messages/envelope.ts';
import type { ToLibrary } from '../messages/to-library.ts';
import { bulk } from './bulk.ts';
import { whenOpened } from './engine/opened.ts';
import { followChanges, openEngine } from './engine/opening.ts';
import { countFacets, readHealth, searchNotes } from './engine/questions.ts';
import { createState, type EngineHost, notesById, writeNotes } from './engine/state.ts';
import { createTransfers } from './engine/transfers.ts';
import { checkNotes, eraseLibrary, mendNotes } from './engine/upkeep.ts';
import { factsNow, movedFacts } from './facts-now.ts';

export function createEngine(host: EngineHost): Handlers<ToLibrary, null> & { changedElsewhere(): void } {
  const engine = createState(host);
  const transfers = createTransfers(engine);
  const { opening, wait } = whenOpened();
  return {
    changedElsewhere: followChanges(engine),
    open: () => opening(openEngine(engine)),
    ...wait<Omit<Handlers<ToLibrary, null>, 'open'>>({
      search: (asked) => searchNotes(engine, asked),
      findIds: ({ query }) => engine.index.find(query),
      facets: () => countFacets(engine),
      notes: ({ ids }) => notesById(engine, ids),
      async factStates({ ids }) {
        const found = await notesById(engine, ids);
        return movedFacts(found, await factsNow(host, found));
      },
      cards: ({ ids }) => host.cards(ids),
      change: ({ id, base, change }) => writeNotes(engine, (store) => store.change(id, base, change)),
      bulk: ({ ids, deed }) => writeNotes(engine, (store) => bulk(store, ids, deed)),
      undo: () => writeNotes(engine, (store) => store.undo()),
      undoable: async () => engine.open?.store.undoable() ?? null,
      exportFile: transfers.exportFile,
      previewImport: transfers.previewImport,
      importHints: transfers.importHints,
      commitImport: transfers.commitImport,
      dropImport: transfers.dropImport,
      drill: transfers.drill,
      health: () => readHealth(engine),
      checkIntegrity: () => checkNotes(engine),
      mend: ({ ids }) => mendNotes(engine, ids),
      eraseAll: () => eraseLibrary(engine),
    }),
  };
}
