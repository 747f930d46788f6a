/** Which encoding a file is in, by its first bytes. */

/** Labels as TextDecoder takes them. Latin-1 for what is not sound UTF-8: old exports of reference managers are. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export function encodingOf(bytes: Uint8Array): Encoding {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  // JSON and RIS begin with ASCII: every other byte is zero then.
  if (b === 0 && d === 0 && a !== 0) return 'utf-16le';
  if (a === 0 && c === 0 && b !== 0) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** Sound as far as it goes; a sequence that the end cuts off is no fault. */
function isUtf8(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i] as number;
    const more =
      byte < 0x80
        ? 0
        : byte >= 0xc2 && byte < 0xe0
          ? 1
          : byte >= 0xe0 && byte < 0xf0
            ? 2
            : byte >= 0xf0 && byte < 0xf5
              ? 3
              : -1;
    if (more < 0) return false;
    for (let j = 1; j <= more; j++) {
      const next = bytes[i + j];
      if (next === undefined) return true;
      if ((next & 0xc0) !== 0x80) return false;
    }
    i += more + 1;
  }
  return true;
}
