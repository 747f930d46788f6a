/** The page's cards: fetched when the pointer comes to rest on a name, before the card is due, and then kept. */
import type { Card } from '../core/dataset/card.ts';
import type { Calls } from '../messages/envelope.ts';
import type { ToWorker } from '../messages/to-worker.ts';

/** Cards asked for in one message. */
const BATCH = 50;

export interface CardCache {
  /** Fetches the cards that are not here yet. Failures are left for the moment the card is wanted. */
  prefetch(ids: readonly string[]): Promise<void>;
  /** The card if it is here. */
  get(id: string): Card | null;
  /** The card, fetched if need be; null when there is no such entity. Rejects when the worker does not answer. */
  load(id: string): Promise<Card | null>;
  clear(): void;
}

export function createCardCache(worker: Pick<Calls<ToWorker>, 'cards'>): CardCache {
  let cards = new Map<string, Card>();
  const fetchCards = async (ids: readonly string[]) => {
    const target = cards;
    for (const card of await worker.cards({ ids })) target.set(card.id, card);
  };
  return {
    async prefetch(ids) {
      const missing = [...new Set(ids)].filter((id) => !cards.has(id));
      for (let i = 0; i < missing.length; i += BATCH) {
        await fetchCards(missing.slice(i, i + BATCH)).catch(() => undefined);
      }
    },
    get: (id) => cards.get(id) ?? null,
    async load(id) {
      if (!cards.has(id)) {
        const [card] = await worker.cards({ ids: [id] });
        // A redirected id answers with the card of the entity that lives on.
        if (card) cards.set(id, card);
      }
      return cards.get(id) ?? null;
    },
    clear() {
      cards = new Map();
    },
  };
}
