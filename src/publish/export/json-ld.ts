/** JSON-LD in the terms of schema.org: entities as things, statements as claims with the pages they appear on. */

import type { Release, ReleaseSource } from '../../core/dataset/release.ts';
import type { Kind } from '../../core/dataset/vocabulary.ts';

const TYPES: Readonly<Record<Kind, string>> = {
  vendor: 'Corporation',
  product: 'Product',
  project: 'Project',
  programme: 'GovernmentService',
  investigation: 'Report',
  law: 'Legislation',
  ruling: 'Legislation',
  instrument: 'Legislation',
  sanction: 'Legislation',
  organisation: 'NGO',
  authority: 'GovernmentOrganization',
};

/** One document; ids are fragments, so that it can lie at any address. */
export function toJsonLd(release: Release): string {
  const sources = new Map(release.sources.map((source) => [source.id, source]));
  const entities = release.entities.map((entity) => ({
    '@id': `#${entity.id}`,
    '@type': TYPES[entity.kind],
    additionalType: entity.kind,
    name: entity.name,
    alternateName: [
      ...new Set(
        release.aliases
          .filter((alias) => alias.entity === entity.id && alias.text !== entity.name)
          .map((alias) => alias.text),
      ),
    ],
    description: entity.summary.en,
    ...(entity.citation === undefined ? {} : { legislationIdentifier: entity.citation }),
    dateModified: entity.reviewed,
  }));
  const claims = release.statements.map((statement) => ({
    '@id': `#${statement.id}`,
    '@type': 'Claim',
    text: statement.text.en,
    about: statement.about.map((id) => ({ '@id': `#${id}` })),
    author: statement.speaker.id
      ? { '@id': `#${statement.speaker.id}` }
      : { '@type': 'Organization', name: statement.speaker.name },
    creativeWorkStatus: statement.standing,
    ...(statement.event === undefined ? {} : { temporalCoverage: interval(statement.event) }),
    ...(statement.known === null ? {} : { datePublished: statement.known }),
    appearance: statement.sources.flatMap(({ source }) => {
      const found = sources.get(source);
      return found ? [page(found)] : [];
    }),
  }));
  return `${JSON.stringify(
    {
      '@context': 'https://schema.org',
      '@type': 'Dataset',
      name: 'Sidelight dataset',
      version: release.version,
      license: 'https://creativecommons.org/licenses/by/4.0/',
      hasPart: [...entities, ...claims],
    },
    null,
    1,
  )}\n`;
}

function page({ url, title, publisher, lang, published }: ReleaseSource) {
  return {
    '@type': 'WebPage',
    url,
    ...(title === null ? {} : { name: title }),
    publisher: { '@type': 'Organization', name: publisher },
    inLanguage: lang,
    ...(published === null ? {} : { datePublished: published }),
  };
}

/** ISO 8601: a date, or an interval with an open end. */
function interval(event: string | { from?: string | undefined; to?: string | undefined }): string {
  return typeof event === 'string' ? event : `${event.from ?? '..'}/${event.to ?? '..'}`;
}
