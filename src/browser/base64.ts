/** Bytes as base64 text: the form in which they pass through storage unharmed in both browsers. */

export function toBase64(bytes: ArrayBuffer): string {
  const units = new Uint8Array(bytes);
  let binary = '';
  // In pieces: a call takes some ten thousand arguments, not a million.
  for (let i = 0; i < units.length; i += 0x8000)
    binary += String.fromCharCode(...units.subarray(i, i + 0x8000));
  return btoa(binary);
}

export function fromBase64(text: string): ArrayBuffer {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes.buffer;
}
