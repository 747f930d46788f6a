/**
 * Many strings in a few bytes: those whose units all fit a byte lie in a narrow pool, the others in a wide one. A string is
 * named by one number, and read only when it is asked for.
 */

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
  readonly narrow: readonly number[];
  readonly wide: readonly number[];
}

export function createStringPoolBuilder(): StringPoolBuilder {
  const narrow: number[] = [];
  const wide: number[] = [];
  const places = new Map<string, number>();
  return {
    narrow,
    wide,
    add(text) {
      const known = places.get(text);
      if (known !== undefined) return known;
      const fits = isNarrow(text) && text.length <= MAX_NARROW;
      const pool = fits ? narrow : wide;
      const place = fits ? narrow.length : ~wide.length;
      const length = Math.min(text.length, MAX_WIDE);
      pool.push(length);
      for (let i = 0; i < length; i++) pool.push(text.charCodeAt(i));
      places.set(text, place);
      return place;
    },
  };
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

/** True when every unit fits a byte. */
export function isNarrow(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 255) return false;
  return true;
}
