/** The notes of a file, whatever program wrote it, with every reason why something is not taken. Holds the notes, never the file. */
import type { Annotation } from '../../core/annotation/annotation.ts';
import { type Encoding, encodingOf } from '../../core/annotation/in/decode.ts';
import { createItemSplitter } from '../../core/annotation/in/json-items.ts';
import { isNewerFormat, readItem, statedCount } from '../../core/annotation/in/read-item.ts';
import { parseRis, readRis } from '../../core/annotation/in/references.ts';
import { type ItemProblemCode, problem } from '../../core/annotation/item-problem.ts';
import type { ReadNote } from '../../core/annotation/read-annotation.ts';
import { chunksOf } from '../../core/streams/chunks.ts';
import type { ImportProblem, ImportWarning } from '../../messages/to-library.ts';

export interface ReadFile {
  readonly notes: readonly Annotation[];
  /** Notes that came back from a citation manager, with the ids they have here. */
  readonly returned: readonly { readonly note: Annotation; readonly own: readonly string[] }[];
  readonly problems: readonly ImportProblem[];
  /** More problems than are listed. */
  readonly moreProblems: number;
  readonly warnings: readonly ImportWarning[];
  readonly stated: number | null;
}

/** What one import may take: everything that it brings is held until it is agreed to, and the memory has an end. */
export interface Limits {
  /** Text of notes, in UTF-16 units. */
  readonly notes: number;
  /** The file, unpacked, in bytes: a small one can unpack to any size. */
  readonly file: number;
  /** Reference managers' files are held whole; nobody's are this large. */
  readonly ris: number;
  /** Items that are no notes: with so many, and hardly a note, it is a file of something else. */
  readonly problems: number;
}

export const LIMITS: Limits = {
  notes: 300_000_000,
  file: 2_000_000_000,
  ris: 60_000_000,
  problems: 100_000,
};

/** Problems that are kept with their reasons: a file can have one at every third letter. */
const MOST_PROBLEMS = 1000;

/** Ends the reading of a file that goes beyond a limit: then nothing of it is taken, because half of it is no import. */
class TooLarge extends Error {
  override name = 'TooLarge';
  readonly problem: Pick<ImportProblem, 'problem'>;
  constructor(problem: Pick<ImportProblem, 'problem'>) {
    super(problem.problem.code);
    this.problem = problem;
  }
}

export async function readFile(
  file: Blob,
  now: string,
  progress: (done: number) => void = () => undefined,
  limits: Limits = LIMITS,
): Promise<ReadFile> {
  const notes: Annotation[] = [];
  const returned: { note: Annotation; own: readonly string[] }[] = [];
  const problems: ImportProblem[] = [];
  const warnings: ImportWarning[] = [];
  const seen = new Set<string>();
  let item = 0;
  let moreProblems = 0;
  let held = 0;
  const add = (at: number, found: Pick<ImportProblem, 'problem'>) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ item: at, ...found });
    else if (++moreProblems > limits.problems && moreProblems > 10 * notes.length)
      throw new TooLarge(problem('no-notes'));
  };
  const take = (read: ReadNote, size: number) => {
    item++;
    if ('problem' in read) add(item, read);
    else if (seen.has(read.note.id)) add(item, problem('id-twice', read.note.id));
    else {
      held += size;
      if (held > limits.notes) throw new TooLarge(problem('file-too-large', inMb(limits.notes)));
      seen.add(read.note.id);
      if (read.own) returned.push({ note: read.note, own: read.own });
      else notes.push(read.note);
    }
  };
  const whole = (code: ItemProblemCode, about = '') => add(0, problem(code, about));

  let encoding: Encoding | null = null;
  let decoder: TextDecoder | null = null;
  let kind: 'json' | 'ris' | null = null;
  let ris = '';
  let bytes = 0;
  const splitter = createItemSplitter((source) => take(readItem(source, now), source.length));
  try {
    for await (const chunk of chunksOf<Uint8Array>((await plain(file)).getReader())) {
      if (!decoder) {
        encoding = encodingOf(chunk.subarray(0, 65_536));
        decoder = new TextDecoder(encoding);
      }
      const part = decoder.decode(chunk, { stream: true });
      kind ??= kindOf(part);
      if (kind === 'ris') {
        ris += part;
        if (ris.length > limits.ris) throw new TooLarge(problem('file-too-large', inMb(limits.ris)));
      } else splitter.push(part);
      bytes += chunk.length;
      if (bytes > limits.file) throw new TooLarge(problem('file-too-large', inMb(limits.file)));
      progress(bytes);
    }
  } catch (error) {
    if (error instanceof TooLarge)
      return {
        notes: [],
        returned: [],
        problems: [{ item: 0, ...error.problem }, ...problems.slice(0, 20)],
        moreProblems: 0,
        warnings,
        stated: null,
      };
    whole('read-error', error instanceof Error ? error.message : String(error));
    warnings.push({ kind: 'cut-off' });
  }
  if (encoding && encoding !== 'utf-8') warnings.push({ kind: 'encoding', encoding });
  if (kind === 'ris') {
    const records = parseRis(ris);
    for (const record of records) take(readRis(record, now), 0);
    if (records.some((record) => record.cutOff)) warnings.push({ kind: 'cut-off' });
    return { notes, returned, problems, moreProblems, warnings, stated: null };
  }
  const { cutOff, isClosed, rest, tooLong } = splitter.end();
  // A file that is one single note, or lines of them, of which the first was taken for the frame.
  const single = rest.trim();
  if (single.startsWith('{') && !/"(?:items|rows|annotations|@graph)"\s*:/.test(single.slice(0, 2000))) {
    const read = readItem(single.replace(/\}\s*$/, '}'), now);
    if ('note' in read || item === 0) take(read, 0);
  } else if (item === 0 && problems.length === 0) whole(bytes === 0 ? 'empty-file' : 'no-notes');
  if (cutOff !== null || (!isClosed && item > 0)) {
    warnings.push({ kind: 'cut-off' });
    if (cutOff !== null) add(item + 1, problem('cut-off', `${cutOff.slice(0, 80)}…`));
  }
  if (tooLong > 0) whole('items-too-long', String(tooLong));
  if (isNewerFormat(rest)) warnings.push({ kind: 'newer-format' });
  const stated = statedCount(rest);
  const found = notes.length + returned.length;
  if (stated !== null && stated !== found) warnings.push({ kind: 'count', stated, found });
  return { notes, returned, problems, moreProblems, warnings, stated };
}

function inMb(size: number): string {
  return `${Math.round(size / 1_000_000)} MB`;
}

function kindOf(start: string): 'json' | 'ris' | null {
  const text = start.replace(/^\ufeff/, '').trimStart();
  if (text === '') return null;
  return /^(?:TY {2}-|[A-Z][A-Z0-9] {2}- )/.test(text) ? 'ris' : 'json';
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
