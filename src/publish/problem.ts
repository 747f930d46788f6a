import type { RuleName } from './rules/catalogue.ts';

/** A finding of the checker: where it is, which rule it breaks, what is wrong and how to mend it. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  /** A rule of the catalogue; `gold` is that of labelled texts, which the dataset's checker never sees. */
  readonly rule: RuleName | 'gold';
  readonly message: string;
  readonly mend: string;
  /** A warning holds no release back. Errors say nothing here. */
  readonly level?: 'warning';
}

/** `file:line  rule  what is wrong – how to mend it`, one line. */
export function formatProblem(problem: Problem): string {
  const rule = problem.level === 'warning' ? `warning: ${problem.rule}` : problem.rule;
  return `${problem.file}:${problem.line}  [${rule}]  ${problem.message} – ${problem.mend}`;
}

/** Thrown when the dataset cannot be compiled; carries every problem, not only the first. */
export class DatasetError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(
      `the dataset has ${problems.length} problem${problems.length === 1 ? '' : 's'}:\n${problems.map(formatProblem).join('\n')}`,
    );
    this.name = 'DatasetError';
    this.problems = problems;
    // Whoever broke a record needs the list above, not the way the build came to it.
    this.stack = `${this.name}: ${this.message}`;
  }
}

/** Something asked of a command that it cannot do: told in its own words, without a trace. */
export class CommandError extends Error {
  override name = 'CommandError';
}

/** The command line itself is wrong: exit status 2, and a word on how it is used. */
export class UsageError extends CommandError {
  override name = 'UsageError';
}

const FILE_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'is not there, or the folder that it should be in',
  EEXIST: 'is there already and is something else',
  EACCES: 'may not be opened',
  EPERM: 'may not be opened',
  EROFS: 'lies on a disk that cannot be written',
  EISDIR: 'is a folder',
  ENOTDIR: 'is not a folder',
  ENOSPC: 'finds no room on the disk',
};

/** What to tell of a failure that somebody can do something about; null for a fault of ours, which needs its trace. */
export function toldOf(error: unknown): string | null {
  if (error instanceof DatasetError || error instanceof CommandError) return error.message;
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return null;
  const what = FILE_ERRORS[String(error.code)];
  return what !== undefined && 'path' in error ? `${error.path} ${what}` : error.message;
}
