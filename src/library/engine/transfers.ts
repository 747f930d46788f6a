/** Files out of the library and into it. */
import type { Handlers } from '../../messages/envelope.ts';
import type { ToLibrary } from '../../messages/to-library.ts';
import { drill } from '../drill.ts';
import { exportNotes } from '../files/export-file.ts';
import { arraySource, storeSource } from '../files/export-source.ts';
import { createIncoming } from '../incoming.ts';
import { lookForMoved } from './moved.ts';
import { cleaner, type Engine, goOn, openNotes, progressOf, writeNotes } from './state.ts';

/** More notes than these are not waited for until they can be searched. */
const MOST_AT_ONCE = 2000;

export type Transfers = Pick<
  Handlers<ToLibrary, null>,
  'exportFile' | 'previewImport' | 'importHints' | 'commitImport' | 'dropImport' | 'drill'
>;

export function createTransfers(engine: Engine): Transfers {
  const { host } = engine;
  const incoming = createIncoming({
    now: host.now,
    newId: host.newId,
    cleaner: () => cleaner(engine),
    progress: (what) => progressOf(engine, what),
  });
  return {
    async exportFile({ format, ids }) {
      const { rescued } = engine;
      const source = rescued
        ? arraySource(rescued.notes, ids)
        : storeSource(openNotes(engine).store, ids, await cleaner(engine));
      const all = rescued ? rescued.notes.length : await openNotes(engine).store.count();
      return exportNotes(
        format,
        { ...source, total: ids?.length ?? all },
        {
          now: host.now,
          newId: host.newId,
          languageName: host.languageName,
          progress: progressOf(engine, 'export'),
        },
      );
    },
    previewImport: ({ file, name }) => incoming.preview(openNotes(engine).store, file, name),
    importHints: () => incoming.hints(),
    async commitImport({ keepBoth }) {
      const all = incoming.toAdd(keepBoth);
      const progress = progressOf(engine, 'import');
      const added = await writeNotes(
        engine,
        (store) => store.addAll(all, (done) => progress(done, all.length)),
        // The notes are safe: search catches up by itself, and says so until it has.
        all.length > MOST_AT_ONCE ? goOn : undefined,
      );
      incoming.drop();
      engine.count += added;
      goOn(lookForMoved(engine));
      return added;
    },
    dropImport() {
      incoming.drop();
      return null;
    },
    async drill({ file }) {
      const progress = progressOf(engine, 'drill');
      return drill(file, openNotes(engine).store, {
        now: host.now,
        cleaned: await cleaner(engine),
        progress: (done) => progress(done, file.size),
      });
    },
  };
}
