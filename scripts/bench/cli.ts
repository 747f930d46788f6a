/**
 * `npm run bench -- [--json] [--only matcher,card,pages,library,updates,sizes]`: figures as ratios, side by side in one run.
 * `--all` runs every section (or those of `--only`) and writes bench/report.json and bench/report.svg below .output, each
 * figure beside its budget (tests/house/budgets.ts); it fails when one is over. `--from FILE` makes the report of a run whose
 * JSON was kept.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expectNoWords, parseOptions, readOrExit, readTextFile } from '../../src/publish/arguments.ts';
import { CommandError, UsageError } from '../../src/publish/problem.ts';
import { benchCard } from './card.ts';
import { benchLibrary } from './library.ts';
import { benchMatcher } from './matcher.ts';
import { benchPages } from './pages.ts';
import { drawReport, makeReport } from './report.ts';
import { benchSizes } from './sizes.ts';
import { benchUpdates } from './updates.ts';

const SECTIONS = {
  matcher: benchMatcher,
  card: benchCard,
  pages: benchPages,
  library: benchLibrary,
  updates: benchUpdates,
  sizes: benchSizes,
} as const;
type Section = keyof typeof SECTIONS;

const USAGE = `usage: npm run bench [-- OPTIONS]
  figures as ratios, measured side by side in one run; some sections drive a browser and take minutes
  --only ${Object.keys(SECTIONS).join(',')}
               these sections (all of them)
  --json       JSON alone on stdout, in one line
  --all        writes .output/bench/report.json and report.svg, each figure beside its budget; fails when one is over
  --from FILE  makes that report of a run whose JSON was kept, and measures nothing
`;
const FOLDER = resolve(import.meta.dirname, '../../.output/bench');
const { wanted, kept, isReported, indent } = readOrExit(USAGE, (args) => {
  const { values, positionals } = parseOptions(args, {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    all: { type: 'boolean', default: false },
    from: { type: 'string' },
  });
  expectNoWords(positionals);
  return {
    wanted: values.only?.split(',').map(sectionOf) ?? (Object.keys(SECTIONS) as Section[]),
    kept: values.from === undefined ? null : readKept(fromCaller(values.from)),
    isReported: values.all || values.from !== undefined,
    indent: values.json ? 0 : 2,
  };
});
const log = (line: string) => console.error(line);
const measured: Record<string, unknown> = kept ?? {};
if (kept === null) for (const name of wanted) measured[name] = await SECTIONS[name](log);
if (isReported) writeReport();
console.log(JSON.stringify(measured, null, indent));

function sectionOf(name: string): Section {
  if (Object.hasOwn(SECTIONS, name)) return name as Section;
  throw new UsageError(`there is no section ${name}; there are: ${Object.keys(SECTIONS).join(', ')}`);
}

/** The figures of an earlier run. */
function readKept(path: string): Record<string, unknown> {
  const text = readTextFile(path);
  try {
    const kept = JSON.parse(text);
    if (typeof kept === 'object' && kept !== null && !Array.isArray(kept)) return kept;
  } catch {
    // Told below: what is no JSON is no run either.
  }
  throw new CommandError(`${path} is not what bench --json prints`);
}

function writeReport(): void {
  const report = makeReport(measured);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(join(FOLDER, 'report.svg'), drawReport(report, 'Sidelight: figures beside their budgets'));
  log(`report: ${join(FOLDER, 'report.json')} and report.svg`);
  for (const { figure, value, most, least, slower } of report.lines.filter(({ kept }) => kept === false)) {
    const times = slower === null ? '' : ` (${slower.toFixed(2)} times that, on this machine)`;
    log(
      `over its budget: ${figure} is ${value}, ${most === undefined ? `at least ${least}` : `at most ${most}${times}`} was asked`,
    );
    process.exitCode = 1;
  }
}

/** npm changes into the project's folder; a relative path is meant from where the caller stood. */
function fromCaller(path: string): string {
  return resolve(process.env.INIT_CWD ?? '.', path);
}
