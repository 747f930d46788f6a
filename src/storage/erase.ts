/** The end of everything that is kept in databases. */
import Dexie from 'dexie';

/**
 * Deletes every database of the extension, also those that this version does not know, and opens the given one again,
 * empty: the worker goes on with it.
 */
export async function eraseDatabases(open: Dexie): Promise<void> {
  await open.delete();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
  await open.open();
}
