/**
 * `npm run annotate`: the same engine over files, HTML and JSONL streams, one JSON line for each document.
 * One document, or one part of a long text, is held at a time, so memory does not grow with the corpus.
 */
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { isPartialDate } from '../core/dataset/dates.ts';
import {
  createLinker,
  type Linker,
  link,
  type RejectedReading,
  rejectedReadings,
} from '../core/linking/link.ts';
import { languageOf } from '../core/text/language.ts';
import type { Span } from '../core/text/spans.ts';
import { expectDataset, parseOptions, readOrExit } from './arguments.ts';
import { compileDataset } from './compile.ts';
import { linesOf, MOST_LINE_UNITS, utf8Chunks } from './lines.ts';
import { toldOf, UsageError } from './problem.ts';
import { createProgress } from './progress.ts';
import { type TextPart, textParts } from './text-parts.ts';
import { visibleText } from './visible-text.ts';

const USAGE = `usage: npm run --silent annotate -- [--html] [--date YYYY-MM-DD] [--rejected] [--root DIR] FILE… | -
  FILE   UTF-8 text files (or, with --html, pages: offsets then count in their visible text, which is included)
  -      JSONL on standard input (or a file ending in .jsonl): {"id","text","lang"?} a line
  --date     the day the texts were written, for the output to carry along
  --rejected adds "rejected": every name that stands in the text and is not marked, and why
  --root     the dataset's folder (assets/dataset)
A text of more than a million characters is linked part by part: what a name needs must stand in its part.
One JSON line a document on stdout: {"doc","lang","mentions":[{"start","end","text","entity","name","kind","confidence","why"}]}
`;

interface Document {
  readonly doc: string;
  readonly parts: AsyncIterable<TextPart>;
  readonly lang: string | null;
  /** The text itself, when the output has to carry it. */
  readonly shown?: string;
}

const { values, positionals } = readOrExit(USAGE, (args) => {
  const parsed = parseOptions(args, {
    html: { type: 'boolean', default: false },
    date: { type: 'string' },
    rejected: { type: 'boolean', default: false },
    root: { type: 'string', default: 'assets/dataset' },
  });
  const { date } = parsed.values;
  if (parsed.positionals.length === 0) throw new UsageError('annotate which files? FILE…, or - for JSONL');
  if (date !== undefined && !(/^\d{4}-\d{2}-\d{2}$/.test(date) && isPartialDate(date)))
    throw new UsageError(`--date ${date}: a day that exists is wanted, as YYYY-MM-DD`);
  expectDataset(resolve(parsed.values.root));
  return parsed;
});

process.exitCode = await main();

async function main(): Promise<number> {
  let failures = 0;
  try {
    const linker = createLinker(compileDataset(resolve(values.root)));
    const progress = createProgress(process.stderr);
    for await (const document of documents(positionals, values.html)) {
      if (document instanceof Error) {
        failures++;
        console.error(document.message);
        continue;
      }
      try {
        progress.step(await annotate(linker, document));
      } catch (cause) {
        failures++;
        console.error(unreadable(document.doc, cause).message);
      }
    }
    progress.end();
  } catch (error) {
    const told = toldOf(error);
    if (told === null) throw error;
    console.error(told);
    return 1;
  }
  return failures > 0 ? 1 : 0;
}

/**
 * Writes one document's line, its mentions as they are found. Returns the document's length in UTF-16 units. A document
 * that turns out unreadable on the way still ends as one line of JSON, which says so.
 */
async function annotate(linker: Linker, document: Document): Promise<number> {
  const { doc, parts, lang, shown } = document;
  const date = values.date === undefined ? {} : { date: values.date };
  const rejected: RejectedReading[] = [];
  let length = 0;
  let separator = '';
  try {
    for await (const { text, offset } of parts) {
      if (offset === 0) {
        const head = JSON.stringify({ doc, lang: languageOf(text, lang), ...date });
        await write(`${head.slice(0, -1)},"mentions":[`);
      }
      const mentions = link(linker, text, lang).map((mention) => moved(mention, offset));
      if (mentions.length > 0) {
        await write(separator + mentions.map((mention) => JSON.stringify(mention)).join(','));
        separator = ',';
      }
      if (values.rejected)
        rejected.push(...rejectedReadings(linker, text, lang).map((reading) => moved(reading, offset)));
      length = offset + text.length;
    }
  } catch (cause) {
    if (length > 0) await write(`],"error":${JSON.stringify(unreadable(doc, cause).message)}}\n`);
    throw cause;
  }
  await write(']');
  if (values.rejected) await write(`,"rejected":${JSON.stringify(rejected)}`);
  if (shown !== undefined) await write(`,"text":${JSON.stringify(shown)}`);
  await write('}\n');
  return length;
}

function moved<T extends Span>(span: T, offset: number): T {
  return { ...span, start: span.start + offset, end: span.end + offset };
}

/** Documents one after the other; what cannot be read comes as an Error that names it, and the rest goes on. */
async function* documents(names: readonly string[], html: boolean): AsyncGenerator<Document | Error> {
  for (const name of names) {
    if (name === '-') yield* jsonLines('standard input', process.stdin);
    else if (!canRead(name)) yield new Error(`${name}: cannot be read: there is no such file`);
    else if (name.endsWith('.jsonl')) yield* jsonLines(name, createReadStream(name));
    else if (html) yield await readPage(name);
    else yield { doc: name, lang: null, parts: textParts(utf8Chunks(createReadStream(name))) };
  }
}

function canRead(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isFile() ?? false;
}

async function readPage(name: string): Promise<Document | Error> {
  try {
    const page = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(name));
    const { text, lang } = await visibleText(page);
    return { doc: name, lang, parts: partsOf(text), shown: text };
  } catch (cause) {
    return unreadable(name, cause);
  }
}

function unreadable(name: string, cause: unknown): Error {
  return new Error(`${name}: cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`);
}

function partsOf(text: string): AsyncGenerator<TextPart> {
  return textParts(
    (async function* () {
      yield text;
    })(),
  );
}

async function* jsonLines(
  name: string,
  stream: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<Document | Error> {
  try {
    for await (const { number, text } of linesOf(utf8Chunks(stream))) {
      if (text === null)
        yield new Error(`${name}, line ${number}: longer than ${MOST_LINE_UNITS} characters: passed over`);
      else if (text.trim() !== '') yield parseLine(text, `${name}, line ${number}`, number);
    }
  } catch (cause) {
    yield unreadable(name, cause);
  }
}

function parseLine(line: string, where: string, number: number): Document | Error {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return new Error(`${where}: not JSON`);
  }
  const { id, text, lang } = (value ?? {}) as Record<string, unknown>;
  if (typeof text !== 'string') return new Error(`${where}: has no "text"`);
  return { doc: String(id ?? number), parts: partsOf(text), lang: typeof lang === 'string' ? lang : null };
}

/** Waits when the reader of our output is slower than we are, instead of piling lines up in memory. */
function write(text: string): Promise<void> {
  return new Promise((done) => {
    if (process.stdout.write(text)) done();
    else process.stdout.once('drain', done);
  });
}
