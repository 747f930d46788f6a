/**
 * The compiled index, kept in parts: written as one value, the fifteen megabytes of a hundred thousand entities hold up
 * everything else in the worker and in the database for 50 ms.
 */
import type { DatasetDatabase } from './dataset-database.ts';

/** The compiled index of what is current, for the worker's own use. */
export interface KeptIndex {
  readonly key: string;
  readonly index: ArrayBuffer;
  readonly rules: ArrayBuffer;
}

/** Bytes of each buffer in a part. */
const PART = 512 * 1024;

/** Keeps the index of this key, then deletes all others. Cut off in between, it is as good as not kept. */
export async function keepIndex(
  database: DatasetDatabase,
  { key, index, rules }: KeptIndex,
  pause: () => Promise<void>,
): Promise<void> {
  const of = Math.max(1, Math.ceil(Math.max(index.byteLength, rules.byteLength) / PART));
  for (let part = 0; part < of; part++) {
    const [from, to] = [part * PART, (part + 1) * PART];
    await database.indexParts.put({
      key,
      part,
      of,
      index: index.slice(from, to),
      rules: rules.slice(from, to),
    });
    await pause();
  }
  for (const name of await database.indexParts.toCollection().primaryKeys()) {
    if (name[0] === key && name[1] < of) continue;
    await database.indexParts.delete(name);
    await pause();
  }
}

/** The index kept under this key; null when there is none, or not all of it. */
export async function keptIndex(database: DatasetDatabase, key: string): Promise<KeptIndex | null> {
  const parts = await database.indexParts
    .where('[key+part]')
    .between([key, 0], [key, Number.POSITIVE_INFINITY])
    .toArray();
  if (parts.length === 0 || parts.some(({ of }) => of !== parts.length)) return null;
  return {
    key,
    index: joined(parts.map(({ index }) => index)),
    rules: joined(parts.map(({ rules }) => rules)),
  };
}

function joined(parts: readonly ArrayBuffer[]): ArrayBuffer {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(new Uint8Array(part), at);
    at += part.byteLength;
  }
  return bytes.buffer;
}
