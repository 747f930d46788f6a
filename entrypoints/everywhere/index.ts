import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

/**
 * Comes to every page, beside the scout, where the reader keeps notes or wants whole sites read
 * (src/background/scout-everywhere.ts): a glance is not enough there.
 */
export default defineUnlistedScript(() => {
  globalThis.sidelightIsWanted = true;
  globalThis.sidelightBringScout?.();
});
