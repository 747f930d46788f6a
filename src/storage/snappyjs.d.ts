/** The package brings no types. */
declare module 'snappyjs' {
  export function compress(bytes: Uint8Array): Uint8Array<ArrayBuffer>;
  /** Of what `compress` made: other bytes may throw an Error, give others, or never end. */
  export function uncompress(bytes: Uint8Array): Uint8Array<ArrayBuffer>;
}
