/**
 * A checksum of text: finds what a fault has changed. It is no signature: who may change what is TUF's business, and every
 * byte that comes in has been checked against a signed SHA-256 before this is asked.
 */

/** 64 bits as 16 hex digits: two FNV-1a hashes with different beginnings, each stirred at the end. */
export function checksum(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b) ^ (b >>> 15);
  }
  return hex(stir(a)) + hex(stir(b ^ text.length));
}

/** 32 bits that spread well over the high ones too, for putting ids on shelves. */
export function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return stir(hash);
}

/** The same of bytes. */
export function spreadBytes(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
  return stir(hash);
}

/** The end of MurmurHash3: every bit of the input moves about half of the output's. */
function stir(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function hex(word: number): string {
  return word.toString(16).padStart(8, '0');
}
