/** What a command of `npm run dataset` is, and the options that commands share. */
import type { parseOptions } from '../arguments.ts';

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

export interface Command {
  /** How many words follow the command. */
  readonly words: number;
  /** Options it knows besides --json and --root. */
  readonly options?: readonly (keyof typeof OPTIONS)[];
  readonly run: (rest: readonly string[], values: Values) => number | Promise<number>;
}

/** One JSON document on stdout, and nothing else. */
export function print(value: unknown): void {
  console.log(JSON.stringify(value, null, 2));
}

/** Today, YYYY-MM-DD. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
