/** Which notes the search index has yet to see, kept in the same transaction as the change: an index that is behind would hide notes. */
import type { LibraryDatabase } from './database.ts';

/** Ids, or `all` when they are too many to list. */
export type Unindexed = readonly string[] | 'all';

const KEY = 'unindexed';
const MOST = 2000;

type Facts = Pick<LibraryDatabase, 'facts'>;

export async function readUnindexed({ facts }: Facts): Promise<Unindexed> {
  return ((await facts.get(KEY))?.value as Unindexed | undefined) ?? [];
}

/** Leaves word of these, within the caller's transaction. */
export async function addUnindexed({ facts }: Facts, ids: readonly string[]): Promise<void> {
  const known = await readUnindexed({ facts });
  if (known === 'all' || ids.length === 0) return;
  const all = [...new Set([...known, ...ids])];
  await facts.put({ key: KEY, value: all.length > MOST ? 'all' : all });
}

/** The index has seen these. A transaction of the facts alone: it must not wait for a save, nor a save for it. */
export async function forgetUnindexed(database: LibraryDatabase, seen: Unindexed): Promise<void> {
  const { facts } = database;
  await database.transaction('rw', facts, async () => {
    const known = await readUnindexed({ facts });
    // What was changed meanwhile stays unseen.
    const left = seen === 'all' ? [] : known === 'all' ? known : known.filter((id) => !seen.includes(id));
    await facts.put({ key: KEY, value: left });
  });
}
