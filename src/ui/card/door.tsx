/** The card script's side of the door (page/card-door.ts): one host, one open card. */
import { groupStatements } from '../../core/dataset/grouping.ts';
import type { CardDoor } from '../../page/card-door.ts';
import { CARD_TABLES } from '../strings.ts';
import { speak } from '../words.ts';
import { type OpenCard, openCard } from './open-card.tsx';

export function createCardDoor(document: Document): CardDoor {
  let open: OpenCard | null = null;
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
            request.onClosed(reason);
          },
        },
        from,
      );
      open = own;
    },
    close: (reason) => open?.close(reason),
    speak: (words) => speak(words, CARD_TABLES),
    shown: () =>
      open ? { card: open.card(), groups: groupStatements(open.card(), open.request.page) } : null,
  };
}
