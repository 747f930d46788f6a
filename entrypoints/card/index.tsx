import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createCardDoor } from '../../src/ui/card/door.tsx';

/** Injected by the worker when a card is first wanted. */
export default defineUnlistedScript(() => {
  // Injected twice (two quick first hovers), the second run finds the door and leaves it alone.
  globalThis.sidelightCard ??= createCardDoor(document);
});
