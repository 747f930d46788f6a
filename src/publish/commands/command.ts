/** What a command of `npm run dataset` is, and the options that commands share. */
import type { parseOptions } from '../arguments.ts';
import { UsageError } from '../problem.ts';

export const OPTIONS = {
  json: { type: 'boolean', default: false },
  root: { type: 'string', default: 'assets/dataset' },
  alias: { type: 'string' },
  entity: { type: 'string' },
  record: { type: 'string' },
  most: { type: 'string', default: '0' },
  gold: { type: 'string', default: 'tests/gold' },
  out: { type: 'string' },
  format: { type: 'string', default: 'ftm,jsonld,csv' },
  state: { type: 'string', default: 'links.jsonl' },
  pause: { type: 'string', default: '2000' },
  quiet: { type: 'boolean', default: false },
} as const;

export type Values = ReturnType<typeof parseOptions<typeof OPTIONS>>['values'];

/** What a command heeds of its line. */
export interface Heeded {
  /** How many words follow the command, at most. */
  readonly words: number;
  /** Options it knows besides those that all commands of its kind have. */
  readonly options?: readonly string[];
}

export interface Command extends Heeded {
  /** Options it knows besides --json and --root. */
  readonly options?: readonly (keyof typeof OPTIONS)[];
  readonly run: (rest: readonly string[], values: Values) => number | Promise<number>;
}

/**
 * A word or an option that the command does not heed was meant for something.
 * @throws UsageError naming the first
 */
export function expectNoMore(
  name: string,
  { words, options = [] }: Heeded,
  shared: readonly string[],
  rest: readonly string[],
  args: readonly string[],
): void {
  const known = [...shared, ...options];
  const other = args
    .map((arg) => /^--([a-z]+)(?:=|$)/.exec(arg)?.[1])
    .find((option) => option !== undefined && !known.includes(option));
  if (other !== undefined) throw new UsageError(`${name} knows no --${other}`);
  if (rest.length > words) throw new UsageError(`${name}: ${rest[words]} is one word too many`);
}

/** One JSON document on stdout, and nothing else. */
export function print(value: unknown): void {
  console.log(JSON.stringify(value, null, 2));
}

/** Today, YYYY-MM-DD. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
