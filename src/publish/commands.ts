/** The maintainers' commands. Output goes to stdout, everything else to stderr. */
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Release, releaseSchema } from '../core/dataset/release.ts';
import { expectDataset, expectFolder, parseOptions, readTextFile, wholeNumber } from './arguments.ts';
import { checkDataset, errorsOf } from './check.ts';
import { compileDataset } from './compile.ts';
import { describeCoverage } from './coverage.ts';
import { describeDiff, diffReleases } from './diff.ts';
import { toCsv } from './export/csv.ts';
import { toFollowTheMoney } from './export/ftm.ts';
import { toJsonLd } from './export/json-ld.ts';
import { describeForecast, forecast } from './forecast.ts';
import { describeScore } from './gold.ts';
import { importCandidates } from './import.ts';
import { checkLinks, describeLinks } from './links/check-links.ts';
import { fetchPage } from './links/fetch-page.ts';
import { loadDataset } from './load.ts';
import { loadGold } from './load-gold.ts';
import { CommandError, formatProblem, toldOf, UsageError } from './problem.ts';
import { proposeAlias, proposeRecord } from './proposal.ts';
import { measureQuality } from './quality.ts';
import { qualityPage } from './quality-page.ts';
import { recordJsonSchema } from './record-schema.ts';
import { isReleaseCommand, RELEASE_USAGE, runReleaseCommand } from './release/commands.ts';
import { makeReport } from './report/report.ts';
import { reportPage } from './report/report-page.ts';
import { releaseStats } from './stats.ts';

const USAGE = `usage: npm run --silent dataset -- COMMAND [--json] [--root DIR]
  check [--quiet]
               finds what is wrong in the records: file:line, rule, what, how to mend it; warnings
               hold nothing back and are left out with --quiet, as is what the dataset covers
  list         every entity, one a line (--json: an array)
  stats        what the release holds
  show ID      one entity with its statements
  diff A B     what changed between two datasets (folders, or release files), for a person to approve
  export --format ftm,jsonld,csv [--out DIR]
               the release for other tools: FollowTheMoney lines, JSON-LD, tables
  import FILE  candidate list (CSV with a name column, or FollowTheMoney lines) into candidates/
  links [--state FILE] [--pause MS]
               fetches every source and looks for its passages; goes on where an earlier run stopped
  report [--out FILE]
               the state of the dataset on one page (report.html)
  schema       JSON Schema of a record, for editors (assets/dataset/record.schema.json)
  quality [--out FILE] [--gold DIR]
               how well the labelled texts are marked; exit 1 below a floor; --out writes the release's page
  forecast FOLDER (--entity ID --alias NAME | --record FILE)
               what a proposed name or record would newly mark in the texts (.txt, .md) below FOLDER
signed releases (docs/publishing.md):
${RELEASE_USAGE}`;

const OPTIONS = {
  json: { type: 'boolean', default: false },
  root: { type: 'string', default: 'assets/dataset' },
  alias: { type: 'string' },
  entity: { type: 'string' },
  record: { type: 'string' },
  gold: { type: 'string', default: 'tests/gold' },
  out: { type: 'string' },
  format: { type: 'string', default: 'ftm,jsonld,csv' },
  state: { type: 'string', default: 'links.jsonl' },
  pause: { type: 'string', default: '2000' },
  quiet: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parseOptions<typeof OPTIONS>>['values'];

interface Command {
  /** How many words follow the command. */
  readonly words: number;
  /** Options it knows besides --json and --root. */
  readonly options?: readonly (keyof typeof OPTIONS)[];
  readonly run: (rest: readonly string[], values: Values) => number | Promise<number>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  check: { words: 0, options: ['quiet'], run: check },
  list: { words: 0, run: list },
  stats: { words: 0, run: stats },
  show: { words: 1, run: show },
  schema: { words: 0, run: schema },
  diff: { words: 2, run: diff },
  export: { words: 0, options: ['format', 'out'], run: exportAs },
  import: { words: 1, run: importFile },
  links: { words: 0, options: ['state', 'pause'], run: links },
  report: { words: 0, options: ['out'], run: report },
  quality: { words: 0, options: ['out', 'gold'], run: quality },
  forecast: { words: 1, options: ['entity', 'alias', 'record'], run: foresee },
};

/** Runs one command and gives its exit status: 0, 1 for what is wrong or cannot be done, 2 for a wrong command line. */
export async function runDataset(args: readonly string[]): Promise<number> {
  try {
    return isReleaseCommand(args[0]) ? await runReleaseCommand(args) : await run(args);
  } catch (error) {
    const told = toldOf(error);
    if (told === null) throw error;
    console.error(told);
    if (!(error instanceof UsageError)) return 1;
    console.error('npm run --silent dataset -- --help lists the commands');
    return 2;
  }
}

async function run(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args[0] === 'help') {
    process.stdout.write(USAGE);
    return 0;
  }
  const { values, positionals } = parseOptions(args, OPTIONS);
  const [name, ...rest] = positionals;
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (name === undefined || command === undefined) {
    if (name !== undefined) console.error(`there is no command ${name}`);
    process.stderr.write(USAGE);
    return 2;
  }
  expectOwnOptions(name, command, args);
  if (rest.length > command.words)
    throw new UsageError(`${name}: ${rest[command.words]} is one word too many`);
  if (rest.length < command.words)
    throw new UsageError(`${name} wants ${command.words === 1 ? 'a word' : 'two words'} more: see --help`);
  if (name !== 'schema' && name !== 'diff') expectDataset(resolve(values.root));
  return command.run(rest, values);
}

