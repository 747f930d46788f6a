/**
 * Lists of numbers that grow, as typed arrays: a garbage collector walks through lists of a hundred thousand objects again and
 * again, and stops everything for as long as it takes; of these it sees one object each.
 */

type Numbers = Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;

export interface Growing<T extends Numbers> {
  readonly length: number;
  push(value: number): void;
  /** Changes one that was pushed. */
  set(at: number, value: number): void;
  /** 0 behind the end. */
  get(at: number): number;
  /** What it holds now; a view, so not to be kept while it grows. */
  all(): T;
}

/** `make` makes the kind of array, of this many zeros. */
export function growing<T extends Numbers>(make: (length: number) => T): Growing<T> {
  let numbers = make(1024);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === numbers.length) {
        const more = make(2 * length);
        more.set(numbers);
        numbers = more;
      }
      numbers[length++] = value;
    },
    set(at, value) {
      if (at < length) numbers[at] = value;
    },
    get: (at) => (at < length ? (numbers[at] ?? 0) : 0),
    // The same kind of array as was made.
    all: () => numbers.subarray(0, length) as T,
  };
}

export const growingInt32 = () => growing((length) => new Int32Array(length));
export const growingUint8 = () => growing((length) => new Uint8Array(length));
export const growingUint16 = () => growing((length) => new Uint16Array(length));
