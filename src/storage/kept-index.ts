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

/** The index as it is read: its own bytes go where they are used. */
export interface ReadIndex<Room extends ByteRoom> {
  readonly key: string;
  readonly index: Room;
  readonly rules: ArrayBuffer;
}

/** Takes bytes in their order, part by part. */
export interface ByteRoom {
  take(part: Uint8Array): void;
}

/**
 * The index that is kept, whichever that is; null when there is none. `roomFor` makes room for its bytes, which are handed over
 * as they come: gathered first, each would be written twice, and memory that is touched for the first time is what takes long.
 * `giveWay` lets others have their turn between two parts: browsers hand over many at once, and a card would wait for all of them.
 * @throws DOMException when its files cannot be read
 */
export async function keptIndex<Room extends ByteRoom>(
  { indexFiles }: DatasetDatabase,
  roomFor: (length: number) => Room,
  giveWay: () => Promise<void>,
): Promise<ReadIndex<Room> | null> {
  const row = await indexFiles.toCollection().first();
  if (!row) return null;
  const [index, rules] = await Promise.all([
    readInto(row.index, roomFor, giveWay),
    readInto(row.rules, roomForBytes, giveWay),
  ]);
  return { key: row.key, index, rules: rules.bytes.buffer };
}

/** A plain buffer: asked for in one go, megabytes come in one task. */
function roomForBytes(length: number): ByteRoom & { readonly bytes: Uint8Array<ArrayBuffer> } {
  const bytes = new Uint8Array(length);
  let taken = 0;
  return {
    bytes,
    take(part) {
      bytes.set(part, taken);
      taken += part.length;
    },
  };
}

async function readInto<Room extends ByteRoom>(
  file: Blob,
  roomFor: (length: number) => Room,
  giveWay: () => Promise<void>,
): Promise<Room> {
  const reader = lendingReader(file);
  if (reader === null) {
    const bytes = await file.arrayBuffer();
    const room = roomFor(file.size);
    room.take(new Uint8Array(bytes));
    return room;
  }
  let part = new Uint8Array(Math.max(1, Math.min(PART, file.size)));
  let next = reader.read(part);
  // While the first part is fetched.
  const room = roomFor(file.size);
  for (;;) {
    const { done, value } = await next;
    if (value) room.take(value);
    if (done) return room;
    // The same memory again: it was given away for the time of reading.
    part = new Uint8Array(value.buffer);
    next = reader.read(part);
    next.catch(() => undefined); // Told by the wait for it.
    await giveWay();
  }
}

/** A reader that is lent memory to read into; null in browsers that have none for files. */
function lendingReader(file: Blob): ReadableStreamBYOBReader | null {
  try {
    return file.stream().getReader({ mode: 'byob' });
  } catch {
    return null;
  }
}
