/** The end of everything that is kept in databases. */
import Dexie from 'dexie';

/**
 * Deletes every database of the extension, also those that this version does not know, and opens the given one again,
 * empty: the worker goes on with it.
 */
export async function eraseDatabases(open: Dexie): Promise<void> {
  try {
    await open.delete();
    for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
  } finally {
    // Also when one could not be deleted: whoever asks next would find it closed.
    await open.open();
  }
}
