/** Unpacks gzip into lines, a piece at a time, and never more of it than was signed for. */
import { chunksOf } from '../core/streams/chunks.ts';
import { UpdateFailure } from './failure.ts';

/** Bytes given to the decompressor at once: small, so that what a bomb makes of one piece stays small too. */
const PIECE = 16 * 1024;
/** Characters of one line: the header with its cues, or an entity with everything about it. */
const LONGEST_LINE = 8 * 1024 * 1024;

/**
 * The lines of gzipped text that is `size` bytes long.
 * @throws UpdateFailure when it is longer or shorter, a line is absurdly long, or it is no gzip
 */
export async function* unpackLines(packed: Uint8Array<ArrayBuffer>, size: number): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let seen = 0;
  let rest = '';
  try {
    for await (const piece of decompressed(packed)) {
      seen += piece.length;
      if (seen > size) throw new UpdateFailure('too-large', `unpacks to more than ${size} bytes`);
      rest += decoder.decode(piece, { stream: true });
      let from = 0;
      for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', from)) {
        yield rest.slice(from, end);
        from = end + 1;
      }
      rest = rest.slice(from);
      if (rest.length > LONGEST_LINE) throw new UpdateFailure('too-large', 'a line has no end');
    }
    rest += decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new UpdateFailure('unreadable', 'is damaged', { cause: error });
    throw error;
  }
  if (seen !== size) throw new UpdateFailure('unreadable', `unpacks to ${seen} bytes instead of ${size}`);
  if (rest !== '') yield rest;
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
