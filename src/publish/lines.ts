/** Text and lines of a byte stream, strictly: what is not UTF-8 or has no end is refused by name, and memory stays bounded. */

/** A line longer than this is passed over: parsed, it would take a multiple of that in memory. */
export const MOST_LINE_UNITS = 128 * 1024 * 1024;

/**
 * The stream's text in chunks. A byte order mark stays, because offsets count in the file as it was read.
 * @throws Error that says about where, for bytes that are not UTF-8
 */
export async function* utf8Chunks(bytes: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let read = 0;
  const decode = (chunk: Uint8Array | undefined) => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      throw new Error(
        `not UTF-8 text (between byte ${read} and ${read + (chunk?.length ?? 0)}); save it as UTF-8 first`,
      );
    }
  };
  for await (const chunk of bytes) {
    const piece = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
    yield decode(piece);
    read += piece.length;
  }
  const rest = decode(undefined);
  if (rest !== '') yield rest;
}

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Null for a line that is longer than `most`. */
  readonly text: string | null;
}

/** Lines of a text that comes in chunks, without their ends. */
export async function* linesOf(
  chunks: AsyncIterable<string>,
  most: number = MOST_LINE_UNITS,
): AsyncGenerator<Line> {
  let number = 1;
  let parts: string[] = [];
  let length = 0;
  const add = (part: string) => {
    length += part.length;
    if (length <= most) parts.push(part);
    else parts = [];
  };
  const take = (): Line => {
    const text = length > most ? null : parts.join('').replace(/\r$/, '');
    parts = [];
    length = 0;
    return { number: number++, text };
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      add(chunk.slice(from, end));
      from = end + 1;
      yield take();
    }
    add(chunk.slice(from));
  }
  if (length > 0) yield take();
}