/** An option that the command does not heed was meant for something. */
function expectOwnOptions(name: string, { options = [] }: Command, args: readonly string[]): void {
  const known: readonly string[] = ['json', 'root', ...options];
  const other = args
    .map((arg) => /^--([a-z]+)(?:=|$)/.exec(arg)?.[1])
    .find((option) => option !== undefined && !known.includes(option));
  if (other !== undefined) throw new UsageError(`${name} knows no --${other}`);
}

function stats(_: readonly string[], { root }: Values): number {
  print(releaseStats(compileDataset(resolve(root))));
  return 0;
}

function schema(): number {
  process.stdout.write(recordJsonSchema());
  return 0;
}

function foresee([folder = '']: readonly string[], { alias, entity, record, root, json }: Values): number {
  if (record === undefined && (alias === undefined || entity === undefined))
    throw new UsageError('forecast wants --entity ID --alias NAME, or --record FILE');
  const texts = expectFolder(resolve(folder));
  const release = compileDataset(resolve(root));
  if (record !== undefined) readTextFile(resolve(record));
  const proposal =
    record === undefined
      ? proposeAlias(release, entity ?? '', alias ?? '')
      : proposeRecord(release, resolve(record));
  if (typeof proposal === 'string') throw new CommandError(proposal);
  const result = forecast(proposal.release, proposal.aliases, texts);
  if (result.texts === 0) throw new CommandError(`there are no .txt or .md files below ${texts}`);
  if (json) print(result);
  else console.log(describeForecast(result));
  return 0;
}

function quality(_: readonly string[], { root, gold, out, json }: Values): number {
  const texts = loadGold(expectFolder(resolve(gold)));
  if (texts.length === 0) throw new CommandError(`there are no labelled texts (.yaml) in ${resolve(gold)}`);
  const report = measureQuality(compileDataset(resolve(root)), texts);
  if (out !== undefined) writeFileSync(resolve(out), qualityPage(report));
  if (json) print(report);
  else console.log(describeScore(report.score));
  return report.below.length === 0 ? 0 : 1;
}

function diff([a = '', b = '']: readonly string[], { json }: Values): number {
  const result = diffReleases(readRelease(a), readRelease(b));
  if (json) print(result);
  else console.log(describeDiff(result));
  return 0;
}

