/**
 * Slips of the pen in YAML, in the words of somebody who writes records and not parsers: text that YAML takes for something
 * else nearly always wants quotes.
 */
import { type Document, isScalar, type LineCounter, visit, type YAMLError } from 'yaml';
import type { Problem } from './problem.ts';

const IN_QUOTES = 'put the text in quotes: "…"';
const ALIGNED = 'fields of one thing begin in one column, two spaces further in than what holds them';

interface Slip {
  /** What the parser says, and the line that it says it of. */
  readonly says: RegExp;
  readonly row?: RegExp;
  readonly message: string;
  readonly mend: string;
}

/** The first that fits counts. */
const SLIPS: readonly Slip[] = [
  {
    says: /^(?:Nested mappings|Block collections are not allowed)/,
    row: /:\s.*:(?:\s|$)/,
    message: 'a colon and a space stand in a text without quotes',
    mend: IN_QUOTES,
  },
  { says: /^Nested mappings/, message: 'the line below is indented further than its field', mend: ALIGNED },
  {
    says: /^Missing closing/,
    message: 'a text begins with a quote here that is nowhere closed',
    mend: 'write the closing quote (a quote inside "…" is written \\", one inside \'…\' twice)',
  },
  {
    says: /^Flow (?:map|sequence) in block/,
    message: 'a bracket is open that should be closed before this line',
    mend: 'write the ] or } (a # behind a space begins a comment, which hides it)',
  },
  {
    says: /^(?:All (?:mapping|sequence) items must|Sequence item without)|indent/i,
    message: 'the line is indented otherwise than the lines it belongs to',
    mend: ALIGNED,
  },
  {
    says: /^(?:Implicit|Nested|Unexpected).*/,
    row: /^\s*(?:- )?[\w-]+:[^\s:/]/,
    message: 'there is no space behind the colon',
    mend: 'write a space there',
  },
  {
    says: /^Implicit/,
    message: 'there is no colon behind the name of a field',
    mend: 'write NAME: and its value; a text of several lines stands in quotes',
  },
  {
    says: /^(?:Plain value cannot start|Block scalar header)/,
    message: 'a text without quotes begins with a sign that YAML keeps for itself',
    mend: IN_QUOTES,
  },
  {
    says: /^Unexpected/,
    message: 'something stands behind the end of the value',
    mend: 'put the whole text in quotes: "…" (a quote inside is written \\", an apostrophe as it is)',
  },
  {
    says: /multiple documents/,
    message: 'a second document begins (---)',
    mend: 'one file holds one: take the line out',
  },
  { says: /^Unresolved tag/, message: 'a text without quotes begins with !', mend: IN_QUOTES },
  { says: /^Maximum call stack/, message: 'is nested too deeply', mend: 'write it flat' },
];

/** What to say of what the parser found first: what comes after is mostly about the same. */
export function syntaxSlip(
  doc: Document.Parsed,
  error: YAMLError,
  rows: readonly string[],
  lines: LineCounter,
): Omit<Problem, 'file' | 'rule'> {
  const unclosed = error.message.startsWith('Missing closing') ? openedAt(doc, error.pos[0]) : null;
  const { line } = lines.linePos(unclosed ?? error.pos[0]);
  const slip = SLIPS.find(
    ({ says, row }) => says.test(error.message) && (row?.test(rows[line - 1] ?? '') ?? true),
  );
  if (slip) return { line, message: slip.message, mend: slip.mend };
  const [message = ''] = error.message.split(/ at line \d+, column \d+|\n/);
  return { line, message, mend: 'look at quotes, colons and indentation here and in the line before' };
}

/** Where the quoted text begins that ends at `end`. */
function openedAt(doc: Document.Parsed, end: number): number | null {
  let start: number | null = null;
  visit(doc, {
    Scalar(_, { type, range }) {
      if (type?.startsWith('QUOTE') && range && range[0] <= end && end <= range[2]) start = range[0];
    },
  });
  return start;
}

/** A field that stands twice, with both its lines: which of the two counts, nobody can tell. */
export function doubledField(
  doc: Document.Parsed,
  { pos: [at] }: YAMLError,
  lines: LineCounter,
): Omit<Problem, 'file' | 'rule'> {
  const { line } = lines.linePos(at);
  let message = 'a field stands twice';
  visit(doc, {
    Map(_, { items }) {
      const twins = items.flatMap(({ key }) => (isScalar(key) ? [key] : []));
      const second = twins.find(({ range }) => range?.[0] === at);
      const first = twins.find(({ value }) => second && value === second.value);
      if (!second || !first?.range) return undefined;
      message = `${second.value} stands twice: in line ${lines.linePos(first.range[0]).line} and here`;
      return visit.BREAK;
    },
  });
  return { line, message, mend: 'keep one of the two' };
}

const CURLY = '“”„‟«»‘’‚‹›';
const IN_CURLY_QUOTES = new RegExp(`^[${CURLY}][^${CURLY}]+[${CURLY}]$`, 'u');

/** Texts that are good YAML and not what was meant: cut off at a #, or in quotes that are none. */
export function misreadTexts(
  doc: Document.Parsed,
  text: string,
  lines: LineCounter,
): Omit<Problem, 'file' | 'rule'>[] {
  const found: Omit<Problem, 'file' | 'rule'>[] = [];
  visit(doc, {
    Scalar(place, { type, range, value, source }) {
      if (place === 'key' || type !== 'PLAIN' || !range) return;
      const { line } = lines.linePos(range[1]);
      const [, comment = ''] = /^[ \t]+#(.*)/.exec(text.slice(range[1])) ?? [];
      // Behind a word or a number a comment is a comment.
      if (/^[^\s#]/.test(comment) || (comment !== '' && /\s/.test(source ?? '')))
        found.push({
          line,
          message: `what follows the # (“${comment.trim().slice(0, 30)}”) is a comment, and no part of the text`,
          mend: `${IN_QUOTES} (a comment goes into a line of its own)`,
        });
      if (typeof value === 'string' && IN_CURLY_QUOTES.test(value))
        found.push({
          line,
          message: `the curly quotes around ${value.slice(0, 30)} are part of the text`,
          mend: 'write straight quotes ("…") instead, or around them where they belong to it',
        });
    },
  });
  return found;
}
