/** What the engine holds of the library while its page is open, and what most messages need of it. */
import type { Annotation } from '../../core/annotation/annotation.ts';
import type { Redirects } from '../../core/annotation/live-id.ts';
import type { LanguageName } from '../../core/annotation/out/citation.ts';
import { saysNoRoom } from '../../core/failures/no-room.ts';
import { CallError } from '../../messages/envelope.ts';
import type { LibraryNews } from '../../messages/to-library.ts';
import type { LibraryDatabase } from '../../storage/library/database.ts';
import type { IndexCache } from '../../storage/library/index-cache.ts';
import type { NoteStore } from '../../storage/library/notes.ts';
import type { OpenedLibrary } from '../../storage/library/open-library.ts';
import { lessRemoved } from '../../storage/library/removals.ts';
import type { Rescued } from '../../storage/library/rescue.ts';
import type { FactsHost } from '../facts-now.ts';
import type { Indexing } from '../indexing.ts';
import { createSearchIndex, type SearchIndex } from '../search/search-index.ts';

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

export interface Engine {
  readonly host: EngineHost;
  readonly index: SearchIndex;
  /** Null until the library is open, and where it can only be read. */
  open: OpenNotes | null;
  /** What could be read of a library that cannot be opened. */
  rescued: Rescued | null;
  /** Statements that have moved, by the notes that cite them. */
  moved: ReadonlyMap<string, readonly string[]>;
  /** Notes when the library was opened, and what was imported since: shown until all are in the index. */
  count: number;
  /** The page's last question that was answered without the index. */
  answering: Promise<unknown>;
}

/** A library that is open for writing. */
export interface OpenNotes {
  readonly database: LibraryDatabase;
  readonly store: NoteStore;
  readonly indexing: Indexing;
}

export function createState(host: EngineHost): Engine {
  return {
    host,
    index: createSearchIndex(),
    open: null,
    rescued: null,
    moved: new Map(),
    count: 0,
    answering: Promise.resolve(),
  };
}

/** The library that is open. @throws CallError when it can only be read */
export function openNotes({ open }: Engine): OpenNotes {
  if (!open) throw new CallError('read-only', 'the library is read-only');
  return open;
}

/** These notes, in this order, whether the library is open or rescued. */
export async function notesById(engine: Engine, ids: readonly string[]): Promise<Annotation[]> {
  const { rescued } = engine;
  const found = rescued
    ? rescued.notes.filter((note) => ids.includes(note.id))
    : await openNotes(engine).store.get(ids);
  const order = new Map(ids.map((id, i) => [id, i]));
  return found.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

/**
 * Writes, and brings the index up to date before it resolves; with `aside`, that is handed over instead of being waited for.
 * @throws CallError when the library is read-only or there is no room
 */
export async function writeNotes<T>(
  engine: Engine,
  work: (store: NoteStore) => Promise<T>,
  aside?: (indexing: Promise<void>) => void,
): Promise<T> {
  try {
    const result = await work(openNotes(engine).store);
    const caughtUp = engine.open?.indexing.refresh(aside !== undefined);
    if (caughtUp && aside) aside(caughtUp.then(() => tellChanged(engine)));
    else await caughtUp;
    return result;
  } catch (error) {
    if (saysNoRoom(error)) throw new CallError('full', 'there is no room to write');
    throw error;
  }
}

/** Tells the page that what it shows may have changed. */
export function tellChanged({ host }: Engine): void {
  host.post({ sidelight: 'changed' });
}

/** Tells the page how far a long work has come. */
export function progressOf({ host }: Engine, what: string): (done: number, total?: number | null) => void {
  return (done, total = null) => host.post({ sidelight: 'progress', what, done, total });
}

/** Takes out of notes what may not be shown, kept or sent out any more: a statement may have been removed a moment ago. */
export async function cleaner(engine: Engine): Promise<ReturnType<typeof lessRemoved>> {
  const withdrawals = await engine.host.withdrawals().catch(() => []);
  return lessRemoved(withdrawals, await redirectsNow(engine));
}

export function redirectsNow({ host }: Engine): Promise<Redirects> {
  return host.redirects().catch((): Redirects => new Map());
}

/** Lets a work go on by itself; what goes wrong in it is logged. */
export function goOn(work: Promise<unknown>): void {
  void work.catch((error: unknown) => console.error('sidelight:', error));
}
