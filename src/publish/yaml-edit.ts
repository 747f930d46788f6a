/**
 * Small edits of a YAML text that leave every other byte as it is, so that a reviewer sees what was done and nothing else:
 * written anew by the YAML package, a file of ours changes in a hundred lines.
 */
import {
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { CommandError } from './problem.ts';

export type YamlPath = readonly (string | number)[];

/** The text without the item or pair at `path`; a list or map that would be left empty goes with it. The same when it is not there. */
export function cutOut(text: string, path: YamlPath): string {
  const found = find(text, path);
  if (!found) return text;
  const { parent, node, start, end } = found;
  if (parent.items.length === 1 && path.length > 1) return cutOut(text, path.slice(0, -1));
  if (parent.flow === true) {
    // With the comma that parts it from what is left.
    const after = /^\s*,\s*/.exec(text.slice(end))?.[0] ?? '';
    const before = after === '' ? (/\s*,\s*$/.exec(text.slice(0, start))?.[0] ?? '') : '';
    return text.slice(0, start - before.length) + text.slice(end + after.length);
  }
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  if (!(isPair(node) ? /^\s*$/ : /^\s*-\s+$/).test(text.slice(lineStart, start))) throw apart(path);
  return text.slice(0, lineStart) + text.slice(endOfLine(text, end));
}

/** The text with `key` set to a plain word in the map at `path`, which has to be there. */
export function setWord(text: string, path: YamlPath, key: string, word: string): string {
  const there = find(text, [...path, key]);
  if (there && isPair(there.node) && isScalar(there.node.value)) {
    const [start = 0, end = 0] = there.node.value.range ?? [];
    return text.slice(0, start) + word + text.slice(end);
  }
  const map = find(text, path);
  if (!map || !isMap(map.node) || map.node.items.length === 0 || there) throw apart(path);
  const last = lastByte(text, map.end);
  if (map.node.flow === true)
    return `${text.slice(0, last - 1).trimEnd()}, ${key}: ${word} ${text.slice(last - 1)}`;
  const column = map.start - (text.lastIndexOf('\n', map.start - 1) + 1);
  const end = endOfLine(text, map.end);
  const newline = text.slice(0, end).endsWith('\n') ? '' : '\n';
  return `${text.slice(0, end)}${newline}${' '.repeat(column)}${key}: ${word}\n${text.slice(end)}`;
}

interface Found {
  readonly parent: YAMLMap | YAMLSeq;
  /** The item of a list, or the pair of a map. */
  readonly node: Node | Pair;
  readonly start: number;
  readonly end: number;
}

function find(text: string, path: YamlPath): Found | null {
  const document = parseDocument(text);
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  if (isSeq(parent)) {
    const item = parent.items[Number(last)] as Node | undefined;
    return item?.range ? { parent, node: item, start: item.range[0], end: item.range[1] } : null;
  }
  if (!isMap(parent)) return null;
  const pair = parent.items.find(({ key }) => isScalar(key) && key.value === last);
  const [key, value] = [pair?.key, pair?.value] as (Node | null | undefined)[];
  if (!pair || !key?.range) return null;
  return { parent, node: pair, start: key.range[0], end: (value?.range ?? key.range)[1] };
}

/** After the last visible character before `end`. */
function lastByte(text: string, end: number): number {
  return text.slice(0, end).trimEnd().length;
}

function endOfLine(text: string, end: number): number {
  const newline = text.indexOf('\n', lastByte(text, end));
  return newline < 0 ? text.length : newline + 1;
}

function apart(path: YamlPath): CommandError {
  return new CommandError(
    `${path.join('.')} is written in a way that this command does not take apart: edit it by hand`,
  );
}
