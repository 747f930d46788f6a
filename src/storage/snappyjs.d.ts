/** The package brings no types. Its own entrance takes new memory for every call; these write where they are told. */
declare module 'snappyjs/snappy_compressor.js' {
  export class SnappyCompressor {
    constructor(bytes: Uint8Array);
    maxCompressedLength(): number;
    /** Returns how many bytes it has written. */
    compressToBuffer(into: Uint8Array): number;
  }
}

declare module 'snappyjs/snappy_decompressor.js' {
  export class SnappyDecompressor {
    constructor(bytes: Uint8Array);
    /** To be asked first; -1 where none is told. */
    readUncompressedLength(): number;
    /** False when it was not packed; of other bytes than were packed it may give others, or never end. */
    uncompressToBuffer(into: Uint8Array): boolean;
  }
}