/** A dataset's folder is compiled; a file is read as a release. */
function readRelease(path: string): Release {
  if (!existsSync(path)) throw new CommandError(`there is no folder or file ${path}`);
  if (statSync(path).isDirectory()) return compileDataset(expectDataset(resolve(path)));
  const parsed = releaseSchema.safeParse(parseJson(readTextFile(path), path));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new CommandError(`${path} is not a release: ${issue?.path.join('.')}: ${issue?.message}`);
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandError(`${path} is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}

function exportAs(_: readonly string[], { root, format: wanted, out }: Values): number {
  const formats = wanted.split(',');
  const writers: Record<string, (release: Release) => Record<string, string>> = {
    ftm: (release) => ({ 'sidelight.ftm.json': toFollowTheMoney(release) }),
    jsonld: (release) => ({ 'sidelight.jsonld': toJsonLd(release) }),
    csv: toCsv,
  };
  const unknown = formats.filter((format) => !Object.hasOwn(writers, format));
  if (unknown.length > 0)
    throw new UsageError(
      `no such format: ${unknown.map((format) => format || '(none)').join(', ')}; there are ${Object.keys(writers).join(', ')}`,
    );
  const release = compileDataset(resolve(root));
  const folder = resolve(out ?? 'export');
  mkdirSync(folder, { recursive: true });
  for (const format of formats) {
    for (const [name, text] of Object.entries(writers[format]?.(release) ?? {})) {
      writeFileSync(join(folder, name), text);
      console.log(join(folder, name));
    }
  }
  return 0;
}

function importFile([file = '']: readonly string[], { root, json }: Values): number {
  const text = readTextFile(file);
  const outcome = importCandidates(loadDataset(resolve(root)), resolve(root), text, basename(file));
  if (outcome.written.length === 0 && outcome.skipped.length === 0)
    throw new CommandError(`${file} holds no rows: nothing was imported`);
  if (json) print(outcome);
  else {
    for (const id of outcome.written) console.log(`candidates/${id}.yaml`);
    for (const { line, reason } of outcome.skipped) console.log(`${file}:${line}  left out: ${reason}`);
    console.log(`${outcome.written.length} candidates, ${outcome.skipped.length} rows left out`);
  }
  return outcome.written.length === 0 ? 1 : 0;
}

async function links(_: readonly string[], { root, state, pause, json }: Values): Promise<number> {
  const milliseconds = wholeNumber('pause', pause, 0, 600_000);
  expectFolder(dirname(resolve(state)));
  const bar = (done: number, all: number) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${all} sources ${done === all ? '\n' : ''}`);
  };
  const results = await checkLinks(compileDataset(resolve(root)), {
    stateFile: resolve(state),
    fetchPage,
    pause: milliseconds,
    hostsAtOnce: 8,
    archiveOf: (url) => `https://web.archive.org/web/2/${url}`,
    onResult: bar,
  });
  if (json) print(results);
  else console.log(describeLinks(results));
  return results.some((result) => result.state === 'gone' || result.state === 'changed') ? 1 : 0;
}

function report(_: readonly string[], { root, out }: Values): number {
  const dataset = loadDataset(resolve(root));
  const file = resolve(out ?? 'report.html');
  writeFileSync(file, reportPage(makeReport(dataset, compileDataset(resolve(root)), today())));
  console.log(file);
  return 0;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function check(_: readonly string[], { root, quiet, json }: Values): number {
  const dataset = loadDataset(resolve(root));
  const problems = checkDataset(dataset, today());
  const errors = errorsOf(problems);
  if (json) print(problems);
  else {
    const shown = quiet ? errors : problems;
    for (const problem of shown) console.log(formatProblem(problem));
    const warnings = problems.length - errors.length;
    console.log(
      `${dataset.entities.length} entities, ${dataset.drafts.length} draft files, ${dataset.cues.length} cues: ` +
        `${errors.length === 0 ? 'nothing wrong' : `${errors.length} problems`}, ${warnings} warnings`,
    );
    if (!quiet) console.log(describeCoverage(dataset));
  }
  return errors.length === 0 ? 0 : 1;
}

function list(_: readonly string[], { root, json }: Values): number {
  const release = compileDataset(resolve(root));
  const rows = release.entities.map(({ id, name, kind }) => ({
    id,
    name,
    kind,
    aliases: [...new Set(release.aliases.filter((a) => a.entity === id).map((a) => a.text))],
  }));
  if (json) print(rows);
  else for (const row of rows) console.log(`${row.id.padEnd(40)} ${row.kind.padEnd(14)} ${row.name}`);
  return 0;
}

function show([id = '']: readonly string[], { root }: Values): number {
  const release = compileDataset(resolve(root));
  const target = release.redirects[id] ?? id;
  const entity = release.entities.find((e) => e.id === target);
  if (!entity) throw new CommandError(`there is no entity ${id}`);
  print({
    ...entity,
    aliases: release.aliases.filter((a) => a.entity === entity.id),
    statements: release.statements.filter((s) => s.about.includes(entity.id)),
    sources: release.sources.filter((s) => s.id.startsWith(`${entity.id}/`)),
  });
  return 0;
}

function print(value: unknown): void {
  console.log(JSON.stringify(value, null, 2));
}
