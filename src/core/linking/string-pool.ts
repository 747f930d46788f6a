/**
 * Many strings in a few bytes: those whose units all fit a byte lie in a narrow pool, the others in a wide one. A string is
 * named by one number, and read only when it is asked for.
 */
import { growingInt32, growingUint8, growingUint16 } from './growing.ts';

/** Where both pools lie: a place from 0 on is the narrow one's, its complement (`~place`) the wide one's. */
export interface StringPool {
  readonly narrow: Uint8Array;
  readonly wide: Uint16Array;
}

/** A narrow string is this long at most; its length is kept in one byte before it. */
const MAX_NARROW = 255;
/** A longer string is cut: names are recorded, not novels. */
const MAX_WIDE = 65_535;

export interface StringPoolBuilder {
  /** Adds a string (the same one twice is kept once) and returns its place. */
  add(text: string): number;
  /** The same, but returns its number: strings are numbered from 0 in the order in which they come. */
  number(text: string): number;
  /** Number of a string that was added, or -1. */
  find(text: string): number;
  /** How many different strings were added. */
  size(): number;
  /** The string of this number. */
  read(number: number): string;
  /** What has been added so far. */
  narrow(): Uint8Array;
  wide(): Uint16Array;
}

export function createStringPoolBuilder(): StringPoolBuilder {
  const narrow = growingUint8();
  const wide = growingUint16();
  /** By number: where each string is, and its hash. */
  const places = growingInt32();
  const hashes = growingInt32();
  // Where a string's number is found: from the slot of its hash on, before the first empty one. A Map of as many strings would
  // keep all of them alive, and stops everything for 20 ms when it grows.
  let slots = new Int32Array(1024).fill(-1);
  const slotOf = (text: string, hash: number): number => {
    for (let slot = hash & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
      const number = slots[slot] as number;
      if (number < 0 || (hashes.get(number) === hash && isAt(text, places.get(number)))) return slot;
    }
  };
  const isAt = (text: string, place: number): boolean => {
    const pool = place < 0 ? wide : narrow;
    const start = place < 0 ? ~place : place;
    const length = pool.get(start);
    if (length !== keptLength(text)) return false;
    for (let i = 0; i < length; i++) if (pool.get(start + 1 + i) !== text.charCodeAt(i)) return false;
    return true;
  };
  const write = (text: string): number => {
    const pool = isKeptNarrow(text) ? narrow : wide;
    const start = pool.length;
    const length = keptLength(text);
    pool.push(length);
    for (let i = 0; i < length; i++) pool.push(text.charCodeAt(i));
    return pool === narrow ? start : ~start;
  };
  const growSlots = () => {
    slots = new Int32Array(2 * slots.length).fill(-1);
    for (let number = 0; number < hashes.length; number++) {
      let slot = hashes.get(number) & (slots.length - 1);
      while ((slots[slot] as number) >= 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = number;
    }
  };
  const number = (text: string): number => {
    const hash = hashOf(text);
    const slot = slotOf(text, hash);
    const known = slots[slot] as number;
    if (known >= 0) return known;
    const added = places.length;
    places.push(write(text));
    hashes.push(hash);
    slots[slot] = added;
    if (2 * places.length > slots.length) growSlots();
    return added;
  };
  return {
    add: (text) => places.get(number(text)),
    number,
    find: (text) => slots[slotOf(text, hashOf(text))] as number,
    size: () => places.length,
    read: (number) => readString({ narrow: narrow.all(), wide: wide.all() }, places.get(number)),
    narrow: () => narrow.all(),
    wide: () => wide.all(),
  };
}

function isKeptNarrow(text: string): boolean {
  return text.length <= MAX_NARROW && isNarrow(text);
}

function keptLength(text: string): number {
  return Math.min(text.length, MAX_WIDE);
}

/** FNV-1a over what is kept of it. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  const length = keptLength(text);
  for (let i = 0; i < length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) | 0;
}

/** The string at a place that the builder gave. */
export function readString({ narrow, wide }: StringPool, place: number): string {
  const pool = place < 0 ? wide : narrow;
  const start = place < 0 ? ~place : place;
  const length = pool[start] ?? 0;
  let text = '';
  for (let i = start + 1; i <= start + length; i++) text += String.fromCharCode(pool[i] ?? 0);
  return text;
}

/** Does this string stand at a place that the builder gave? Faster than reading it. */
export function isStringAt({ narrow, wide }: StringPool, place: number, text: string): boolean {
  const pool = place < 0 ? wide : narrow;
  const start = place < 0 ? ~place : place;
  if (pool[start] !== text.length) return false;
  for (let i = 0; i < text.length; i++) if (pool[start + 1 + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** True when every unit fits a byte. */
export function isNarrow(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 255) return false;
  return true;
}
