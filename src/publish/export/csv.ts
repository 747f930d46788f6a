/** Tables for spreadsheets (RFC 4180): one file for each thing the dataset has many of. */
import type { Release, ReleaseAlias, ReleaseEntity, ReleaseStatement } from '../../core/dataset/release.ts';

type Cell = string | number | boolean | null | undefined;

/** A table's columns: what stands over each, and what of a row stands in it. */
type Columns<T> = readonly (readonly [head: string, cell: (row: T) => Cell])[];

/** File names and contents. Lists inside a cell are separated by a semicolon and a space. */
export function toCsv(release: Release): Record<string, string> {
  const urls = new Map(release.sources.map(({ id, url }) => [id, url]));
  const cited: Cited = (refs) => refs.map(({ source }) => urls.get(source) ?? source).join('; ');
  return {
    'entities.csv': table(ENTITIES, release.entities),
    'aliases.csv': table(ALIASES, release.aliases),
    'statements.csv': table(statementColumns(cited), release.statements),
    'relations.csv': table(
      relationColumns(cited),
      release.entities.flatMap((entity) => entity.relations.map((relation) => ({ entity, relation }))),
    ),
    'sources.csv': table(SOURCES, release.sources),
  };
}

/** Addresses of what is cited. */
type Cited = (refs: readonly { readonly source: string }[]) => string;

const ENTITIES: Columns<ReleaseEntity> = [
  ['id', (e) => e.id],
  ['kind', (e) => e.kind],
  ['name', (e) => e.name],
  ['summary', (e) => e.summary.en],
  ['places', (e) => e.places.join('; ')],
  ['citation', (e) => e.citation],
  ['reviewed', (e) => e.reviewed],
];

const ALIASES: Columns<ReleaseAlias> = [
  ['entity', (a) => a.entity],
  ['text', (a) => a.text],
  ['lang', (a) => a.lang],
  ['case', (a) => a.case],
  ['inflect', (a) => a.inflect],
  ['needs', (a) => a.needs.map((group) => group.join(' or ')).join('; ')],
  ['never', (a) => a.never.join('; ')],
  ['scope', (a) => a.scope],
];

function statementColumns(cited: Cited): Columns<ReleaseStatement> {
  return [
    ['id', (s) => s.id],
    ['about', (s) => s.about.join('; ')],
    ['text', (s) => s.text.en],
    ['event', eventOf],
    ['speaker', (s) => s.speaker.name],
    ['act', (s) => s.act],
    ['basis', (s) => s.basis],
    ['standing', (s) => s.standing],
    ['allegation', (s) => s.allegation],
    ['answers', (s) => s.answers.join('; ')],
    ['no_reply_found', (s) => s.noReplyFound],
    ['known', (s) => s.known],
    ['sources', (s) => cited(s.sources)],
  ];
}

function eventOf({ event, asOf }: ReleaseStatement): Cell {
  return typeof event === 'object' ? `${event.from ?? '..'}/${event.to ?? '..'}` : (event ?? asOf);
}

interface RelationRow {
  readonly entity: ReleaseEntity;
  readonly relation: ReleaseEntity['relations'][number];
}

function relationColumns(cited: Cited): Columns<RelationRow> {
  return [
    ['entity', ({ entity }) => entity.id],
    ['type', ({ relation }) => relation.type],
    ['target', ({ relation }) => relation.target],
    ['from', ({ relation }) => relation.from],
    ['to', ({ relation }) => relation.to],
    ['note', ({ relation }) => relation.note],
    ['sources', ({ relation }) => cited(relation.sources)],
  ];
}

const SOURCES: Columns<Release['sources'][number]> = [
  ['id', (s) => s.id],
  ['url', (s) => s.url],
  ['title', (s) => s.title],
  ['publisher', (s) => s.publisher],
  ['origin', (s) => s.origin],
  ['lang', (s) => s.lang],
  ['published', (s) => s.published],
  ['read', (s) => s.read],
  ['archived', (s) => s.archived],
  ['interest', (s) => s.interest],
  ['weak', (s) => s.weak],
];

function table<T>(columns: Columns<T>, rows: readonly T[]): string {
  const lines = [columns.map(([head]) => head), ...rows.map((row) => columns.map(([, of]) => of(row)))];
  return lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

function cell(value: Cell): string {
  const text = value === null || value === undefined ? '' : String(value);
  // A cell that begins like a formula would be run by a spreadsheet; the apostrophe makes it text.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
