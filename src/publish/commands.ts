/** The maintainers' commands. Output goes to stdout, everything else to stderr. */
import { resolve } from 'node:path';
import { expectDataset, parseOptions } from './arguments.ts';
import { type Command, expectNoMore, OPTIONS } from './commands/command.ts';
import { exportAs, importFile } from './commands/exchange.ts';
import { check, foresee, links, quality, report } from './commands/judge.ts';
import { diff, list, schema, show, stats } from './commands/look.ts';
import { toldOf, UsageError } from './problem.ts';
import { isReleaseCommand, RELEASE_USAGE, runReleaseCommand } from './release/commands.ts';

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
               fetches every source and looks for its passages, also in an archived copy; goes on where an
               earlier run stopped; exit 1 when neither the page nor a copy has what is cited
  report [--out FILE]
               the state of the dataset on one page (report.html)
  schema       JSON Schema of a record, for editors (assets/dataset/record.schema.json)
  quality [--out FILE] [--gold DIR]
               how well the labelled texts are marked; exit 1 below a floor; --out writes the release's page
  forecast FOLDER (--entity ID --alias NAME | --record FILE) [--most NUMBER]
               what a proposed name or record would newly mark in the texts (.txt, .md) below FOLDER;
               exit 1 when more than NUMBER places (0) are newly marked, or are no longer
signed releases (docs/publishing.md):
${RELEASE_USAGE}`;

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
  forecast: { words: 1, options: ['entity', 'alias', 'record', 'most'], run: foresee },
};

/** Runs one command and gives its exit status: 0, 1 for what is wrong or cannot be done, 2 for a wrong command line. */
export async function runDataset(args: readonly string[]): Promise<number> {
  try {
    if (args.includes('--help') || args[0] === 'help') {
      process.stdout.write(USAGE);
      return 0;
    }
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
  const { values, positionals } = parseOptions(args, OPTIONS);
  const [name, ...rest] = positionals;
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (name === undefined || command === undefined) {
    if (name !== undefined) console.error(`there is no command ${name}`);
    process.stderr.write(USAGE);
    return 2;
  }
  expectNoMore(name, command, ['json', 'root'], rest, args);
  if (rest.length < command.words)
    throw new UsageError(`${name} wants ${command.words === 1 ? 'a word' : 'two words'} more: see --help`);
  if (name !== 'schema' && name !== 'diff') expectDataset(resolve(values.root));
  return command.run(rest, values);
}
