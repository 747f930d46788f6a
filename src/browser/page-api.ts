/**
 * The browser's own API object, for what also runs in pages. Both browsers give promises here, so the polyfill would only be
 * weight: 4 kB and half a millisecond on every page that is opened. The worker's half (worker-host.ts) keeps it.
 */
import type { browser as api } from 'wxt/browser';

interface Globals {
  readonly browser?: typeof api;
  readonly chrome?: typeof api;
}

const { browser: firefox, chrome } = globalThis as Globals;

/** `browser` where there is one (Firefox), else `chrome`. Without either, as in Node, the first use throws. */
export const browser = (firefox?.runtime ? firefox : chrome) as typeof api;
