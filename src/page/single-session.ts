/**
 * One session for each page. The script can arrive twice: by the manifest and, for tabs that were open before, by the
 * worker. A session that lives is left alone; one that the extension left behind when it was updated is ended first.
 *
 * The two meet in the isolated world's global object, which the page cannot see. (WXT has a way of its own, by an event on
 * the document; a page could send that event, and so end our sessions.)
 */

interface Session {
  isAlive(): boolean;
  end(): void;
}

declare global {
  // Set in the isolated world of this frame.
  var sidelightSession: Session | undefined;
}

/** The new session's signal, or null when one is running. `isConnected` tells whether the extension still answers. */
export function takeOver(isConnected: () => boolean): AbortSignal | null {
  if (globalThis.sidelightSession?.isAlive()) return null;
  globalThis.sidelightSession?.end();
  const controller = new AbortController();
  globalThis.sidelightSession = {
    isAlive: () => !controller.signal.aborted && isConnected(),
    end: () => controller.abort(),
  };
  return controller.signal;
}
