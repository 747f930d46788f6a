/**
 * Taking back what was published. `superseded` marks it and keeps its text readable; `removed` deletes it from the records.
 * Either is written into dataset.yaml with day and reason, goes out with the next release, and reaches every reader with it.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, isMap, isSeq, parseDocument } from 'yaml';
import type { Withdrawal } from '../../core/dataset/withdrawal.ts';
import { CommandError } from '../problem.ts';

/** Writes the withdrawal into the records below `root`. Returns the files that changed. */
export function withdraw(root: string, { id, as, on, reason }: Withdrawal): string[] {
  const settings = join(root, 'dataset.yaml');
  const document = parseDocument(readFileSync(settings, 'utf8'));
  const listed = document.get('withdrawn');
  const entries = isSeq(listed) ? listed.items : [];
  const old = entries.findIndex((item) => isMap(item) && item.get('id') === id);
  if (old >= 0) document.deleteIn(['withdrawn', old]);
  else if (!exists(root, id)) throw new CommandError(`there is no ${id} in the records`);
  if (!isSeq(document.get('withdrawn'))) document.set('withdrawn', document.createNode([]));
  document.addIn(['withdrawn'], document.createNode({ id, as, on, reason }));
  const [entity = '', statement] = id.split('/');
  const changed = as === 'removed' ? remove(root, entity, statement) : supersede(root, entity, statement);
  writeFileSync(settings, String(document));
  return [settings, ...changed];
}

function exists(root: string, id: string): boolean {
  const [entity = '', statement] = id.split('/');
  const file = join(root, 'entities', `${entity}.yaml`);
  if (!existsSync(file)) return false;
  return statement === undefined || statementAt(parseDocument(readFileSync(file, 'utf8')), statement) >= 0;
}

function remove(root: string, entity: string, statement: string | undefined): string[] {
  const file = join(root, 'entities', `${entity}.yaml`);
  if (!existsSync(file)) return [];
  if (statement !== undefined) {
    return edit(file, (document) => {
      const at = statementAt(document, statement);
      if (at >= 0) document.deleteIn(['statements', at]);
    });
  }
  rmSync(file);
  const drafts = join(root, 'drafts', `${entity}.yaml`);
  if (existsSync(drafts)) rmSync(drafts);
  return [file, ...(existsSync(drafts) ? [drafts] : []), ...forgetRelations(root, entity)];
}

/** Relations that point at an entity that is gone would not pass the check. */
function forgetRelations(root: string, target: string): string[] {
  return readdirSync(join(root, 'entities')).flatMap((name) => {
    const file = join(root, 'entities', name);
    const text = readFileSync(file, 'utf8');
    if (!text.includes(target)) return [];
    return edit(file, (document) => {
      const relations = document.get('relations');
      if (!isSeq(relations)) return;
      relations.items = relations.items.filter((item) => !(isMap(item) && item.get('target') === target));
    });
  });
}

function supersede(root: string, entity: string, statement: string | undefined): string[] {
  if (statement === undefined) return [];
  return edit(join(root, 'entities', `${entity}.yaml`), (document) => {
    const at = statementAt(document, statement);
    if (at >= 0) document.setIn(['statements', at, 'standing'], 'superseded');
  });
}

function edit(file: string, change: (document: Document) => void): string[] {
  const before = readFileSync(file, 'utf8');
  const document = parseDocument(before);
  const untouched = String(document);
  change(document);
  const after = String(document);
  if (after === untouched) return [];
  writeFileSync(file, after);
  return [file];
}

function statementAt(document: Document, id: string): number {
  const statements = document.get('statements');
  if (!isSeq(statements)) return -1;
  return statements.items.findIndex((item) => isMap(item) && item.get('id') === id);
}
