/** The notes of a file, whatever program wrote it, with every reason why something is not taken. Holds the notes, never the file. */
import { type Encoding, encodingOf } from '../../core/annotation/in/decode.ts';
import { createItemSplitter, type ItemSplitter } from '../../core/annotation/in/json-items.ts';
import { isNewerFormat, readItem, statedCount } from '../../core/annotation/in/read-item.ts';
import { parseRis, readRis } from '../../core/annotation/in/references.ts';
import { chunksOf } from '../../core/streams/chunks.ts';
import { createIntake, type Intake, inMb, LIMITS, type Limits, type ReadFile, TooLarge } from './intake.ts';

/** Reads all of it, however large, a chunk at a time. Beyond a limit nothing is taken, because half of a file is no import. */
export async function readFile(
  file: Blob,
  now: string,
  progress: (done: number) => void = () => undefined,
  limits: Limits = LIMITS,
): Promise<ReadFile> {
  const intake = createIntake(limits);
  const splitter = createItemSplitter((source) => intake.take(readItem(source, now), source.length));
  let encoding: Encoding | null = null;
  let kind: Kind | null = null;
  let ris = '';
  try {
    for await (const part of textOf(file, limits.file, progress)) {
      encoding = part.encoding;
      kind ??= kindOf(part.text);
      if (kind === 'other') return endOther(intake);
      if (kind === 'ris') {
        ris += part.text;
        if (ris.length > limits.ris) throw new TooLarge('file-too-large', inMb(limits.ris));
      } else splitter.push(part.text);
    }
  } catch (error) {
    if (error instanceof TooLarge) return intake.none(error);
    intake.problem(0, 'read-error', error instanceof Error ? error.message : String(error));
    intake.warn({ kind: 'cut-off' });
  }
  if (encoding && encoding !== 'utf-8') intake.warn({ kind: 'encoding', encoding });
  try {
    return kind === 'ris' ? endRis(intake, ris, now) : endJson(intake, splitter, encoding === null, now);
  } catch (error) {
    if (error instanceof TooLarge) return intake.none(error);
    throw error;
  }
}

/** Of other programs' files nothing is read: what stands in braces there is no JSON, and its faults would tell nobody anything. */
function endOther(intake: Intake): ReadFile {
  intake.problem(0, 'other-format');
  return intake.end(null);
}

/** Reference managers' files are read at their end, as a whole. */
function endRis(intake: Intake, text: string, now: string): ReadFile {
  const records = parseRis(text);
  for (const record of records) intake.take(readRis(record, now), 0);
  if (records.some((record) => record.cutOff)) intake.warn({ kind: 'cut-off' });
  return intake.end(null);
}

/** What is left when the last item has been read: the frame around them, or all there is. */
function endJson(intake: Intake, splitter: ItemSplitter, isEmpty: boolean, now: string): ReadFile {
  const { cutOff, isClosed, rest, tooLong } = splitter.end();
  // A file that is one single note, or lines of them, of which the first was taken for the frame.
  const single = rest.trim();
  if (single.startsWith('{') && !/"(?:items|rows|annotations|@graph)"\s*:/.test(single.slice(0, 2000))) {
    const read = readItem(single.replace(/\}\s*$/, '}'), now);
    if (read.some((one) => 'note' in one) || intake.items() === 0) intake.take(read, 0);
  } else if (intake.items() === 0 && !intake.hasProblems())
    intake.problem(0, isEmpty ? 'empty-file' : 'no-notes');
  if (cutOff !== null || (!isClosed && intake.items() > 0)) {
    intake.warn({ kind: 'cut-off' });
    if (cutOff !== null) intake.problem(intake.items() + 1, 'cut-off', `${cutOff.slice(0, 80)}…`);
  }
  if (tooLong > 0) intake.problem(0, 'items-too-long', String(tooLong));
  if (isNewerFormat(rest)) intake.warn({ kind: 'newer-format' });
  return intake.end(statedCount(rest));
}

/** The file's text in the encoding that it begins with. `progress` hears of the bytes so far. @throws TooLarge */
async function* textOf(
  file: Blob,
  most: number,
  progress: (done: number) => void,
): AsyncGenerator<{ readonly text: string; readonly encoding: Encoding }> {
  let encoding: Encoding | null = null;
  let decoder: TextDecoder | null = null;
  let bytes = 0;
  for await (const chunk of chunksOf<Uint8Array>((await plain(file)).getReader())) {
    encoding ??= encodingOf(chunk.subarray(0, 65_536));
    decoder ??= new TextDecoder(encoding);
    yield { text: decoder.decode(chunk, { stream: true }), encoding };
    bytes += chunk.length;
    if (bytes > most) throw new TooLarge('file-too-large', inMb(most));
    progress(bytes);
  }
}

type Kind = 'json' | 'ris' | 'other';

/** By how it begins; null while there is nothing but blanks. */
function kindOf(start: string): Kind | null {
  const text = start.replace(/^\ufeff/, '').trimStart();
  if (text === '') return null;
  if (/^[[{]/.test(text)) return 'json';
  return /^(?:TY {2}-|[A-Z][A-Z0-9] {2}- )/.test(text) ? 'ris' : 'other';
}

/** Unpacked, when it is packed with gzip: backups are. */
async function plain(file: Blob): Promise<ReadableStream<Uint8Array>> {
  const head = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  // The two stream types differ only in what buffers their chunks may use.
  return isGzip
    ? (file.stream().pipeThrough(new DecompressionStream('gzip')) as ReadableStream<Uint8Array>)
    : file.stream();
}
