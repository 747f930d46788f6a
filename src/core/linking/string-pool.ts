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
  /** What has been added so far. */
  narrow(): Uint8Array;
  wide(): Uint16Array;
}

export function createStringPoolBuilder(): StringPoolBuilder {
  // Typed arrays grow by copying bytes: a list of numbers that grows to millions stops everything for 50 ms.
  let narrow = new Uint8Array(1024);
  let wide = new Uint16Array(1024);
  let narrowLength = 0;
  let wideLength = 0;
  const places = new Map<string, number>();
  return {
    narrow: () => narrow.subarray(0, narrowLength),
    wide: () => wide.subarray(0, wideLength),
    add(text) {
      const known = places.get(text);
      if (known !== undefined) return known;
      const fits = isNarrow(text) && text.length <= MAX_NARROW;
      const length = Math.min(text.length, MAX_WIDE);
      const place = fits ? narrowLength : ~wideLength;
      if (fits) {
        if (narrowLength + 1 + length > narrow.length)
          narrow = grown(narrow, new Uint8Array(2 * narrow.length));
        narrow[narrowLength++] = length;
        for (let i = 0; i < length; i++) narrow[narrowLength++] = text.charCodeAt(i);
      } else {
        while (wideLength + 1 + length > wide.length) wide = grown(wide, new Uint16Array(2 * wide.length));
        wide[wideLength++] = length;
        for (let i = 0; i < length; i++) wide[wideLength++] = text.charCodeAt(i);
      }
      places.set(text, place);
      return place;
    },
  };
}

function grown<T extends Uint8Array | Uint16Array>(before: T, after: T): T {
  after.set(before);
  return after;
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
