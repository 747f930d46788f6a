/** How a record's short references read: `fp-2019#owner` for a source's passage, `denial-2019` or `huawei/denial` for a statement. */
import type { EntityRecord, SourceRecord } from '../core/dataset/record.ts';

export interface ResolvedSource {
  readonly key: string;
  readonly passage: string;
  readonly source: SourceRecord;
}

/** Resolves `key` or `key#passage` among a file's sources; a string says what is wrong instead. */
export function resolveSource(reference: string, sources: EntityRecord['sources']): ResolvedSource | string {
  const [key = '', named] = reference.split('#');
  const source = sources[key];
  if (!source) return `there is no source ${key} in this file`;
  const passages = Object.keys(source.passages);
  if (named !== undefined) {
    return source.passages[named] ? { key, passage: named, source } : `source ${key} has no passage ${named}`;
  }
  const [only, another] = passages;
  if (only === undefined) return `source ${key} has no passage`;
  return another === undefined
    ? { key, passage: only, source }
    : `source ${key} has several passages: say which (${passages.map((p) => `${key}#${p}`).join(', ')})`;
}

/** The passages of a record that nothing in it cites. */
export function uncitedPassages(record: EntityRecord): { readonly key: string; readonly passage: string }[] {
  const cited = new Set(
    [...record.statements, ...record.relations, ...record.states].flatMap(({ sources }) =>
      sources.flatMap((reference) => {
        const resolved = resolveSource(reference, record.sources);
        return typeof resolved === 'string' ? [] : [`${resolved.key}#${resolved.passage}`];
      }),
    ),
  );
  return Object.entries(record.sources).flatMap(([key, { passages }]) =>
    Object.keys(passages)
      .filter((passage) => !cited.has(`${key}#${passage}`))
      .map((passage) => ({ key, passage })),
  );
}

/** The full id of a statement named in the file of `owner`. */
export function statementId(owner: string, reference: string): string {
  return reference.includes('/') ? reference : `${owner}/${reference}`;
}

/** The house that stands behind a source: copies of one agency report count once. */
export function underlyingPublisher(source: SourceRecord): string {
  return (source.origin ?? source.publisher).trim().toLowerCase();
}
