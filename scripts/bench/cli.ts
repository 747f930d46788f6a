/**
 * `npm run bench -- [--json] [--only matcher,card,pages,library,updates,sizes]`: figures as ratios, side by side in one run.
 * `--all` runs every section (or those of `--only`) and writes bench/report.json and bench/report.svg below .output, each
 * figure beside its budget (tests/house/budgets.ts); it fails when one is over. `--from FILE` makes the report of a run whose
 * JSON was kept.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
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

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    all: { type: 'boolean', default: false },
    from: { type: 'string' },
  },
});
const FOLDER = resolve(import.meta.dirname, '../../.output/bench');
const wanted = values.only?.split(',') ?? Object.keys(SECTIONS);
const log = (line: string) => console.error(line);
const measured: Record<string, unknown> =
  values.from === undefined ? {} : JSON.parse(readFileSync(fromCaller(values.from), 'utf8'));
if (values.from === undefined) {
  for (const name of wanted) {
    const section = SECTIONS[name as keyof typeof SECTIONS];
    if (!section) {
      console.error(`there is no section ${name}; there are: ${Object.keys(SECTIONS).join(', ')}`);
      process.exit(2);
    }
    measured[name] = await section(log);
  }
}
if (values.all || values.from !== undefined) writeReport();
console.log(JSON.stringify(measured, null, values.json ? 0 : 2));

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
