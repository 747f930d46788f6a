/** Relations as a reader takes them in: each phrase once, with all whom it leads to. */
import type { CardRelation } from '../../core/dataset/card.ts';
import { RELATION } from '../strings.ts';

export interface RelationGroup {
  /** "supplied by", or read from the other end, "supplies". */
  readonly phrase: string;
  readonly relations: readonly CardRelation[];
}

/** The words of a relation in the direction in which this card reads it. */
export function phraseOf({ type, inverse }: Pick<CardRelation, 'type' | 'inverse'>): string {
  return RELATION[type][inverse ? 1 : 0];
}

/**
 * Leaves out what says the same twice ("used by" recorded here, "uses" over there), in the order of first appearance
 * and with relations of one phrase next to each other.
 */
export function distinctRelations(relations: readonly CardRelation[]): readonly CardRelation[] {
  const byPhrase = new Map<string, Map<string, CardRelation>>();
  for (const relation of relations) {
    const phrase = phraseOf(relation);
    const targets = byPhrase.get(phrase) ?? new Map<string, CardRelation>();
    if (!targets.has(relation.target.id)) targets.set(relation.target.id, relation);
    byPhrase.set(phrase, targets);
  }
  return [...byPhrase.values()].flatMap((targets) => [...targets.values()]);
}

/** Puts neighbours of one phrase under it. */
export function groupByPhrase(relations: readonly CardRelation[]): readonly RelationGroup[] {
  const groups: { phrase: string; relations: CardRelation[] }[] = [];
  for (const relation of relations) {
    const phrase = phraseOf(relation);
    const last = groups.at(-1);
    if (last?.phrase === phrase) last.relations.push(relation);
    else groups.push({ phrase, relations: [relation] });
  }
  return groups;
}
