/**
 * `npm run annotate`: the same engine over files, HTML and JSONL streams, one JSON line for each document.
 * One document is held at a time, so memory does not grow with the corpus.
 */
import { createReadStream, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createLinker, link } from '../core/linking/link.ts';
import { detectLanguage } from '../core/text/language.ts';
import { compileDataset } from './compile.ts';
import { DatasetError } from './problem.ts';
import { createProgress } from './progress.ts';
import { visibleText } from './visible-text.ts';

const USAGE = `usage: npm run --silent annotate -- [--html] [--date YYYY-MM-DD] [--root DIR] FILE… | -
  FILE   text files (or, with --html, pages: offsets then count in their visible text, which is included)
  -      JSONL on standard input: {"id","text","lang"?} a line
One JSON line a document on stdout: {"doc","lang","mentions":[{"start","end","text","entity","name","kind","confidence","why"}]}
`;

interface Document {
  readonly doc: string;
  readonly text: string;
  readonly lang: string | null;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    html: { type: 'boolean', default: false },
    date: { type: 'string' },
    root: { type: 'string', default: 'assets/dataset' },
  },
});

process.exitCode = await main();

async function main(): Promise<number> {
  if (positionals.length === 0) {
    process.stderr.write(USAGE);
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
      const { doc, text, lang } = document;
      const line = {
        doc,
        lang: detectLanguage(text) ?? lang,
        ...(values.date === undefined ? {} : { date: values.date }),
        mentions: link(linker, text, lang),
        ...(values.html ? { text } : {}),
      };
      await write(`${JSON.stringify(line)}\n`);
      progress.step(text.length);
    }
    progress.end();
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    console.error(error.message);
    return 1;
  }
  return failures > 0 ? 1 : 0;
}

/** Documents one after the other; what cannot be read comes as an Error that names it, and the rest goes on. */
async function* documents(names: readonly string[], html: boolean): AsyncGenerator<Document | Error> {
  for (const name of names) {
    if (name === '-') {
      yield* jsonLines(process.stdin);
    } else if (name.endsWith('.jsonl')) {
      yield* jsonLines(createReadStream(name));
    } else {
      yield await readFile(name, html);
    }
  }
}

async function readFile(name: string, html: boolean): Promise<Document | Error> {
  try {
    const source = readFileSync(name, 'utf8');
    if (!html) return { doc: name, text: source, lang: null };
    const { text, lang } = await visibleText(source);
    return { doc: name, text, lang };
  } catch (cause) {
    return new Error(`${name}: cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
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
  return { doc: String(id ?? number), text, lang: typeof lang === 'string' ? lang : null };
}

/** Waits when the reader of our output is slower than we are, instead of piling lines up in memory. */
function write(text: string): Promise<void> {
  return new Promise((done) => {
    if (process.stdout.write(text)) done();
    else process.stdout.once('drain', done);
  });
}
