/**
 * Cards that were read lately. A page, its popup and its panel ask for the same few within moments, and each reading leaves
 * garbage behind that has to be collected in the very thread that answers.
 */
import type { Card } from '../core/dataset/card.ts';
import type { ReleaseRow } from './dataset-database.ts';

/** Cards of a release: more than are asked for at once. */
const MOST = 64;

export interface RememberedCards {
  get(release: ReleaseRow, id: string): Card | undefined;
  /** The one that was longest not asked for is given up. */
  keep(release: ReleaseRow, card: Card): void;
}

/** Remembers them as long as the row of their release is: another row, even of the same number, may be of other texts. */
export function rememberCards(most = MOST): RememberedCards {
  const byRelease = new WeakMap<ReleaseRow, Map<string, Card>>();
  const put = (cards: Map<string, Card>, card: Card) => {
    cards.delete(card.id);
    cards.set(card.id, card);
  };
  return {
    get(release, id) {
      const cards = byRelease.get(release);
      const card = cards?.get(id);
      if (cards && card) put(cards, card);
      return card;
    },
    keep(release, card) {
      const cards = byRelease.get(release) ?? new Map<string, Card>();
      byRelease.set(release, cards);
      put(cards, card);
      const [oldest] = cards.keys();
      if (cards.size > most && oldest !== undefined) cards.delete(oldest);
    },
  };
}
