/** What happens behind each message of the library page. Runs in the page's own worker: the page itself never waits for it. */
import type { Annotation } from '../core/annotation/annotation.ts';
import type { Redirects } from '../core/annotation/live-id.ts';
import type { LanguageName } from '../core/annotation/out/citation.ts';
import { CallError, type Handlers } from '../messages/envelope.ts';
import {
  EVERYTHING,
  type IntegritySummary,
  type LibraryHealth,
  type LibraryNews,
  type LibraryQuery,
  type LibraryState,
  type ToLibrary,
} from '../messages/to-library.ts';
import type { LibraryDatabase } from '../storage/library/database.ts';
import { dumpDatabase } from '../storage/library/dumps.ts';
import type { IndexCache } from '../storage/library/index-cache.ts';
import { checkIntegrity, mendKeys } from '../storage/library/integrity.ts';
import { createNoteStore, isQuotaError, type NoteStore } from '../storage/library/notes.ts';
import type { OpenedLibrary } from '../storage/library/open-library.ts';
import { applyRemovals, lessRemoved } from '../storage/library/removals.ts';
import type { Rescued } from '../storage/library/rescue.ts';
import { bulk } from './bulk.ts';
import { drill, eraseScratch } from './drill.ts';
import { type FactsHost, factsNow, movedFacts } from './facts-now.ts';
import { exportNotes } from './files/export-file.ts';
import { arraySource, storeSource } from './files/export-source.ts';
import { createIncoming } from './incoming.ts';
import { createIndexing, type Indexing } from './indexing.ts';
import { createSearchIndex } from './search/search-index.ts';

export interface EngineHost extends FactsHost {
  open(): Promise<OpenedLibrary>;
  rescue(): Promise<Rescued>;
  readonly cache: IndexCache;
  now(): string;
  newId(): string;
  digest(text: string): Promise<string>;
  announce(ids: readonly string[]): void;
  post(news: LibraryNews): void;
  estimate(): Promise<{ usage?: number; quota?: number }>;
  persisted(): Promise<boolean>;
  readonly languageName: LanguageName;
}

const CHUNK = 500;
/** More notes than these are not waited for until they can be searched. */
const MOST_AT_ONCE = 2000;
/** Changes made elsewhere are taken in together: each by itself would hold up the next. */
const PAUSE = 200;
/** How long the page's first question is waited for. */
const FIRST = 50;

