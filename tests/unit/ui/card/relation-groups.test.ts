import { describe, expect, it } from 'vitest';
import type { CardRelation } from '../../../../src/core/dataset/card.ts';
import { distinctRelations, groupByPhrase, phraseOf } from '../../../../src/ui/card/relation-groups.ts';

function relation(type: CardRelation['type'], id: string, inverse = false): CardRelation {
  return { type, inverse, target: { id, name: id.toUpperCase(), kind: 'project' }, sources: [] };
}

const grouped = (relations: readonly CardRelation[]) =>
  groupByPhrase(distinctRelations(relations)).map(
    ({ phrase, relations: group }) => `${phrase}: ${group.map(({ target }) => target.id).join(' ')}`,
  );

describe('relations', () => {
  it.each([
    ['supplied-by', false, 'supplied by'],
    ['supplied-by', true, 'supplies'],
    ['partner-of', true, 'partner of'],
  ] as const)('%s, read backwards %s, is “%s”', (type, inverse, phrase) => {
    expect(phraseOf({ type, inverse })).toBe(phrase);
  });

  it('stand under their phrase, in the order in which the phrases first appear', () => {
    expect(grouped([relation('uses', 'a'), relation('owned-by', 'b'), relation('uses', 'c')])).toEqual([
      'uses: a c',
      'owned by: b',
    ]);
  });

  it('are said once where both sides record them', () => {
    expect(grouped([relation('uses', 'a'), relation('used-by', 'a', true)])).toEqual(['uses: a']);
  });

  it('keep what is said of one target in two ways', () => {
    expect(grouped([relation('uses', 'a'), relation('owned-by', 'a')])).toEqual(['uses: a', 'owned by: a']);
  });
});
