import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createHands } from '../../src/page/hands.ts';

/** Injected by the worker when a hand first moves over a page with marks, or a message comes that only hands can answer. */
export default defineUnlistedScript(() => {
  // Injected twice, the second run finds the door and leaves it alone.
  globalThis.sidelightHands ??= createHands;
});
