/** What the page asks: notes that answer a query, counts for its sidebar, how the library is. */
import {
  EVERYTHING,
  type LibraryHealth,
  type LibraryQuery,
  type ToLibrary,
} from '../../messages/to-library.ts';
import { dumpDatabase } from '../../storage/library/dumps.ts';
import { type Engine, notesById } from './state.ts';

type Answer = ReturnType<ToLibrary['search']>;
type Facets = ReturnType<ToLibrary['facets']>;

export const NOTHING_ASKED: LibraryQuery = { ...EVERYTHING, sort: 'modified' };

/** A "recent" note is not older than this. */
const RECENT = 90 * 86_400_000;

/** The window of what answers the query, from the index; from the database while that is still being read. */
export async function searchNotes(
  engine: Engine,
  { query, from, count: wanted }: Parameters<ToLibrary['search']>[0],
): Promise<Answer> {
  const { index, moved } = engine;
  const isComplete = engine.rescued !== null || (engine.open?.indexing.isComplete() ?? false);
  if (!isComplete && index.size === 0 && isPlain(query)) {
    const page = inOrder(engine, query, from, wanted);
    engine.answering = page;
    return page;
  }
  const { ids, total, instead } = index.window(query, from, wanted);
  return {
    total,
    notes: await notesById(engine, ids),
    instead,
    complete: isComplete,
    moved: ids.filter((id) => moved.has(id)),
  };
}

/** Asks for nothing but notes in the order of their last change: answered from the database while the index is still being read. */
function isPlain(query: LibraryQuery): boolean {
  return (
    query.sort !== 'created' &&
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

async function inOrder(
  engine: Engine,
  { oldestFirst }: LibraryQuery,
  from: number,
  wanted: number,
): Promise<Answer> {
  const rows = engine.open?.database.notes.orderBy('modified');
  const turned = oldestFirst ? rows : rows?.reverse();
  const ids = turned ? await turned.offset(from).limit(wanted).primaryKeys() : [];
  return {
    total: engine.count,
    notes: await notesById(engine, ids),
    instead: [],
    complete: false,
    moved: [],
  };
}

export async function countFacets({ index, open, rescued, moved }: Engine): Promise<Facets> {
  return {
    notes: rescued ? rescued.notes.length : open ? await open.store.count() : 0,
    ...index.facets(),
    movedFacts: [...new Set([...moved.values()].flat())],
  };
}

/** How much there is, how much room, and what upgrades have left behind. */
export async function readHealth({ host, index, open }: Engine): Promise<LibraryHealth> {
  const { usage, quota } = await host.estimate().catch(() => ({}) as { usage?: number; quota?: number });
  const since = new Date(Date.parse(host.now()) - RECENT).toISOString().slice(0, 10);
  const dumps = open ? dumpDatabase(open.database.name) : null;
  const rows = dumps ? await dumps.dumps.toArray().catch(() => []) : [];
  dumps?.close();
  return {
    notes: index.size,
    used: usage ?? null,
    quota: quota ?? null,
    persisted: await host.persisted().catch(() => false),
    recent: index.window({ ...NOTHING_ASKED, from: since }, 0, 1).total,
    dumps: rows.map(({ at, notes }) => ({ at, notes })),
  };
}
