/** What bytes that are used as they lie are checked with before they are. */

/** Bytes that are not an index, or not one of this layout, or damaged. Says what was expected and what was found. */
export class IndexError extends Error {
  constructor(what: string, expected: number | string, found: number | string) {
    super(`index refused: ${what}: expected ${expected}, found ${found}`);
    this.name = 'IndexError';
  }
}

/** Even, so that a word that alone is changed always changes the checksum: times an even number, plus one, is odd. */
const SPREAD = 0x9e3779b0;

/**
 * Finds damage; it is no signature. A sum of 32-bit words and the sum of its intermediate sums, as Fletcher's (IEEE Trans.
 * Comm. 30, 1982), the fourth word, where the checksum itself stands, counted as zero. Additions only: a page runs this once,
 * before anything is compiled, and products are calls there.
 */
export function checksumOf(bytes: ArrayBuffer): number {
  const words = new Int32Array(bytes);
  const { length } = words;
  let sum = length;
  let sums = 0;
  for (let i = 0; i < Math.min(3, length); i++) {
    sum = (sum + (words[i] as number)) | 0;
    sums = (sums + sum) | 0;
  }
  let i = 4;
  // Four words a turn: counting costs as much as adding while the code is interpreted.
  for (; i + 3 < length; i += 4) {
    const first = (sum + (words[i] as number)) | 0;
    const second = (first + (words[i + 1] as number)) | 0;
    const third = (second + (words[i + 2] as number)) | 0;
    sum = (third + (words[i + 3] as number)) | 0;
    sums = (sums + first + second + third + sum) | 0;
  }
  for (; i < length; i++) {
    sum = (sum + (words[i] as number)) | 0;
    sums = (sums + sum) | 0;
  }
  return (sum + Math.imul(sums, SPREAD)) | 0;
}
