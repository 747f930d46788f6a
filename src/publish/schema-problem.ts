/**
 * What the form of a record finds, in the words of somebody who writes one: the field as it stands in the file, at its line,
 * and what to do.
 */
import { z } from 'zod';
import { closestWord } from './closest-word.ts';
import type { Problem } from './problem.ts';
import type { YamlFile } from './yaml-file.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** All of them. A field that is missing because its name is misspelled is told once. */
export function schemaProblems(yaml: YamlFile, schema: z.ZodType, issues: readonly Issue[]): Problem[] {
  const meant = new Set<string>();
  const unknown = issues.flatMap((issue) =>
    issue.code !== 'unrecognized_keys'
      ? []
      : issue.keys.map((key) => {
          const there = Object.keys(Object(valueAt(yaml.value, issue.path)));
          const fields = fieldsAt(schema, issue.path);
          const likely = closestWord(
            key,
            fields.filter((field) => !there.includes(field)),
          );
          meant.add(nameOf([...issue.path, likely ?? key]));
          const mend =
            likely === null ? `remove it; there are ${fields.join(', ')}` : `did you mean ${likely}?`;
          return told(yaml, [...issue.path, key], `there is no such field`, mend);
        }),
  );
  const others = issues.filter(({ code, path }) => code !== 'unrecognized_keys' && !meant.has(nameOf(path)));
  return [...unknown, ...others.map((issue) => schemaProblem(yaml, issue))];
}

function schemaProblem(yaml: YamlFile, issue: Issue): Problem {
  const path = asWritten(yaml.value, issue.path);
  const value = valueAt(yaml.value, path);
  if (path.length === 0 && issue.code === 'invalid_type') {
    const isEmpty = value === undefined || value === null;
    return told(
      yaml,
      path,
      isEmpty ? 'the file is empty' : 'the file is no list of fields with a value each',
      'write it as docs/dataset.md shows, or delete it',
    );
  }
  const shown = `docs/dataset.md shows how ${lastName(path)} looks`;
  if (value === undefined || (value === null && issue.code === 'invalid_type'))
    return told(yaml, path, 'is missing', `write it down: ${shown}`);
  if (issue.code === 'invalid_value') {
    const words = issue.values.map(String);
    const likely = closestWord(String(value), words);
    const guess = likely === null ? '' : `did you mean ${likely}? `;
    return told(yaml, path, `${value} is not among its words`, `${guess}choose one of ${words.join(', ')}`);
  }
  if (typeof value === 'string' && /^\s|\s$/.test(value) && issue.code === 'custom')
    return told(yaml, path, 'begins or ends with a space', 'delete the space');
  const isBare = typeof value === 'number' || typeof value === 'boolean';
  if (issue.code === 'invalid_type' && issue.expected === 'string' && isBare)
    return told(yaml, path, issueWords(issue), `put it in quotes; ${shown}`);
  return told(yaml, path, issueWords(issue), shown);
}

/** What an issue of a schema says, where the schema itself has no words for it. */
export function issueWords(issue: Issue): string {
  if (!/^(?:Invalid|Too (?:big|small)|Unrecognized)\b/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return `${KINDS_OF_VALUE[issue.expected] ?? issue.expected} is wanted here`;
    case 'invalid_value':
      return `one of ${issue.values.join(', ')} is wanted here`;
    case 'unrecognized_keys':
      return `there is no field ${issue.keys.join(', ')}`;
    case 'invalid_key':
      return issue.issues.map(issueWords).join('; ');
    case 'too_big':
      return issue.origin === 'string'
        ? `longer than ${issue.maximum} characters`
        : `more than ${issue.maximum}`;
    case 'too_small':
      return issue.origin === 'number' ? `less than ${issue.minimum}` : 'is empty';
    case 'invalid_format':
      return issue.format === 'url'
        ? 'not a web address'
        : 'small letters and digits, joined by hyphens, are wanted';
    default:
      return 'has not the form that is wanted';
  }
}

const KINDS_OF_VALUE: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a list of fields with a value each',
  record: 'a list of names with a value each',
};

function told(yaml: YamlFile, path: Path, message: string, mend: string): Problem {
  const where = nameOf(path);
  return {
    file: yaml.file,
    line: yaml.lineOf(path),
    rule: 'schema',
    message: where === '' ? message : `${where}: ${message}`,
    mend,
  };
}

function nameOf(path: Path): string {
  return path.map(String).join('.');
}

/** As far as the author wrote it: a plain text stands for its English, and nobody wrote `en`. */
function asWritten(value: unknown, path: Path): Path {
  const end = path.findIndex((_, i) => typeof valueAt(value, path.slice(0, i)) === 'string');
  return end < 0 ? path : path.slice(0, end);
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], value);
}

/** The name of the field at a path, without the numbers of list items. */
function lastName(path: Path): string {
  return String(path.findLast((key) => typeof key === 'string') ?? 'it');
}

/** Names of the fields that there are at a path of a schema. */
function fieldsAt(schema: z.ZodType, path: Path): string[] {
  let shapes = variants(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  for (const key of path) {
    shapes = shapes.flatMap(({ items, properties, additionalProperties }) =>
      variants(typeof key === 'number' ? items : (properties?.[String(key)] ?? additionalProperties)),
    );
  }
  return [...new Set(shapes.flatMap(({ properties }) => Object.keys(properties ?? {})))];
}

type Shape = z.core.JSONSchema.BaseSchema;

function variants(shape: unknown): Shape[] {
  if (typeof shape !== 'object' || shape === null) return [];
  const { anyOf } = shape as Shape;
  return anyOf ? anyOf.flatMap(variants) : [shape as Shape];
}
