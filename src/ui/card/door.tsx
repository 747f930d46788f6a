/** The card script's side of the door (page/card-door.ts): one host, one open card. */
import { groupStatements } from '../../core/dataset/grouping.ts';
import { rankBySentence } from '../../core/dataset/ranking.ts';
import type { CardDoor, CloseReason } from '../../page/card-door.ts';
import { inWords } from '../dates.ts';
import { CARD_TABLES } from '../strings.ts';
import { speak } from '../words.ts';
import { type OpenCard, openCard } from './open-card.tsx';
import type { Pin } from './pinning.ts';

/** What a pinned card does not close for. */
const IGNORED_WHEN_PINNED: readonly CloseReason[] = ['left', 'scrolled'];

export function createCardDoor(document: Document): CardDoor {
  let open: OpenCard | null = null;
  const pin: Pin = { at: null };
  return {
    open(request) {
      // From card to card the keyboard has been in the card: where it came from is what the first one remembers.
      const from = open?.from ?? document.activeElement;
      open?.close('replaced');
      const own = openCard(
        document,
        {
          ...request,
          onClosed: (reason) => {
            if (open === own) open = null;
            if (reason !== 'replaced') pin.at = null;
            request.onClosed(reason);
          },
        },
        from,
        pin,
      );
      open = own;
    },
    close(reason) {
      if (pin.at === null || !IGNORED_WHEN_PINNED.includes(reason)) open?.close(reason);
    },
    prepare(card, linked) {
      // Both keep what they have worked out, so that the same work is not waited for later.
      rankBySentence(card, linked, { sentence: '', entities: [] }, { limit: 0 });
      inWords(card.reviewed);
    },
    shown() {
      const card = open?.card();
      return open && card ? { card, groups: groupStatements(card, open.request.page) } : null;
    },
    box: () => open?.box() ?? null,
    supply: (card, linked) => open?.supply(card, linked),
    isPinned: () => open !== null && pin.at !== null,
    withdraw: (entity) => open?.withdraw(entity),
    speak(words) {
      speak(words, CARD_TABLES);
      // For the tools, which have a script of their own.
      globalThis.sidelightWords = words;
    },
  };
}
