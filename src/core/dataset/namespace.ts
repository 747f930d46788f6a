/**
 * Ids of datasets that the reader added. Inside their own releases they are plain; outside they carry their dataset's id
 * before a tilde, which no plain id can hold: so none of them can stand for, or override, one of the core dataset.
 */
import type { Card } from './card.ts';
import type { ReleaseAlias, ReleaseEntity } from './release.ts';

const MARK = '~';

/** The id of an added dataset: from its first root's fingerprint, so that none takes another's place by coming from its address. */
export function datasetIdOf(fingerprint: string): string {
  return `d${fingerprint.slice(0, 12)}`;
}

/** `dataset~id`; ids of the core dataset (null) stay as they are. */
export function outerId(dataset: string | null, id: string): string {
  return dataset === null ? id : `${dataset}${MARK}${id}`;
}

/** The dataset (null for core) and the id inside it. */
export function innerId(id: string): { readonly dataset: string | null; readonly id: string } {
  const at = id.indexOf(MARK);
  return at < 0 ? { dataset: null, id } : { dataset: id.slice(0, at), id: id.slice(at + 1) };
}

/** A card of an added dataset as the outside sees it. */
export function outerCard(dataset: string, card: Card): Card {
  const outer = (id: string) => outerId(dataset, id);
  return {
    ...card,
    id: outer(card.id),
    statements: card.statements.map((statement) => ({
      ...statement,
      id: outer(statement.id),
      about: statement.about.map(outer),
      answers: statement.answers.map(outer),
      speaker:
        statement.speaker.id === undefined
          ? statement.speaker
          : { ...statement.speaker, id: outer(statement.speaker.id) },
    })),
    relations: card.relations.map((relation) => ({
      ...relation,
      target: { ...relation.target, id: outer(relation.target.id) },
    })),
  };
}

/** What linking needs of an entity. */
export type LinkEntity = Pick<ReleaseEntity, 'id' | 'name' | 'kind'> & {
  readonly relations: readonly { readonly target: string }[];
};

export function outerEntity(dataset: string | null, entity: LinkEntity): LinkEntity {
  const { id, name, kind, relations } = entity;
  return {
    id: outerId(dataset, id),
    name,
    kind,
    relations: relations.map(({ target }) => ({ target: outerId(dataset, target) })),
  };
}

/** An alias whose needs and vetoes speak of its own dataset's cues and entities. */
export function outerAlias(dataset: string | null, alias: ReleaseAlias): ReleaseAlias {
  if (dataset === null) return alias;
  const need = (text: string) =>
    text.replace(/^(cue|entity):(.*)$/, (_, type, id) => `${type}:${outerId(dataset, id)}`);
  return {
    ...alias,
    entity: outerId(dataset, alias.entity),
    needs: alias.needs.map((group) => group.map(need)),
    never: alias.never.map(need),
  };
}
