/** Compiles the dataset folder into a release: references resolved, drafts left out, order fixed, nothing invented. */
import { earliest } from '../core/dataset/dates.ts';
import type { AliasRecord, EntityRecord, StatementRecord } from '../core/dataset/record.ts';
import {
  RELEASE_FORMAT,
  type Release,
  type ReleaseAlias,
  type ReleaseEntity,
  type ReleaseSource,
  type ReleaseStatement,
  type SourceRef,
} from '../core/dataset/release.ts';
import { fold } from '../core/text/fold.ts';
import { checkDataset, errorsOf } from './check.ts';
import { type LoadedDataset, loadDataset } from './load.ts';
import { DatasetError } from './problem.ts';
import { resolveSource, statementId } from './references.ts';

/**
 * Loads, checks and compiles the dataset below `root`. The same files give the same bytes.
 * @throws DatasetError with every problem, when there is any; a version after `today` (YYYY-MM-DD) is one, where it is given
 */
export function compileDataset(root: string, today?: string): Release {
  const dataset = loadDataset(root);
  const problems = errorsOf(checkDataset(dataset, today));
  if (problems.length > 0) throw new DatasetError(problems);
  return compileLoaded(dataset);
}

/** Compiles a dataset already loaded and found free of problems. */
function compileLoaded(dataset: LoadedDataset): Release {
  const records = dataset.entities.map((file) => file.record);
  const names = new Map(records.map((record) => [record.id, record.name]));
  const withheld = countWithheld(dataset);
  return {
    format: RELEASE_FORMAT,
    version: dataset.settings.version,
    licence: dataset.settings.licence,
    entities: records.map((record) => compileEntity(record, withheld.get(record.id) ?? 0)),
    statements: records.flatMap((record) => record.statements.map((s) => compileStatement(record, s, names))),
    sources: records.flatMap(compileSources),
    aliases: records.flatMap(compileAliases),
    cues: dataset.cues.map(({ record }) => ({ id: record.id, words: record.words })),
    redirects: dataset.settings.redirects,
    ...(dataset.settings.withdrawn.length === 0 ? {} : { withdrawn: dataset.settings.withdrawn }),
    ...(dataset.repository === null ? {} : { updates: dataset.repository }),
  };
}

function compileEntity(record: EntityRecord, withheld: number): ReleaseEntity {
  const refs = (sources: readonly string[]) => sources.map((s) => sourceRef(record, s));
  return {
    id: record.id,
    kind: record.kind,
    name: record.name,
    summary: record.summary,
    places: record.places,
    ...(record.citation === undefined ? {} : { citation: record.citation }),
    reviewed: record.reviewed,
    states: record.states.map((state) => ({ ...state, sources: refs(state.sources) })),
    relations: record.relations.map((relation) => ({ ...relation, sources: refs(relation.sources) })),
    withheld,
  };
}

function compileStatement(
  record: EntityRecord,
  statement: StatementRecord,
  names: ReadonlyMap<string, string>,
): ReleaseStatement {
  const { event, asOf, noReplyFound, amount } = statement;
  const dates = statement.sources.flatMap((reference) => {
    const resolved = resolveSource(reference, record.sources);
    return typeof resolved === 'string' || resolved.source.published === null
      ? []
      : [resolved.source.published];
  });
  const speakerName = names.get(statement.speaker);
  return {
    id: `${record.id}/${statement.id}`,
    about: statement.about ?? [record.id],
    text: statement.text,
    ...(event === undefined ? {} : { event }),
    ...(asOf === undefined ? {} : { asOf }),
    speaker:
      speakerName === undefined ? { name: statement.speaker } : { name: speakerName, id: statement.speaker },
    act: statement.act,
    basis: statement.basis,
    standing: statement.standing,
    answers: statement.answers.map((answer) => statementId(record.id, answer)),
    allegation: statement.allegation || statement.act === 'alleges',
    ...(noReplyFound === undefined ? {} : { noReplyFound }),
    ...(amount === undefined ? {} : { amount }),
    sources: statement.sources.map((s) => sourceRef(record, s)),
    known: earliest(dates),
  };
}

function compileSources(record: EntityRecord): ReleaseSource[] {
  return Object.entries(record.sources).map(([key, source]) => ({
    id: `${record.id}/${key}`,
    url: source.url,
    title: source.title,
    publisher: source.publisher,
    ...(source.origin === undefined ? {} : { origin: source.origin }),
    lang: source.lang,
    published: source.published,
    read: source.read,
    archived: source.archived,
    ...(source.interest === undefined ? {} : { interest: source.interest }),
    weak: source.weak,
    passages: Object.fromEntries(
      Object.entries(source.passages).map(([name, { start, end }]) => [name, { start, end }]),
    ),
  }));
}

/** The record's name (unless it is listed with rules of its own) and its aliases. */
export function compileAliases(record: EntityRecord): ReleaseAlias[] {
  const name = fold(record.name);
  const listed = record.aliases.some((alias) => fold(alias.text) === name);
  const own = listed ? [] : [compileAlias(record.id, { text: record.name })];
  return [...own, ...record.aliases.map((alias) => compileAlias(record.id, alias))];
}

function compileAlias(entity: string, alias: Partial<AliasRecord> & { text: string }): ReleaseAlias {
  const needs = alias.needs ?? [];
  return {
    entity,
    text: alias.text,
    lang: alias.lang ?? 'und',
    case: alias.case ?? 'initial',
    inflect: alias.inflect ?? true,
    full: !needs.flat().includes('first-full-name'),
    needs,
    never: alias.never ?? [],
    scope: alias.scope ?? 'page',
  };
}

function sourceRef(record: EntityRecord, reference: string): SourceRef {
  const resolved = resolveSource(reference, record.sources);
  // checkDataset has refused unresolved references; reaching this is a fault in the checker.
  if (typeof resolved === 'string') throw new Error(`${record.id}: ${resolved}`);
  return { source: `${record.id}/${resolved.key}`, passage: resolved.passage };
}

function countWithheld(dataset: LoadedDataset): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { record } of dataset.drafts) {
    for (const statement of record.statements) {
      for (const id of statement.about ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return counts;
}
