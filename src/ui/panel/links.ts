/** The dataset's sourced relations among some entities, each once, as it is recorded. */
import type { Card, CardRelation } from '../../core/dataset/card.ts';
import type { Kind } from '../../core/dataset/vocabulary.ts';
import { compareTexts } from '../../core/text/compare-texts.ts';

export interface End {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
}

/** One relation, read as it is recorded: `from` is the entity whose record says it. */
export interface Link {
  readonly key: string;
  readonly from: End;
  readonly to: End;
  readonly relation: CardRelation;
}

/** Relations whose both ends are among the cards, by name; those without a source are not shown. */
export function linksAmong(cards: readonly Card[]): Link[] {
  const present = new Set(cards.map(({ id }) => id));
  const links = cards.flatMap((card) =>
    card.relations
      .filter(({ inverse, target, sources }) => !inverse && present.has(target.id) && sources.length > 0)
      .map((relation) => linkOf(card, relation)),
  );
  const once = new Map(links.map((link) => [link.key, link]));
  return [...once.values()].sort(
    (a, b) => compareTexts(a.from.name, b.from.name) || compareTexts(a.to.name, b.to.name),
  );
}

/** Links between each entity of a way and the next. */
export function linksAlong(path: readonly string[], links: readonly Link[]): readonly (readonly Link[])[] {
  return path.slice(1).map((id, i) => links.filter((link) => connects(link, path[i] ?? '', id)));
}

export function touches({ from, to }: Link, id: string): boolean {
  return from.id === id || to.id === id;
}

function connects(link: Link, one: string, other: string): boolean {
  return touches(link, one) && touches(link, other) && one !== other;
}

function linkOf(card: Card, relation: CardRelation): Link {
  const { target, type, from, to } = relation;
  return {
    key: [card.id, type, target.id, from, to].join(' '),
    from: { id: card.id, name: card.name, kind: card.kind },
    to: target,
    relation,
  };
}
