/**
 * SHA-256 of a large file, a piece at a time. `crypto.subtle.digest` takes it in one go, and Chromium works it out on the thread
 * that asks: 13 megabytes kept everything else waiting for 120 to 170 ms.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** Bytes hashed between two pauses: a millisecond or two. */
const PIECE = 128 * 1024;

/** In hexadecimal digits. `pause` lets other work in between. */
export async function sha256Of(
  bytes: Uint8Array,
  pause: () => Promise<unknown> = () => Promise.resolve(),
): Promise<string> {
  const hash = sha256.create();
  for (let from = 0; from < bytes.length; from += PIECE) {
    hash.update(bytes.subarray(from, from + PIECE));
    await pause();
  }
  return bytesToHex(hash.digest());
}
