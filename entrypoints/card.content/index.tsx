import { defineContentScript } from 'wxt/utils/define-content-script';
import { createCardDoor } from '../../src/ui/card/door.tsx';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  registration: 'runtime',
  main() {
    // Injected twice (two quick first hovers), the second run finds the door and leaves it alone.
    globalThis.sidelightCard ??= createCardDoor(document);
  },
});
