/**
 * FollowTheMoney entities (followthemoney.tech), one JSON object per line: the format of Aleph and OpenSanctions.
 * What the model has no schema for keeps its meaning in plain ones: a statement is a Note about its entities, a relation
 * that is not ownership an UnknownLink with its role.
 */

import type { Release, ReleaseEntity, SourceRef } from '../../core/dataset/release.ts';
import type { Kind } from '../../core/dataset/vocabulary.ts';

const SCHEMAS: Readonly<Record<Kind, string>> = {
  vendor: 'Company',
  product: 'Asset',
  project: 'Project',
  programme: 'Project',
  investigation: 'Project',
  law: 'Document',
  ruling: 'Document',
  instrument: 'Document',
  sanction: 'Document',
  organisation: 'Organization',
  authority: 'PublicBody',
};
/** FollowTheMoney reads "EU" as a country code; "INT" it does not know. */
const UNKNOWN_PLACES = ['INT'];

interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/** The lines, each ending in a newline, in the release's order. */
export function toFollowTheMoney(release: Release): string {
  const addresses = new Map(release.sources.map(({ id, url }) => [id, url]));
  const urls = (refs: readonly SourceRef[]) => [
    ...new Set(refs.flatMap(({ source }) => addresses.get(source) ?? [])),
  ];
  const entities = release.entities.map((entity) => thing(release, entity));
  const links = release.entities.flatMap((entity) =>
    entity.relations.map((relation, i): FtmEntity => {
      const owned = relation.type === 'owned-by' || relation.type === 'acquired-by';
      const ends = owned
        ? { owner: [relation.target], asset: [entity.id] }
        : { subject: [entity.id], object: [relation.target] };
      return {
        id: `${entity.id}--${relation.type}--${relation.target}--${i}`,
        schema: owned ? 'Ownership' : 'UnknownLink',
        properties: present({
          ...ends,
          role: [relation.type],
          startDate: relation.from ? [relation.from] : [],
          endDate: relation.to ? [relation.to] : [],
          sourceUrl: urls(relation.sources),
        }),
      };
    }),
  );
  const notes = release.statements.map(
    (statement): FtmEntity => ({
      id: statement.id.replace('/', '--'),
      schema: 'Note',
      properties: present({
        entity: statement.about,
        description: [statement.text.en],
        author: [statement.speaker.name],
        date: typeof statement.event === 'string' ? [statement.event] : [],
        sourceUrl: urls(statement.sources),
        keywords: [statement.act, statement.basis, statement.standing],
      }),
    }),
  );
  return [...entities, ...links, ...notes].map((entity) => `${JSON.stringify(entity)}\n`).join('');
}

function thing(release: Release, entity: ReleaseEntity): FtmEntity {
  const aliases = release.aliases.filter((alias) => alias.entity === entity.id && alias.text !== entity.name);
  return {
    id: entity.id,
    schema: SCHEMAS[entity.kind],
    properties: present({
      name: [entity.name],
      alias: [...new Set(aliases.filter((a) => a.needs.length === 0).map((a) => a.text))],
      weakAlias: [...new Set(aliases.filter((a) => a.needs.length > 0).map((a) => a.text))],
      summary: [entity.summary.en],
      country: entity.places.filter((place) => !UNKNOWN_PLACES.includes(place)).map((p) => p.toLowerCase()),
      modifiedAt: [entity.reviewed],
    }),
  };
}

function present(properties: Record<string, readonly string[]>): Record<string, readonly string[]> {
  return Object.fromEntries(Object.entries(properties).filter(([, values]) => values.length > 0));
}
