import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createCardDoor } from '../../src/ui/card/door.tsx';
import { CARD_TABLES } from '../../src/ui/strings.ts';
import { speak } from '../../src/ui/words.ts';

/** Injected by the worker when a card is first wanted. */
export default defineUnlistedScript(() => {
  // Injected twice (two quick first hovers), the second run finds the door and leaves it alone.
  if (globalThis.sidelightCard) return;
  // The worker leaves words here for readers of another language than English.
  if (globalThis.sidelightWords) speak(globalThis.sidelightWords, CARD_TABLES);
  globalThis.sidelightCard = createCardDoor(document);
});
