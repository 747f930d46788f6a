/** Builders of small real objects: a release, an entity, a statement, an alias, each with sensible defaults. */

import { homeOf } from '../../src/core/dataset/bundle.ts';
import type { CardSource, CardStatement } from '../../src/core/dataset/card.ts';
import type {
  Release,
  ReleaseAlias,
  ReleaseEntity,
  ReleaseSource,
  ReleaseStatement,
  SourceRef,
} from '../../src/core/dataset/release.ts';
import { plainAlias } from '../../src/publish/plain-alias.ts';
import { CORE, NEVER_CHECKED, type RepositoryRow } from '../../src/storage/dataset-database.ts';

export function anEntity(over: Partial<ReleaseEntity> & { id: string }): ReleaseEntity {
  return {
    kind: 'vendor',
    name: over.id,
    summary: { en: 'A company.' },
    places: [],
    reviewed: '2026-11-24',
    states: [],
    relations: [],
    withheld: 0,
    ...over,
  };
}

export function anAlias(over: Partial<ReleaseAlias> & { entity: string; text: string }): ReleaseAlias {
  return { ...plainAlias(over.entity, over.text), ...over };
}

/** A dataset that a reader has, which names no place for updates and was never checked. */
export function aRepository(over: Partial<RepositoryRow> = {}): RepositoryRow {
  return {
    id: CORE,
    address: null,
    root: null,
    label: 'Core',
    colour: '#000000',
    enabled: true,
    highest: null,
    withdrawn: [],
    conflicts: [],
    check: NEVER_CHECKED,
    ...over,
  };
}

export function aStatement(over: Partial<ReleaseStatement> & { id: string }): ReleaseStatement {
  return {
    about: [over.id.split('/')[0] ?? ''],
    text: { en: 'Something was said.' },
    speaker: { name: 'A newspaper' },
    act: 'reports',
    basis: 'reporting',
    standing: 'current',
    answers: [],
    allegation: false,
    sources: [],
    known: null,
    ...over,
  };
}

export function aSource(over: Partial<CardSource> = {}): CardSource {
  return {
    url: 'https://news.example/story',
    title: 'A story about cameras',
    publisher: 'News',
    lang: 'en',
    published: '2019-03-01',
    archived: null,
    weak: false,
    passage: { start: 'first words', end: 'last words' },
    ...over,
  };
}

export function aCardStatement(over: Partial<CardStatement> & { id: string }): CardStatement {
  const { sources = [aSource()], ...rest } = over;
  return { ...aStatement(rest as Partial<ReleaseStatement> & { id: string }), sources };
}

/** A release; what is said in it without a source gets one, since nothing else is a release. Sources given stay alone. */
export function aRelease(over: Partial<Release> = {}): Release {
  const release: Release = {
    format: 1,
    version: '2026.11.24',
    licence: 'CC-BY-4.0',
    entities: [],
    statements: [],
    sources: [],
    aliases: [],
    cues: [],
    redirects: {},
    ...over,
  };
  return over.sources === undefined ? withSources(release) : release;
}

function withSources(release: Release): Release {
  const sourced = <Row extends { readonly sources: SourceRef[] }>(home: string, row: Row): Row =>
    row.sources.length > 0 ? row : { ...row, sources: [{ source: `${home}/story`, passage: 'words' }] };
  const entities = release.entities.map((entity) => ({
    ...entity,
    relations: entity.relations.map((relation) => sourced(entity.id, relation)),
    states: entity.states.map((state) => sourced(entity.id, state)),
  }));
  const statements = release.statements.map((statement) => sourced(homeOf(statement.id), statement));
  const rows = [...statements, ...entities.flatMap(({ relations, states }) => [...relations, ...states])];
  const ids = new Set(rows.flatMap(({ sources }) => sources.map(({ source }) => source)));
  return { ...release, entities, statements, sources: [...ids].sort().map(storyOf) };
}

function storyOf(id: string): ReleaseSource {
  const { passage: _, ...story } = aSource();
  return {
    ...story,
    id,
    read: '2026-11-24',
    passages: { words: { start: 'first words', end: 'last words' } },
  };
}
