/**
 * `npm run annotate`: the same engine over files, HTML and JSONL streams, one JSON line for each document.
 * One document, or one part of a long text, is held at a time, so memory does not grow with the corpus.
 */
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createLinker, type LinkedMention, type Linker, link } from '../core/linking/link.ts';
import { detectLanguage } from '../core/text/language.ts';
import { compileDataset } from './compile.ts';
import { DatasetError } from './problem.ts';
import { createProgress } from './progress.ts';
import { type TextPart, textParts } from './text-parts.ts';
import { visibleText } from './visible-text.ts';

const USAGE = `usage: npm run --silent annotate -- [--html] [--date YYYY-MM-DD] [--root DIR] FILE… | -
  FILE   text files (or, with --html, pages: offsets then count in their visible text, which is included)
  -      JSONL on standard input (or a file ending in .jsonl): {"id","text","lang"?} a line
  --date the day the texts were written, for the output to carry along
  --root the dataset's folder (assets/dataset)
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

const { values, positionals } = readArguments();

process.exitCode = await main();

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        html: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
        date: { type: 'string' },
        root: { type: 'string', default: 'assets/dataset' },
      },
    });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    process.exit(2);
  }
}

async function main(): Promise<number> {
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  if (positionals.length === 0) {
    process.stderr.write(USAGE);
    return 2;
  }
  if (values.date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(values.date)) {
    process.stderr.write(`--date ${values.date}: expected YYYY-MM-DD\n`);
    return 2;
  }
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
    if (!(error instanceof DatasetError)) throw error;
    console.error(error.message);
    return 1;
  }
  return failures > 0 ? 1 : 0;
}

/** Writes one document's line, its mentions as they are found. Returns the document's length in UTF-16 units. */
async function annotate(linker: Linker, { doc, parts, lang, shown }: Document): Promise<number> {
  const date = values.date === undefined ? {} : { date: values.date };
  let length = 0;
  let separator = '';
  for await (const { text, offset } of parts) {
    if (offset === 0) {
      const head = JSON.stringify({ doc, lang: detectLanguage(text) ?? lang, ...date });
      await write(`${head.slice(0, -1)},"mentions":[`);
    }
    const mentions = link(linker, text, lang).map((mention) => moved(mention, offset));
    if (mentions.length > 0) {
      await write(separator + mentions.map((mention) => JSON.stringify(mention)).join(','));
      separator = ',';
    }
    length = offset + text.length;
  }
  await write(shown === undefined ? ']}\n' : `],"text":${JSON.stringify(shown)}}\n`);
  return length;
}

function moved(mention: LinkedMention, offset: number): LinkedMention {
  return { ...mention, start: mention.start + offset, end: mention.end + offset };
}

/** Documents one after the other; what cannot be read comes as an Error that names it, and the rest goes on. */
async function* documents(names: readonly string[], html: boolean): AsyncGenerator<Document | Error> {
  for (const name of names) {
    if (name === '-') yield* jsonLines(process.stdin);
    else if (!canRead(name)) yield new Error(`${name}: cannot be read: there is no such file`);
    else if (name.endsWith('.jsonl')) yield* jsonLines(createReadStream(name));
    else if (html) yield await readPage(name);
    else yield { doc: name, lang: null, parts: textParts(createReadStream(name, { encoding: 'utf8' })) };
  }
}

function canRead(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isFile() ?? false;
}

async function readPage(name: string): Promise<Document | Error> {
  try {
    const { text, lang } = await visibleText(readFileSync(name, 'utf8'));
    return { doc: name, lang, parts: whole(text), shown: text };
  } catch (cause) {
    return unreadable(name, cause);
  }
}

function unreadable(name: string, cause: unknown): Error {
  return new Error(`${name}: cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`);
}

async function* whole(text: string): AsyncGenerator<TextPart> {
  yield { text, offset: 0 };
}

async function* jsonLines(stream: NodeJS.ReadableStream): AsyncGenerator<Document | Error> {
  let number = 0;
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    yield parseLine(line, number);
  }
}

function parseLine(line: string, number: number): Document | Error {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return new Error(`line ${number}: not JSON`);
  }
  const { id, text, lang } = (value ?? {}) as Record<string, unknown>;
  if (typeof text !== 'string') return new Error(`line ${number}: has no "text"`);
  return { doc: String(id ?? number), parts: whole(text), lang: typeof lang === 'string' ? lang : null };
}

/** Waits when the reader of our output is slower than we are, instead of piling lines up in memory. */
function write(text: string): Promise<void> {
  return new Promise((done) => {
    if (process.stdout.write(text)) done();
    else process.stdout.once('drain', done);
  });
}
