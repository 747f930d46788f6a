/** What the rules share: the dataset by id, and a way to say where something is wrong. */
import type { SourceRecord, StatementRecord } from '../../core/dataset/record.ts';
import type { Loaded, LoadedDataset } from '../load.ts';
import type { Problem } from '../problem.ts';
import { resolveSource, statementId } from '../references.ts';

export type EntityFile = LoadedDataset['entities'][number];
export type DraftFile = LoadedDataset['drafts'][number];

export interface Index {
  readonly entities: ReadonlySet<string>;
  readonly statements: ReadonlyMap<string, StatementRecord>;
  /** Ids of statements that some released statement answers. */
  readonly answered: ReadonlySet<string>;
  readonly cues: ReadonlySet<string>;
}

export function indexDataset(dataset: LoadedDataset): Index {
  const statements = new Map<string, StatementRecord>();
  const answered = new Set<string>();
  for (const { record } of dataset.entities) {
    for (const statement of record.statements) {
      statements.set(`${record.id}/${statement.id}`, statement);
      for (const answer of statement.answers) answered.add(statementId(record.id, answer));
    }
  }
  return {
    entities: new Set(dataset.entities.map((e) => e.record.id)),
    statements,
    answered,
    cues: new Set(dataset.cues.map((c) => c.record.id)),
  };
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
  rule: string,
  message: string,
  mend: string,
): Problem {
  return { file: file.file, line: file.lineOf(path), rule, message, mend };
}

/** The same as a warning: worth a look, and no reason to hold a release back. */
export function warn(
  file: Loaded<unknown>,
  path: readonly PropertyKey[],
  rule: string,
  message: string,
  mend: string,
): Problem {
  return { ...at(file, path, rule, message, mend), level: 'warning' };
}
