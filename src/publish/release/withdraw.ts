/**
 * Taking back what was published. `superseded` marks it and keeps its text readable; `removed` deletes it from the records.
 * Either is written into dataset.yaml with day and reason, goes out with the next release, and reaches every reader with it.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type EntityRecord, recordSchema } from '../../core/dataset/record.ts';
import { type Withdrawal, withdrawalSchema } from '../../core/dataset/withdrawal.ts';
import { CommandError, UsageError } from '../problem.ts';
import { uncitedPassages } from '../references.ts';
import { issueWords } from '../schema-problem.ts';
import { cutOut, setWord } from '../yaml-edit.ts';

/** Writes the withdrawal into the records below `root`. Returns the files that changed. */
export function withdraw(root: string, withdrawal: Withdrawal): string[] {
  const checked = withdrawalSchema().safeParse(withdrawal);
  if (!checked.success)
    throw new UsageError(
      checked.error.issues.map((issue) => `${issue.path.join('.')}: ${issueWords(issue)}`).join('; '),
    );
  const { id, as } = checked.data;
  const settings = join(root, 'dataset.yaml');
  const before = readFileSync(settings, 'utf8');
  const listed = withdrawnIn(before);
  if (!listed.some((entry) => entry.id === id) && !exists(root, id))
    throw new CommandError(`there is no ${id} in the records`);
  const [entity = '', statement] = id.split('/');
  const changed = as === 'removed' ? remove(root, entity, statement) : supersede(root, entity, statement);
  const entries = [...listed.filter((entry) => entry.id !== id), checked.data];
  writeFileSync(settings, `${cutOut(before, ['withdrawn']).trimEnd()}\n${linesOf(entries)}`);
  return [settings, ...changed];
}

function withdrawnIn(settings: string): Withdrawal[] {
  const listed = z.object({ withdrawn: z.array(withdrawalSchema()).default([]) }).safeParse(parse(settings));
  if (listed.success) return listed.data.withdrawn;
  throw new CommandError(`dataset.yaml cannot be read:\n${z.prettifyError(listed.error)}`);
}

/** One line for each, so that what comes later is one line more. */
function linesOf(entries: readonly Withdrawal[]): string {
  const lines = entries.map(
    ({ id, as, on, reason }) =>
      `  - { id: ${id}, as: ${as}, on: ${on}, reason: ${JSON.stringify(reason)} }\n`,
  );
  return `withdrawn:\n${lines.join('')}`;
}

function exists(root: string, id: string): boolean {
  const [entity = '', statement] = id.split('/');
  const file = fileOf(root, entity);
  if (!existsSync(file)) return false;
  return statement === undefined || rowOf(readFileSync(file, 'utf8'), 'statements', 'id', statement) >= 0;
}

function remove(root: string, entity: string, statement: string | undefined): string[] {
  const file = fileOf(root, entity);
  if (!existsSync(file)) return [];
  if (statement !== undefined) return edit(file, (text) => cutRows(text, 'statements', 'id', statement));
  const doomed = [file, join(root, 'drafts', `${entity}.yaml`)].filter(existsSync);
  for (const path of doomed) rmSync(path);
  return [...doomed, ...forgetRelations(root, entity)];
}

/** Relations that point at an entity that is gone would not pass the check. */
function forgetRelations(root: string, target: string): string[] {
  return readdirSync(join(root, 'entities')).flatMap((name) => {
    const file = join(root, 'entities', name);
    return readFileSync(file, 'utf8').includes(target)
      ? edit(file, (text) => cutRows(text, 'relations', 'target', target))
      : [];
  });
}

function supersede(root: string, entity: string, statement: string | undefined): string[] {
  if (statement === undefined) return [];
  return edit(fileOf(root, entity), (text) => {
    const at = rowOf(text, 'statements', 'id', statement);
    return at < 0 ? text : setWord(text, ['statements', at], 'standing', 'superseded');
  });
}

/** Without the rows that have the value, and without the passages that only they cited: these tell what the rows said. */
function cutRows(text: string, list: 'statements' | 'relations', key: string, value: string): string {
  const before = recordOf(text);
  let after = text;
  for (;;) {
    const at = rowOf(after, list, key, value);
    if (at < 0) break;
    after = cutOut(after, [list, at]);
  }
  const record = recordOf(after);
  // What is no record yet is left to the check.
  if (!before || !record) return after;
  const already = new Set(uncitedPassages(before).map((p) => `${p.key}#${p.passage}`));
  for (const p of uncitedPassages(record)) {
    if (!already.has(`${p.key}#${p.passage}`)) after = cutPassage(after, p.key, p.passage);
  }
  return after;
}

/** A source of which no passage is left says nothing of this record any more. */
function cutPassage(text: string, source: string, passage: string): string {
  const passages = recordOf(text)?.sources[source]?.passages ?? {};
  const isLast = Object.keys(passages).length === 1;
  return cutOut(text, isLast ? ['sources', source] : ['sources', source, 'passages', passage]);
}

function edit(file: string, change: (text: string) => string): string[] {
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (after === before) return [];
  writeFileSync(file, after);
  return [file];
}

function recordOf(text: string): EntityRecord | null {
  return recordSchema.safeParse(parse(text)).data ?? null;
}

function rowOf(text: string, list: string, key: string, value: string): number {
  const rows = parse(text)?.[list];
  return Array.isArray(rows) ? rows.findIndex((row) => row?.[key] === value) : -1;
}

function fileOf(root: string, entity: string): string {
  return join(root, 'entities', `${entity}.yaml`);
}
