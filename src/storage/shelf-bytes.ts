/**
 * A shelf as it is stored: its JSON as UTF-8, and of large releases deflated. Reading and writing is what a database is slow at,
 * and as text most shelves take two bytes a letter: deflated, a hundred thousand entities are written in a fifth of the time and
 * read in a twentieth (Chromium; inflating and deflating take a part of that back).
 */
import { deflateSync, inflateSync } from 'fflate';

export interface PackedShelf {
  readonly bytes: Uint8Array;
  /** Bytes of the JSON. */
  readonly length: number;
}

/** Higher levels and larger tables take longer and save little. Of level 0 the bytes are stored as they are. */
const EFFORT = { deflated: { level: 1, mem: 0 }, stored: { level: 0 } } as const;
/** Bytes that UTF-8 takes for a UTF-16 unit, at most. */
const MOST_BYTES = 3;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });
/** Memory that is touched for the first time costs more than what is done with it: one room for all. */
let room = new Uint8Array();

/** `how`: deflating pays in a large release; of a small one a worker that has just woken has the card sooner without. */
export function packShelf(json: string, how: keyof typeof EFFORT): PackedShelf {
  const { written } = encoder.encodeInto(json, roomFor(json.length * MOST_BYTES));
  return { bytes: deflateSync(room.subarray(0, written), EFFORT[how]), length: written };
}

/** @throws Error when that is not what `packShelf` made */
export function unpackShelf({ bytes, length }: PackedShelf): string {
  // Of nothing, the room comes back as it is, with what was unpacked before.
  if (bytes.length === 0) throw new Error('no bytes');
  // Into one byte more: what is longer than it should be would be cut off untold.
  const json = inflateSync(bytes, { out: roomFor(length + 1).subarray(0, length + 1) });
  if (json.length !== length) throw new Error(`${json.length} bytes and not ${length}`);
  return decoder.decode(json);
}

function roomFor(length: number): Uint8Array {
  if (room.length < length) room = new Uint8Array(length * 2);
  return room;
}
