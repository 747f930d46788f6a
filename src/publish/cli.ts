/** `npm run dataset -- COMMAND`: the maintainers' command line. Output goes to stdout, everything else to stderr. */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Release, releaseSchema } from '../core/dataset/release.ts';
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
import { CommandError, DatasetError, formatProblem, isFileError } from './problem.ts';
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
               hold nothing back and are left out with --quiet
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

const args = process.argv.slice(2);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  // Commands around signed releases have options of their own.
  args: isReleaseCommand(args[0]) ? [] : args,
  options: {
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
  },
});
const root = resolve(values.root);

try {
  process.exitCode = isReleaseCommand(args[0])
    ? await runReleaseCommand(args)
    : await run(positionals[0], positionals.slice(1), values.json);
} catch (error) {
  const told = error instanceof DatasetError || error instanceof CommandError || isFileError(error);
  if (!told) throw error;
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function run(command: string | undefined, rest: string[], json: boolean): Promise<number> {
  switch (command) {
    case 'check':
      return check(json);
    case 'list':
      return list(json);
    case 'stats':
      print(releaseStats(compileDataset(root)));
      return 0;
    case 'show':
      return show(rest[0]);
    case 'schema':
      process.stdout.write(recordJsonSchema());
      return 0;
    case 'diff':
      return diff(rest, json);
    case 'export':
      return exportAs(values.format.split(','));
    case 'import':
      return importFile(rest[0], json);
    case 'links':
      return links(json);
    case 'report':
      return report();
    case 'quality':
      return quality(json);
    case 'forecast':
      return foresee(rest[0], json);
    default:
      process.stderr.write(USAGE);
      return 2;
  }
}

function foresee(folder: string | undefined, json: boolean): number {
  const { alias, entity, record } = values;
  if (folder === undefined || (record === undefined && (alias === undefined || entity === undefined))) {
    process.stderr.write(USAGE);
    return 2;
  }
  const release = compileDataset(root);
  const proposal =
    record === undefined
      ? proposeAlias(release, entity ?? '', alias ?? '')
      : proposeRecord(release, resolve(record));
  if (typeof proposal === 'string') {
    console.error(proposal);
    return 1;
  }
  const result = forecast(proposal.release, proposal.aliases, resolve(folder));
  if (json) print(result);
  else console.log(describeForecast(result));
  return 0;
}

function quality(json: boolean): number {
  const report = measureQuality(compileDataset(root), loadGold(resolve(values.gold)));
  if (values.out !== undefined) writeFileSync(resolve(values.out), qualityPage(report));
  if (json) print(report);
  else console.log(describeScore(report.score));
  return report.below.length === 0 ? 0 : 1;
}

function diff([a, b]: string[], json: boolean): number {
  if (a === undefined || b === undefined) {
    process.stderr.write(USAGE);
    return 2;
  }
  const result = diffReleases(readRelease(a), readRelease(b));
  if (json) print(result);
  else console.log(describeDiff(result));
  return 0;
}

/** A dataset's folder is compiled; a file is read as a release. */
function readRelease(path: string): Release {
  if (statSync(path).isDirectory()) return compileDataset(resolve(path));
  const parsed = releaseSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new CommandError(`${path} is not a release: ${issue?.path.join('.')}: ${issue?.message}`);
}

function exportAs(formats: readonly string[]): number {
  const writers: Record<string, (release: Release) => Record<string, string>> = {
    ftm: (release) => ({ 'sidelight.ftm.json': toFollowTheMoney(release) }),
    jsonld: (release) => ({ 'sidelight.jsonld': toJsonLd(release) }),
    csv: toCsv,
  };
  const unknown = formats.filter((format) => !writers[format]);
  if (unknown.length > 0)
    throw new CommandError(
      `no such format: ${unknown.join(', ')}; there are ${Object.keys(writers).join(', ')}`,
    );
  const release = compileDataset(root);
  const folder = resolve(values.out ?? 'export');
  mkdirSync(folder, { recursive: true });
  for (const format of formats) {
    for (const [name, text] of Object.entries(writers[format]?.(release) ?? {})) {
      writeFileSync(join(folder, name), text);
      console.log(join(folder, name));
    }
  }
  return 0;
}

function importFile(file: string | undefined, json: boolean): number {
  if (file === undefined) {
    process.stderr.write(USAGE);
    return 2;
  }
  const outcome = importCandidates(loadDataset(root), root, readFileSync(file, 'utf8'), basename(file));
  if (json) print(outcome);
  else {
    for (const id of outcome.written) console.log(`candidates/${id}.yaml`);
    for (const { line, reason } of outcome.skipped) console.log(`${file}:${line}  left out: ${reason}`);
    console.log(`${outcome.written.length} candidates, ${outcome.skipped.length} rows left out`);
  }
  return 0;
}

async function links(json: boolean): Promise<number> {
  const bar = (done: number, all: number) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${all} sources ${done === all ? '\n' : ''}`);
  };
  const results = await checkLinks(compileDataset(root), {
    stateFile: resolve(values.state),
    fetchPage,
    pause: Number(values.pause),
    hostsAtOnce: 8,
    archiveOf: (url) => `https://web.archive.org/web/2/${url}`,
    onResult: bar,
  });
  if (json) print(results);
  else console.log(describeLinks(results));
  return results.some(({ state }) => state === 'gone' || state === 'changed') ? 1 : 0;
}

function report(): number {
  const dataset = loadDataset(root);
  const file = resolve(values.out ?? 'report.html');
  writeFileSync(file, reportPage(makeReport(dataset, compileDataset(root), today())));
  console.log(file);
  return 0;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function check(json: boolean): number {
  const dataset = loadDataset(root);
  const problems = checkDataset(dataset, today());
  const errors = errorsOf(problems);
  if (json) print(problems);
  else {
    const shown = values.quiet ? errors : problems;
    for (const problem of shown) console.log(formatProblem(problem));
    const warnings = problems.length - errors.length;
    console.log(
      `${dataset.entities.length} entities, ${dataset.drafts.length} draft files, ${dataset.cues.length} cues: ` +
        `${errors.length === 0 ? 'nothing wrong' : `${errors.length} problems`}, ${warnings} warnings`,
    );
    console.log(describeCoverage(dataset));
  }
  return errors.length === 0 ? 0 : 1;
}

function list(json: boolean): number {
  const release = compileDataset(root);
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

function show(id: string | undefined): number {
  const release = compileDataset(root);
  const target = id === undefined ? undefined : (release.redirects[id] ?? id);
  const entity = release.entities.find((e) => e.id === target);
  if (!entity) {
    console.error(id === undefined ? 'say which: dataset -- show ID' : `there is no entity ${id}`);
    return 1;
  }
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
