/** What is typed behind `dataset --`: options of each command, checked, so that a slip is told and never passed over. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { CommandError, toldOf, UsageError } from './problem.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * `parseArgs` whose complaints are told without a trace.
 * @throws UsageError for an option that is unknown, or has or lacks a value
 */
export function parseOptions<const O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(slipOf(error instanceof Error ? error.message : ''), { cause: error });
  }
}

/** What the parser found, without its advice on names that begin with a dash. */
function slipOf(message: string): string {
  const [, option] = /^Option '(--[\w-]+).*(?:missing|ambiguous)/.exec(message) ?? [];
  return option === undefined
    ? (message.split('. ')[0] ?? '')
    : `${option} lacks its value (one that begins with a dash is written ${option}=-…)`;
}

/**
 * What `read` makes of the command line of a program of its own. The program ends here after --help (with 0), and after
 * what `read` throws: 2 for a wrong command line, 1 for what is not there.
 */
export function readOrExit<T>(usage: string, read: (args: readonly string[]) => T): T {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    process.stdout.write(usage);
    process.exit(0);
  }
  try {
    return read(args);
  } catch (error) {
    const told = toldOf(error);
    if (told === null) throw error;
    console.error(error instanceof UsageError ? `${told} (--help says how it is used)` : told);
    process.exit(error instanceof UsageError ? 2 : 1);
  }
}

/** @throws UsageError when more words stand on the command line than are heeded */
export function expectNoWords(words: readonly string[]): void {
  if (words[0] !== undefined) throw new UsageError(`${words[0]} is one word too many`);
}

/** The number an option was given. @throws UsageError when it is none, or out of its bounds */
export function wholeNumber(option: string, value: string, least: number, most: number): number {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new UsageError(`--${option} ${value}: a whole number from ${least} to ${most} is wanted`);
}

/** The text of a file that the command line names. @throws CommandError when it is not there, a folder, or not text */
export function readTextFile(path: string): string {
  if (!existsSync(path)) throw new CommandError(`there is no file ${path}`);
  if (statSync(path).isDirectory()) throw new CommandError(`${path} is a folder; a file is wanted`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof TypeError) throw new CommandError(`${path} is not UTF-8 text`, { cause: error });
    throw error;
  }
}

/** @throws CommandError when there is no such folder */
export function expectFolder(path: string): string {
  if (!existsSync(path)) throw new CommandError(`there is no folder ${path}`);
  if (!statSync(path).isDirectory()) throw new CommandError(`${path} is a file; a folder is wanted`);
  return path;
}

/** The folder of a dataset: one that holds dataset.yaml. @throws CommandError when it is none */
export function expectDataset(path: string): string {
  if (!existsSync(`${expectFolder(path)}/dataset.yaml`))
    throw new CommandError(`${path} holds no dataset: there is no dataset.yaml in it`);
  return path;
}
