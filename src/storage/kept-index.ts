/**
 * The compiled index, kept as two files of the database. Bytes kept as values are copied three times on their way back, and
 * are what a reader waits for longest when the worker wakes; those of a file come in one go (100,000 names: less than half
 * the time until the first answer).
 */
import type { DatasetDatabase } from './dataset-database.ts';

/** The compiled index of what is current, for the worker's own use. */
export interface KeptIndex {
  readonly key: string;
  readonly index: ArrayBuffer;
  readonly rules: ArrayBuffer;
}

/** Bytes copied between two pauses: the fifteen megabytes of a hundred thousand entities would hold up all else. */
const PART = 512 * 1024;

/** Keeps the index of this key, and no other. Cut off at any step, the one before is still there. */
export async function keepIndex(
  { indexFiles }: DatasetDatabase,
  { key, index, rules }: KeptIndex,
  pause: () => Promise<unknown>,
): Promise<void> {
  const row = { key, index: await fileOf(index, pause), rules: await fileOf(rules, pause) };
  await indexFiles.db.transaction('rw', indexFiles, async () => {
    await indexFiles.clear();
    await indexFiles.put(row);
  });
}

async function fileOf(bytes: ArrayBuffer, pause: () => Promise<unknown>): Promise<Blob> {
  const parts: Blob[] = [];
  for (let from = 0; from < bytes.byteLength; from += PART) {
    parts.push(new Blob([new Uint8Array(bytes, from, Math.min(PART, bytes.byteLength - from))]));
    await pause();
  }
  return new Blob(parts);
}

/**
 * The index that is kept, whichever that is; null when there is none.
 * @throws DOMException when its files cannot be read
 */
export async function keptIndex({ indexFiles }: DatasetDatabase): Promise<KeptIndex | null> {
  const row = await indexFiles.toCollection().first();
  if (!row) return null;
  const [index, rules] = await Promise.all([row.index.arrayBuffer(), row.rules.arrayBuffer()]);
  return { key: row.key, index, rules };
}
