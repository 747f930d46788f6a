import { expect, test } from 'vitest';
import type { CardRelation } from '../../../../src/core/dataset/card.ts';
import { linksAlong, linksAmong } from '../../../../src/ui/panel/links.ts';
import { aSource } from '../../../helpers/builders.ts';
import { aCard } from '../a-card.ts';

function relation(type: CardRelation['type'], id: string, over: Partial<CardRelation> = {}): CardRelation {
  return { type, target: { id, name: id, kind: 'vendor' }, inverse: false, sources: [aSource()], ...over };
}

const CARDS = [
  aCard({
    id: 'square',
    name: 'square',
    relations: [
      relation('supplied-by', 'acme'),
      relation('uses', 'unseen'),
      relation('part-of', 'city', { sources: [] }),
    ],
  }),
  aCard({
    id: 'acme',
    name: 'acme',
    relations: [relation('supplied-by', 'square', { inverse: true }), relation('member-of', 'city')],
  }),
  aCard({ id: 'city', name: 'city', relations: [relation('member-of', 'acme', { inverse: true })] }),
];

test('relations among the cards come once, in the direction of their record, and never without a source', () => {
  expect(linksAmong(CARDS).map(({ from, relation: { type }, to }) => `${from.id} ${type} ${to.id}`)).toEqual([
    'acme member-of city',
    'square supplied-by acme',
  ]);
});

test('a way names the relations of each of its steps', () => {
  const steps = linksAlong(['square', 'acme', 'city'], linksAmong(CARDS));
  expect(steps.map((links) => links.map(({ relation: { type } }) => type))).toEqual([
    ['supplied-by'],
    ['member-of'],
  ]);
});
