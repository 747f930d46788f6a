/** Commands that judge a dataset: its records, its marks in texts, its sources, its state as a whole. */
import { writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expectFolder, readTextFile, wholeNumber } from '../arguments.ts';
import { checkDataset, errorsOf } from '../check.ts';
import { compileDataset } from '../compile.ts';
import { describeCoverage } from '../coverage.ts';
import { beyond, describeForecast, forecast } from '../forecast.ts';
import { describeScore } from '../gold/describe.ts';
import { checkLinks, deadLinks, describeLinks } from '../links/check-links.ts';
import { fetchPage } from '../links/fetch-page.ts';
import { loadDataset } from '../load.ts';
import { loadGold } from '../load-gold.ts';
import { CommandError, formatProblem, UsageError } from '../problem.ts';
import { proposeAlias, proposeRecord } from '../proposal.ts';
import { measureQuality } from '../quality.ts';
import { qualityPage } from '../quality-page.ts';
import { makeReport } from '../report/report.ts';
import { reportPage } from '../report/report-page.ts';
import { plainNameProblem } from '../rules/names.ts';
import { print, today, type Values } from './command.ts';

export function check(_: readonly string[], { root, quiet, json }: Values): number {
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

export function quality(_: readonly string[], { root, gold, out, json }: Values): number {
  const texts = loadGold(expectFolder(resolve(gold)));
  if (texts.length === 0) throw new CommandError(`there are no labelled texts (.yaml) in ${resolve(gold)}`);
  const report = measureQuality(compileDataset(resolve(root)), texts);
  if (out !== undefined) writeFileSync(resolve(out), qualityPage(report));
  if (json) print(report);
  else console.log(describeScore(report.score));
  return report.below.length === 0 ? 0 : 1;
}

export function foresee(
  [folder = '']: readonly string[],
  { alias, entity, record, most, root, json }: Values,
): number {
  const allowed = wholeNumber('most', most, 0, 999_999_999);
  if (record === undefined && (alias === undefined || entity === undefined))
    throw new UsageError('forecast wants --entity ID --alias NAME, or --record FILE');
  if (record !== undefined && (alias !== undefined || entity !== undefined))
    throw new UsageError('forecast takes --record FILE, or --entity ID --alias NAME, and not both');
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
  const exceeded = beyond(result, allowed);
  const refused = alias === undefined ? null : plainNameProblem(alias);
  if (json) print({ ...result, most: allowed, exceeded, refused });
  else {
    console.log(describeForecast(result, allowed));
    if (refused !== null) console.log(`check refuses it without rules: ${refused}`);
  }
  return exceeded.length === 0 ? 0 : 1;
}

export async function links(_: readonly string[], { root, state, pause, json }: Values): Promise<number> {
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
  return deadLinks(results).length === 0 ? 0 : 1;
}

export function report(_: readonly string[], { root, out }: Values): number {
  const dataset = loadDataset(resolve(root));
  const file = resolve(out ?? 'report.html');
  writeFileSync(file, reportPage(makeReport(dataset, compileDataset(resolve(root)), today())));
  console.log(file);
  return 0;
}
