/** What `ReadableStream.getReader()` gives. */
export interface ChunkReader<T> {
  read(): Promise<{ readonly done: true } | { readonly done: false; readonly value: T }>;
  cancel(): Promise<void>;
}

/** The chunks that are still to come. Given up half-way, the rest is not read (nor unpacked). Rejects where the stream breaks. */
export async function* chunksOf<T>(reader: ChunkReader<T>): AsyncGenerator<T> {
  try {
    for (;;) {
      const next = await reader.read();
      if (next.done) return;
      yield next.value;
    }
  } finally {
    // At its end or broken, there is nothing to give up.
    await reader.cancel().catch(() => undefined);
  }
}
