/**
 * A shelf as it is stored: the JSON of its items as UTF-8, one after another, packed. Reading and writing bytes is what a database is
 * slow at. By Snappy: deflated, a large release took half as long again to write, and a card longer to come.
 */
import { SnappyCompressor } from 'snappyjs/snappy_compressor.js';
import { SnappyDecompressor } from 'snappyjs/snappy_decompressor.js';
import { spreadBytes } from '../core/dataset/checksum.ts';

export interface PackedShelf {
  /** Ids of the items, in the order in which they lie. */
  readonly ids: readonly string[];
  /** Where each of them ends, in bytes of what is packed: a card takes one item out, and need not have read the others. */
  readonly ends: Uint32Array;
  readonly bytes: Uint8Array;
  /** Of these bytes: what was damaged is not unpacked, which for some damage would never end. */
  readonly checksum: number;
}

export interface ShelfItem {
  readonly id: string;
  /** As text or as UTF-8. */
  readonly json: string | Uint8Array;
}

/** Bytes that UTF-8 takes for a UTF-16 unit, at most. */
const MOST_BYTES = 3;
/** Bytes of a room that stays. Shelves are longer only where somebody has made them so. */
const MOST_KEPT = 1 << 20;

const encoder = new TextEncoder();
/** A mark of byte order is kept: what comes out is what went in. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** Memory that is touched for the first time costs more than what is done with it: one room for all, of either kind. */
const plainRoom = createRoom();
const packedRoom = createRoom();

export function packShelf(items: readonly ShelfItem[]): PackedShelf {
  const plain = plainRoom(items.reduce((sum, { json }) => sum + mostBytesOf(json), 0));
  const ends = new Uint32Array(items.length);
  let end = 0;
  for (const [i, { json }] of items.entries()) {
    if (typeof json === 'string') end += encoder.encodeInto(json, plain.subarray(end)).written;
    else {
      plain.set(json, end);
      end += json.length;
    }
    ends[i] = end;
  }
  const compressor = new SnappyCompressor(plain.subarray(0, end));
  const packed = packedRoom(compressor.maxCompressedLength());
  const bytes = packed.slice(0, compressor.compressToBuffer(packed));
  return { ids: items.map(({ id }) => id), ends, bytes, checksum: spreadBytes(bytes) };
}

/** The JSON of the items that are wanted, in their order. @throws Error for what was not packed here */
export function unpackShelf(
  { ids, ends, bytes, checksum }: PackedShelf,
  isWanted: (id: string) => boolean = () => true,
): { readonly id: string; readonly json: string }[] {
  const found = spreadBytes(bytes);
  if (found !== checksum) throw new Error(`expected the checksum ${checksum}, found ${found}`);
  const decompressor = new SnappyDecompressor(bytes);
  const length = decompressor.readUncompressedLength();
  if (length !== (ends.at(-1) ?? 0)) throw new Error(`expected ${ends.at(-1) ?? 0} bytes, found ${length}`);
  // Where less comes out than is told, nothing must stand that was unpacked before.
  const plain = plainRoom(length).fill(0);
  if (!decompressor.uncompressToBuffer(plain)) throw new Error('it was not packed');
  return ids.flatMap((id, i) =>
    isWanted(id) ? [{ id, json: decoder.decode(plain.subarray(i === 0 ? 0 : ends[i - 1], ends[i])) }] : [],
  );
}

function mostBytesOf(json: string | Uint8Array): number {
  return typeof json === 'string' ? json.length * MOST_BYTES : json.length;
}

function createRoom(): (length: number) => Uint8Array {
  let room = new Uint8Array();
  return (length) => {
    if (length > MOST_KEPT) return new Uint8Array(length);
    if (room.length < length) room = new Uint8Array(Math.min(length * 2, MOST_KEPT));
    return room.subarray(0, length);
  };
}
