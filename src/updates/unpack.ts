/** Unpacks gzip into lines, a piece at a time, and never more of it than was signed for. */
import { chunksOf } from '../core/streams/chunks.ts';
import { UpdateFailure } from './failure.ts';

/** Bytes given to the decompressor at once: small, so that what a bomb makes of one piece stays small too. */
const PIECE = 16 * 1024;
/** Bytes of one line: the header with its cues, or an entity with everything about it. */
const LONGEST_LINE = 16 * 1024 * 1024;
const LINE_END = 0x0a;

/**
 * The lines of gzipped text that is `size` bytes long, as bytes.
 * @throws UpdateFailure when it is longer or shorter, a line is absurdly long, or it is no gzip
 */
export async function* unpackLines(
  packed: Uint8Array<ArrayBuffer>,
  size: number,
): AsyncGenerator<Uint8Array> {
  let seen = 0;
  /** Pieces of a line whose end has not come yet. */
  let begun: Uint8Array[] = [];
  try {
    for await (const piece of decompressed(packed)) {
      seen += piece.length;
      if (seen > size) throw new UpdateFailure('too-large', `unpacks to more than ${size} bytes`);
      let from = 0;
      for (let end = piece.indexOf(LINE_END); end >= 0; end = piece.indexOf(LINE_END, from)) {
        yield joined(begun, piece.subarray(from, end));
        begun = [];
        from = end + 1;
      }
      if (from < piece.length) begun.push(piece.subarray(from));
      if (lengthOf(begun) > LONGEST_LINE) throw new UpdateFailure('too-large', 'a line has no end');
    }
  } catch (error) {
    if (error instanceof TypeError) throw new UpdateFailure('unreadable', 'is damaged', { cause: error });
    throw error;
  }
  if (seen !== size) throw new UpdateFailure('unreadable', `unpacks to ${seen} bytes instead of ${size}`);
  if (begun.length > 0) yield joined(begun, new Uint8Array());
}

function joined(begun: readonly Uint8Array[], last: Uint8Array): Uint8Array {
  if (begun.length === 0) return last;
  const line = new Uint8Array(lengthOf(begun) + last.length);
  let end = 0;
  for (const piece of [...begun, last]) {
    line.set(piece, end);
    end += piece.length;
  }
  return line;
}

function lengthOf(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}

function decompressed(packed: Uint8Array<ArrayBuffer>): AsyncGenerator<Uint8Array> {
  let at = 0;
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      if (at >= packed.length) return controller.close();
      controller.enqueue(packed.subarray(at, at + PIECE));
      at += PIECE;
    },
  });
  return chunksOf<Uint8Array>(source.pipeThrough(new DecompressionStream('gzip')).getReader());
}
