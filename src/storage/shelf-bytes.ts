/**
 * A shelf as it is stored: a JSON array as UTF-8, packed. Reading and writing is what a database is slow at: of a hundred thousand
 * entities, what is packed takes a quarter to a fifth of the bytes. By Snappy: deflated, a large release took half as long again to
 * write, and a card longer to come.
 */
import { SnappyCompressor } from 'snappyjs/snappy_compressor.js';
import { SnappyDecompressor } from 'snappyjs/snappy_decompressor.js';
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
/** Memory that is touched for the first time costs more than what is done with it: one room for all, of either kind. */
const plainRoom = createRoom();
const packedRoom = createRoom();

/** @param items JSON of each item, as text or as UTF-8 */
export function packShelf(items: readonly (string | Uint8Array)[]): PackedShelf {
  const plain = plainRoom(items.reduce((sum, item) => sum + 1 + mostBytesOf(item), 2));
  let end = 0;
  plain[end++] = OPEN;
  for (const item of items) {
    if (end > 1) plain[end++] = COMMA;
    if (typeof item === 'string') end += encoder.encodeInto(item, plain.subarray(end)).written;
    else {
      plain.set(item, end);
      end += item.length;
    }
  }
  plain[end++] = CLOSE;
  return packJson(plain.subarray(0, end));
}

/** @param json the array, as UTF-8 */
export function packJson(json: Uint8Array): PackedShelf {
  const compressor = new SnappyCompressor(json);
  const packed = packedRoom(compressor.maxCompressedLength());
  const bytes = packed.slice(0, compressor.compressToBuffer(packed));
  return { bytes, checksum: spreadBytes(bytes) };
}

/** The array, as JSON. @throws Error for what was not packed here */
export function unpackShelf({ bytes, checksum }: PackedShelf): string {
  const found = spreadBytes(bytes);
  if (found !== checksum) throw new Error(`expected the checksum ${checksum}, found ${found}`);
  const decompressor = new SnappyDecompressor(bytes);
  const plain = plainRoom(decompressor.readUncompressedLength());
  if (!decompressor.uncompressToBuffer(plain)) throw new Error('it was not packed');
  return decoder.decode(plain);
}

function mostBytesOf(item: string | Uint8Array): number {
  return typeof item === 'string' ? item.length * MOST_BYTES : item.length;
}

function createRoom(): (length: number) => Uint8Array {
  let room = new Uint8Array();
  return (length) => {
    if (room.length < length) room = new Uint8Array(length * 2);
    return room.subarray(0, length);
  };
}
