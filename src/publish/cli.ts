/** `npm run dataset -- COMMAND`: the maintainers' command line. Output goes to stdout, everything else to stderr. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { recordSchema } from '../core/dataset/record.ts';
import { checkDataset, errorsOf } from './check.ts';
import { compileDataset } from './compile.ts';
import { describeCoverage } from './coverage.ts';
import { describeForecast, forecast } from './forecast.ts';
import { describeScore } from './gold.ts';
import { loadDataset } from './load.ts';
import { loadGold } from './load-gold.ts';
import { DatasetError, formatProblem } from './problem.ts';
import { proposeAlias, proposeRecord } from './proposal.ts';
import { measureQuality } from './quality.ts';
import { qualityPage } from './quality-page.ts';
import { releaseStats } from './stats.ts';

const USAGE = `usage: npm run --silent dataset -- COMMAND [--json] [--root DIR]
  check [--quiet]
               finds what is wrong in the records: file:line, rule, what, how to mend it; warnings
               hold nothing back and are left out with --quiet
  list         every entity, one a line (--json: an array)
  stats        what the release holds
  show ID      one entity with its statements
  schema       JSON Schema of a record, for editors
  quality [--out FILE] [--gold DIR]
               how well the labelled texts are marked; exit 1 below a floor; --out writes the release's page
  forecast FOLDER (--entity ID --alias NAME | --record FILE)
               what a proposed name or record would newly mark in the texts (.txt, .md) below FOLDER
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    root: { type: 'string', default: 'assets/dataset' },
    alias: { type: 'string' },
    entity: { type: 'string' },
    record: { type: 'string' },
    gold: { type: 'string', default: 'tests/gold' },
    out: { type: 'string' },
    quiet: { type: 'boolean', default: false },
  },
});
const root = resolve(values.root);

try {
  process.exitCode = run(positionals[0], positionals.slice(1), values.json);
} catch (error) {
  if (!(error instanceof DatasetError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function run(command: string | undefined, rest: string[], json: boolean): number {
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
      print(z.toJSONSchema(recordSchema, { io: 'input' }));
      return 0;
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

function check(json: boolean): number {
  const dataset = loadDataset(root);
  const problems = checkDataset(dataset, new Date().toISOString().slice(0, 10));
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
