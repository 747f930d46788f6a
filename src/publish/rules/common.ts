/** What the rules share: the dataset by id, and a way to say where something is wrong. */
import type { SourceRecord, StatementRecord } from '../../core/dataset/record.ts';
import type { Loaded, LoadedDataset } from '../load.ts';
import type { Problem } from '../problem.ts';
import { resolveSource, statementId } from '../references.ts';
import type { RuleName } from './catalogue.ts';

export type EntityFile = LoadedDataset['entities'][number];
export type DraftFile = LoadedDataset['drafts'][number];

export interface Index {
  readonly entities: ReadonlySet<string>;
  /** `entities/id` and `cues/id` whose file could not be read: who names them is not to blame. */
  readonly unreadable: ReadonlySet<string>;
  readonly statements: ReadonlyMap<string, StatementRecord>;
  /** Ids of statements that some released statement answers. */
  readonly answered: ReadonlySet<string>;
  /** Those among them that are denied. */
  readonly denied: ReadonlySet<string>;
  readonly cues: ReadonlySet<string>;
}

export function indexDataset(dataset: LoadedDataset): Index {
  const statements = new Map<string, StatementRecord>();
  const answered = new Set<string>();
  const denied = new Set<string>();
  for (const { record } of dataset.entities) {
    for (const statement of record.statements) {
      statements.set(`${record.id}/${statement.id}`, statement);
      for (const answer of statement.answers) {
        const id = statementId(record.id, answer);
        answered.add(id);
        if (statement.act === 'denies') denied.add(id);
      }
    }
  }
  return {
    entities: new Set(dataset.entities.map((e) => e.record.id)),
    unreadable: new Set(dataset.unreadable),
    statements,
    answered,
    denied,
    cues: new Set(dataset.cues.map((c) => c.record.id)),
  };
}

/** False only for an id that leads nowhere. */
export function isEntity(index: Index, id: string): boolean {
  return index.entities.has(id) || index.unreadable.has(`entities/${id}`);
}

/** The same for a cue. */
export function isCue(index: Index, id: string): boolean {
  return index.cues.has(id) || index.unreadable.has(`cues/${id}`);
}

/** The same for `entity/statement`. */
export function isStatement(index: Index, id: string): boolean {
  return index.statements.has(id) || index.unreadable.has(`entities/${id.split('/')[0]}`);
}

export function sourcesOf(file: EntityFile, statement: StatementRecord): SourceRecord[] {
  return statement.sources.flatMap((reference) => {
    const resolved = resolveSource(reference, file.record.sources);
    return typeof resolved === 'string' ? [] : [resolved.source];
  });
}

export function at(
  file: Loaded<unknown>,
  path: readonly PropertyKey[],
  rule: RuleName,
  message: string,
  mend: string,
): Problem {
  return { file: file.file, line: file.lineOf(path), rule, message, mend };
}

/** The same for dataset.yaml. */
export function atSetting(
  { settingsFile }: LoadedDataset,
  path: readonly PropertyKey[],
  rule: RuleName,
  message: string,
  mend: string,
): Problem {
  return { file: 'dataset.yaml', line: settingsFile?.lineOf(path) ?? 1, rule, message, mend };
}

/** The same as a warning: worth a look, and no reason to hold a release back. */
export function warn(
  file: Loaded<unknown>,
  path: readonly PropertyKey[],
  rule: RuleName,
  message: string,
  mend: string,
): Problem {
  return { ...at(file, path, rule, message, mend), level: 'warning' };
}