export function createEngine(host: EngineHost): Handlers<ToLibrary, null> & { changedElsewhere(): void } {
  const index = createSearchIndex();
  let store: NoteStore | null = null;
  let database: LibraryDatabase | null = null;
  let indexing: Indexing | null = null;
  let rescued: Rescued | null = null;
  let moved = new Map<string, readonly string[]>();
  let waiting = false;
  /** Notes when the library was opened, and what was imported since: shown until all are in the index. */
  let count = 0;
  let answering: Promise<unknown> = Promise.resolve();

  const progress =
    (what: string) =>
    (done: number, total: number | null = null) =>
      host.post({ sidelight: 'progress', what, done, total });
  const notes = (): NoteStore => {
    if (!store) throw new CallError('read-only', 'the library is read-only');
    return store;
  };
  const writing = async <T>(
    work: (store: NoteStore) => Promise<T>,
    aside?: (indexing: Promise<void>) => void,
  ): Promise<T> => {
    try {
      const result = await work(notes());
      const caughtUp = indexing?.refresh(aside !== undefined);
      if (caughtUp && aside) aside(caughtUp.then(() => host.post({ sidelight: 'changed' })));
      else await caughtUp;
      return result;
    } catch (error) {
      if (isQuotaError(error)) throw new CallError('full', 'there is no room to write');
      throw error;
    }
  };
  const byId = async (ids: readonly string[]): Promise<Annotation[]> => {
    const found = rescued ? rescued.notes.filter((note) => ids.includes(note.id)) : await notes().get(ids);
    const order = new Map(ids.map((id, i) => [id, i]));
    return found.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  };
  /** Notes as they may be shown, kept or sent out: a statement may have been removed a moment ago. */
  const cleaner = async () => {
    const withdrawals = await host.withdrawals().catch(() => []);
    return lessRemoved(withdrawals, await redirectsNow());
  };
  const incoming = createIncoming({ now: host.now, newId: host.newId, cleaner, progress });
  const redirectsNow = () => host.redirects().catch((): Redirects => new Map());
  /** Statements that have moved, over all notes that cite any. Long for large libraries; the page is told when it is done. */
  const lookForMoved = async () => {
    index.follow(await redirectsNow());
    const ids = index.find({ ...NOTHING_ASKED, only: 'hasFacts' });
    const found = new Map<string, readonly string[]>();
    for (let i = 0; i < ids.length; i += CHUNK) {
      const part = await notes().get(ids.slice(i, i + CHUNK));
      for (const { note, facts } of movedFacts(part, await factsNow(host, part)))
        found.set(
          note,
          facts.map((fact) => fact.id),
        );
    }
    moved = found;
    host.post({ sidelight: 'changed' });
  };
  const later = (work: Promise<unknown>) =>
    void work.catch((error: unknown) => console.error('sidelight:', error));

  return {
    changedElsewhere() {
      if (!indexing || waiting) return;
      waiting = true;
      const pause = new Promise((resolve) => setTimeout(resolve, PAUSE));
      later(
        pause
          .then(() => {
            waiting = false;
            return indexing?.refresh();
          })
          .then(() => host.post({ sidelight: 'changed' })),
      );
    },
    async open(): Promise<LibraryState> {
      const opened = await host.open();
      if (opened.state === 'rescue') {
        const found = await host.rescue();
        rescued = { ...found, notes: (await cleaner())(found.notes) };
        index.put(rescued.notes);
        const { from, at, broken } = rescued;
        return {
          state: 'rescue',
          reason: opened.reason,
          detail: opened.detail,
          from,
          at,
          notes: rescued.notes.length,
          broken: broken.length,
        };
      }
      database = opened.database;
      store = createNoteStore({ database, now: host.now, newId: host.newId, changed: host.announce });
      const { notes: table } = database;
      indexing = createIndexing({
        notes: store,
        index,
        cache: host.cache,
        allIds: () => table.toCollection().primaryKeys(),
        progress: progress('index'),
      });
      const own = store;
      const redirects = await redirectsNow();
      index.follow(redirects);
      await applyRemovals(database, own, await host.withdrawals().catch(() => []), redirects);
      count = await own.count();
      const catchingUp = indexing;
      // The page's first question comes at once, and is answered before the stored index is read, which takes its time.
      later(
        new Promise((resolve) => setTimeout(resolve, FIRST))
          .then(() => answering.catch(() => undefined))
          .then(() => catchingUp.refresh())
          .then(() => host.post({ sidelight: 'changed' }))
          .then(lookForMoved)
          .then(eraseScratch),
      );
      return { state: 'open', notes: count };
    },
    async search({ query, from, count: wanted }) {
      const isComplete = rescued !== null || (indexing?.isComplete() ?? false);
      if (!isComplete && index.size === 0 && isPlain(query)) {
        const page = recent(from, wanted);
        answering = page;
        return page;
      }
      const { ids, total, instead } = index.window(query, from, wanted);
      return {
        total,
        notes: await byId(ids),
        instead,
        complete: isComplete,
        moved: ids.filter((id) => moved.has(id)),
      };
    },
    findIds: ({ query }) => index.find(query),
    facets: async () => ({
      notes: rescued ? rescued.notes.length : store ? await store.count() : 0,
      ...index.facets(),
      movedFacts: [...new Set([...moved.values()].flat())],
    }),
    notes: ({ ids }) => byId(ids),
    async factStates({ ids }) {
      const found = await byId(ids);
      return movedFacts(found, await factsNow(host, found));
    },
    cards: ({ ids }) => host.cards(ids),
    change: ({ id, base, change }) => writing((own) => own.change(id, base, change)),
    bulk: ({ ids, deed }) => writing((own) => bulk(own, ids, deed)),
    undo: () => writing((own) => own.undo()),
    undoable: async () => (store ? store.undoable() : null),
    async exportFile({ format, ids }) {
      const clean = await cleaner();
      const source = rescued ? arraySource(rescued.notes, ids) : storeSource(notes(), ids, clean);
      return exportNotes(
        format,
        { ...source, total: ids?.length ?? (rescued ? rescued.notes.length : await notes().count()) },
        {
          now: host.now,
          newId: host.newId,
          languageName: host.languageName,
          progress: progress('export'),
        },
      );
    },
    previewImport: ({ file, name }) => incoming.preview(notes(), file, name),
    importHints: () => incoming.hints(),
    async commitImport({ keepBoth }) {
      const all = incoming.toAdd(keepBoth);
      const added = await writing(
        (own) => own.addAll(all, (done) => progress('import')(done, all.length)),
        // The notes are safe: search catches up by itself, and says so until it has.
        all.length > MOST_AT_ONCE ? later : undefined,
      );
      incoming.drop();
      count += added;
      later(lookForMoved());
      return added;
    },
    dropImport() {
      incoming.drop();
      return null;
    },
    health: () => health(),
    async checkIntegrity(): Promise<IntegritySummary> {
      if (!database) throw new CallError('read-only', 'the library is read-only');
      const total = await notes().count();
      return checkIntegrity(database, host.digest, (done) => progress('check')(done, total));
    },
    async mend({ ids }) {
      const own = database;
      if (own) await writing(() => mendKeys(own, ids));
      return null;
    },
    drill: async ({ file }) =>
      drill(file, notes(), {
        now: host.now,
        cleaned: await cleaner(),
        progress: (done) => progress('drill')(done, file.size),
      }),
    async eraseAll() {
      const name = database?.name;
      database?.close();
      store = null;
      indexing = null;
      count = 0;
      await database?.delete({ disableAutoOpen: true });
      if (name) await dumpDatabase(name).delete();
      await eraseScratch();
      await host.cache.erase();
      index.clear();
      host.announce([]);
      return null;
    },
  };

  async function recent(from: number, wanted: number) {
    const rows = database
      ? await database.notes.orderBy('modified').reverse().offset(from).limit(wanted).primaryKeys()
      : [];
    return {
      total: count,
      notes: await byId(rows),
      instead: [],
      complete: false,
      moved: [],
    };
  }

  async function health(): Promise<LibraryHealth> {
    const { usage, quota } = await host.estimate().catch(() => ({}) as { usage?: number; quota?: number });
    const since = new Date(Date.parse(host.now()) - 90 * 86_400_000).toISOString().slice(0, 10);
    const dumps = database ? dumpDatabase(database.name) : null;
    const rows = dumps ? await dumps.dumps.toArray().catch(() => []) : [];
    dumps?.close();
    return {
      notes: index.size,
      used: usage ?? null,
      quota: quota ?? null,
      persisted: await host.persisted().catch(() => false),
      recent: index.window({ ...NOTHING_ASKED, from: since }, 0, 1).total,
      dumps: rows.map(({ at, notes: count }) => ({ at, notes: count })),
    };
  }
}

const NOTHING_ASKED: LibraryQuery = { ...EVERYTHING, sort: 'modified' };

/** Asks for nothing but the newest notes: answered from the database while the index is still being read. */
function isPlain(query: LibraryQuery): boolean {
  return (
    query.text.trim() === '' &&
    query.tags.length === 0 &&
    query.entity === null &&
    query.page === null &&
    query.facts === null &&
    query.colour === null &&
    query.only === null &&
    query.from === null &&
    query.to === null
  );
}
