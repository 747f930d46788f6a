/**
 * One YAML file with its line numbers kept, so that a finding about `statements[3].sources[0]` can name the line.
 * Everything a careless or hostile file can do with YAML itself is refused here, before the schema sees it.
 */
import { readFileSync } from 'node:fs';
import { type Document, isAlias, isNode, LineCounter, parseDocument, visit } from 'yaml';
import { hidesSomething } from '../core/dataset/inert.ts';
import type { Problem } from './problem.ts';
import { doubledField, misreadTexts, syntaxSlip } from './yaml-slips.ts';

/** A record of half a megabyte is a mistake. */
const MAX_BYTES = 512 * 1024;

export interface YamlFile {
  /** Path relative to the dataset's folder, with forward slashes. */
  readonly file: string;
  readonly value: unknown;
  /** Line (from 1) of the node at a path such as `['statements', 3, 'sources', 0]`, or of its nearest parent. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Reads and parses one file; returns the problems instead when the file is not usable YAML. */
export function readYamlFile(path: string, file: string): YamlFile | Problem[] {
  const bytes = readFileSync(path);
  if (bytes.length > MAX_BYTES) {
    return [problem(file, 1, `is ${bytes.length} bytes, more than ${MAX_BYTES}`, 'split the record')];
  }
  const text = decode(bytes);
  if (text === null) {
    return [problem(file, undecodableLine(bytes), 'is not UTF-8 text', 'save the file as UTF-8')];
  }
  return parseYaml(text, file);
}

/** The same for text already read. */
export function parseYaml(text: string, file: string): YamlFile | Problem[] {
  const rows = text.split(/\r?\n/);
  // What cannot be seen is looked for before parsing: in a comment or a key no schema would ever meet it.
  const hidden = rows.findIndex((row) => hidesSomething(row.replaceAll('\t', ' ')));
  if (hidden >= 0) {
    return [
      problem(
        file,
        hidden + 1,
        'holds a control, zero-width or direction-changing character',
        'delete it (an editor that shows invisible characters finds it), or save the file as UTF-8',
      ),
    ];
  }
  try {
    return parseVisible(text, rows, file);
  } catch (error) {
    // The parser, and whoever walks what it made, calls itself for each level.
    if (error instanceof RangeError) return [problem(file, 1, 'is nested too deeply', 'write it flat')];
    throw error;
  }
}

function parseVisible(text: string, rows: readonly string[], file: string): YamlFile | Problem[] {
  const lineCounter = new LineCounter();
  const doc = parseDocument(text, { lineCounter, uniqueKeys: true, version: '1.2', schema: 'core' });
  const tab = rows.findIndex((row) => /^\s*\t/.test(row));
  // What the parser makes of the lines after a tab helps nobody.
  if (tab >= 0) return [problem(file, tab + 1, 'is indented with a tab', 'indent with two spaces')];
  const conflict = rows.findIndex((row) => /^(?:<{7}|>{7}) /.test(row));
  if (conflict >= 0)
    return [
      problem(
        file,
        conflict + 1,
        'holds two versions that git could not merge',
        'choose, and delete git’s marks',
      ),
    ];
  const problems = [
    needlessYaml(doc, text, file, lineCounter),
    slips(doc, rows, lineCounter).map((slip): Problem => ({ ...slip, file, rule: 'yaml' })),
    misreadTexts(doc, text, lineCounter).map((slip): Problem => ({ ...slip, file, rule: 'yaml' })),
  ].find((found) => found.length > 0);
  if (problems) return problems;
  // Anchors are refused above; 0 makes sure that nothing is ever expanded.
  const value: unknown = doc.toJS({ maxAliasCount: 0 });
  return { file, value, lineOf: (path) => lineOfPath(doc.contents, path, lineCounter) };
}

/** The first mistake, which the others may come from; fields that stand twice are told one by one. */
function slips(doc: Document.Parsed, rows: readonly string[], lines: LineCounter) {
  const all = [...doc.errors, ...doc.warnings];
  const first = all.find(({ code }) => code !== 'DUPLICATE_KEY');
  return first ? [syntaxSlip(doc, first, rows, lines)] : all.map((error) => doubledField(doc, error, lines));
}

/** Anchors (used or not; nested ones expand without bound), tags and directives: nothing in a record needs them. */
function needlessYaml(doc: Document.Parsed, text: string, file: string, lines: LineCounter): Problem[] {
  const problems: Problem[] = [];
  const find = (offset: number, message: string) => {
    const { line } = lines.linePos(offset);
    problems.push(
      problem(
        file,
        line,
        message,
        'write the value out, as plain text, where it is used; a text that begins with *, & or ! stands in quotes',
      ),
    );
  };
  if (doc.directives.yaml.explicit === true) find(0, 'has a %YAML directive');
  visit(doc, {
    Node(_, node) {
      const offset = node.range?.[0] ?? 0;
      if (isAlias(node)) find(offset, `uses YAML anchors (*${node.source})`);
      // A node begins behind its anchor, perhaps on a later line.
      else if ('anchor' in node && node.anchor)
        find(Math.max(0, text.lastIndexOf(`&${node.anchor}`, offset)), `uses YAML anchors (&${node.anchor})`);
      // Unknown tags are among the warnings already.
      if (node.tag?.startsWith('tag:yaml.org,')) find(offset, `uses a YAML tag (${node.tag.slice(18)})`);
    },
  });
  return problems;
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The first line (from 1) whose bytes are not UTF-8: no character of UTF-8 holds the byte of a line's end. */
function undecodableLine(bytes: Uint8Array): number {
  for (let line = 1, start = 0; ; line++) {
    const end = bytes.indexOf(0x0a, start);
    if (decode(bytes.subarray(start, end < 0 ? undefined : end)) === null || end < 0) return line;
    start = end + 1;
  }
}

function lineOfPath(root: unknown, path: readonly PropertyKey[], lines: LineCounter): number {
  let node: unknown = root;
  let offset = isNode(root) ? (root.range?.[0] ?? 0) : 0;
  for (const key of path) {
    const items = (node as { items?: unknown[] } | null)?.items;
    if (!Array.isArray(items)) break;
    if (typeof key === 'number') {
      node = items[key];
    } else {
      const pair = items.find(
        (item) => String((item as { key?: { value?: unknown } }).key?.value) === String(key),
      ) as { key: unknown; value: unknown } | undefined;
      if (!pair) break;
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
      continue;
    }
    if (isNode(node)) offset = node.range?.[0] ?? offset;
  }
  return lines.linePos(offset).line;
}

function problem(file: string, line: number, message: string, mend: string): Problem {
  return { file, line, rule: 'yaml', message, mend };
}
