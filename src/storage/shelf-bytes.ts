/**
 * A shelf as it is stored: a JSON array as UTF-8, packed. Reading and writing is what a database is slow at: of a hundred thousand
 * entities, what is packed takes a quarter to a fifth of the bytes. By Snappy: deflating them takes the worker seconds more, most
 * of it for memory that is touched for the first time, and inflating one keeps a card waiting longer.
 */
import { compress, uncompress } from 'snappyjs';
import { spreadBytes } from '../core/dataset/checksum.ts';

export interface PackedShelf {
  readonly bytes: Uint8Array;
  /** Of these bytes: what was damaged is not unpacked, which for some damage would never end. */
  readonly checksum: number;
}

/** Bytes that UTF-8 takes for a UTF-16 unit, at most. */
const MOST_BYTES = 3;
const [OPEN, COMMA, CLOSE] = [0x5b, 0x2c, 0x5d];

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });
/** For what is to be packed, one after another. */
let room = new Uint8Array();

/** @param items JSON of each item, as text or as UTF-8 */
export function packShelf(items: readonly (string | Uint8Array)[]): PackedShelf {
  const most = items.reduce((sum, item) => sum + 1 + mostBytesOf(item), 1);
  if (room.length < most) room = new Uint8Array(most * 2);
  let end = 0;
  room[end++] = OPEN;
  for (const item of items) {
    if (end > 1) room[end++] = COMMA;
    if (typeof item === 'string') end += encoder.encodeInto(item, room.subarray(end)).written;
    else {
      room.set(item, end);
      end += item.length;
    }
  }
  room[end++] = CLOSE;
  const bytes = compress(room.subarray(0, end));
  return { bytes, checksum: spreadBytes(bytes) };
}

/** The array, as JSON. @throws Error when that is not what `packShelf` made */
export function unpackShelf({ bytes, checksum }: PackedShelf): string {
  const found = spreadBytes(bytes);
  if (found !== checksum) throw new Error(`expected the checksum ${checksum}, found ${found}`);
  return decoder.decode(uncompress(bytes));
}

function mostBytesOf(item: string | Uint8Array): number {
  return typeof item === 'string' ? item.length * MOST_BYTES : item.length;
}
