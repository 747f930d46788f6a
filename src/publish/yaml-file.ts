/**
 * One YAML file with its line numbers kept, so that a finding about `statements[3].sources[0]` can name the line.
 * Everything a careless or hostile file can do with YAML itself is refused here, before the schema sees it.
 */
import { readFileSync } from 'node:fs';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Problem } from './problem.ts';

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
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return [problem(file, 1, 'is not UTF-8 text', 'save the file as UTF-8')];
  }
  return parseYaml(text, file);
}

/** The same for text already read. */
export function parseYaml(text: string, file: string): YamlFile | Problem[] {
  const lineCounter = new LineCounter();
  // maxAliasCount 0 forbids anchors: nothing in a record needs them, and nested ones expand without bound.
  const doc = parseDocument(text, { lineCounter, uniqueKeys: true, version: '1.2', schema: 'core' });
  const tab = text.split('\n').findIndex((line) => /^\s*\t/.test(line));
  const problems: Problem[] = [];
  if (tab >= 0) problems.push(problem(file, tab + 1, 'is indented with a tab', 'indent with two spaces'));
  for (const error of [...doc.errors, ...doc.warnings]) {
    const line = lineCounter.linePos(error.pos[0]).line;
    problems.push(problem(file, line, firstLine(error.message), 'mend the YAML at this line'));
  }
  if (problems.length > 0) return problems;
  let value: unknown;
  try {
    value = doc.toJS({ maxAliasCount: 0 });
  } catch (error) {
    return [
      problem(
        file,
        1,
        `uses YAML anchors (${firstLine(String(error))})`,
        'write the value out where it is used',
      ),
    ];
  }
  return { file, value, lineOf: (path) => lineOfPath(doc.contents, path, lineCounter) };
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

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message;
}
