import { expect, it } from 'vitest';
import type { Card } from '../../../src/core/dataset/card.ts';
import type { ReleaseRow } from '../../../src/storage/dataset-database.ts';
import { rememberCards } from '../../../src/storage/remembered-cards.ts';

const row = () => ({ repository: 'core', generation: 1 }) as ReleaseRow;
const card = (id: string) => ({ id }) as Card;

it('gives up the card that was longest not asked for', () => {
  const [cards, release] = [rememberCards(2), row()];
  for (const id of ['a', 'b']) cards.keep(release, card(id));
  expect(cards.get(release, 'a')).toEqual(card('a'));
  cards.keep(release, card('c'));
  expect(['a', 'b', 'c'].filter((id) => cards.get(release, id))).toEqual(['a', 'c']);
});

it('knows nothing of another row, even of the same number', () => {
  const [cards, release] = [rememberCards(), row()];
  cards.keep(release, card('a'));
  expect(cards.get(row(), 'a')).toBeUndefined();
});
