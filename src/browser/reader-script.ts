/** The reading script, fetched by the frame itself. */
import { browser } from './page-api.ts';

declare global {
  /** How often the isolated world of this frame has fetched it, by whichever version of the extension. */
  var sidelightFetches: number | undefined;
}

/**
 * Runs the reading script in this frame. Rejects where the browser does not hand it out: then the worker injects it.
 *
 * A script that the worker injects is compiled anew on every page; one that is imported the browser keeps compiled (Chromium),
 * which is a quarter of what an article of 2,000 words costs. Null in Firefox, where it was not tried what importing would gain.
 */
export const fetchReader: (() => Promise<unknown>) | null = import.meta.env.FIREFOX
  ? null
  : async () => {
      // An address that was imported before is not run again, and one that failed stays failed.
      const before = globalThis.sidelightFetches ?? 0;
      globalThis.sidelightFetches = before + 1;
      const address = browser.runtime.getURL('/mentions.js');
      return import(/* @vite-ignore */ before === 0 ? address : `${address}?${before}`);
    };
