/**
 * The end of the extension under an open page. Updated, disabled or removed, it stops answering; nobody tells its scripts.
 * In Chromium they live on and can clear up after themselves, once they notice; in Firefox they are ended with it, and what
 * they left is swept away by the next version that comes (`sweep`).
 */

/** Milliseconds between two looks. One property is read. */
const EVERY = 1000;
/** Milliseconds until a new version would have taken the page over: it is injected right after an update. */
const SUCCESSION = 3000;
/** Keys of our highlights, whichever version set them. Asked for by name: Firefox lets no extension iterate the registry. */
const OWN_KEYS = ['sidelight-a', 'sidelight-b', 'sidelight-c', 'sidelight-d'];
/** Elements that a version before may have left in the page. */
const OWN_ELEMENTS = 'sidelight-card,sidelight-notice';

export interface ConnectionOptions {
  isConnected(): boolean;
  /** The extension is gone. `isSucceeded` tells, a moment later, whether another version has taken over. */
  onLost(isSucceeded: Promise<boolean>): void;
  readonly signal: AbortSignal;
}

/** Looks now and then, while the page is shown, whether the extension still answers; ends with the signal, or once it does not. */
export function watchConnection(
  document: Document,
  { isConnected, onLost, signal }: ConnectionOptions,
): void {
  let timer: ReturnType<typeof setInterval> | null = null;
  const stop = () => {
    if (timer !== null) clearInterval(timer);
    timer = null;
  };
  const look = () => {
    if (isConnected()) return;
    stop();
    if (!signal.aborted) onLost(isSucceeded());
  };
  const follow = () => {
    stop();
    if (document.hidden || signal.aborted) return;
    look();
    timer = setInterval(look, EVERY);
  };
  document.addEventListener('visibilitychange', follow, { signal });
  signal.addEventListener('abort', stop);
  if (!document.hidden) timer = setInterval(look, EVERY);
}

/** A new version marks the same names. Its scripts live in a world of their own, but highlights are shared by all. */
async function isSucceeded(): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, SUCCESSION));
  return OWN_KEYS.some((key) => registry()?.has(key));
}

/** Takes away what a version before has left: marks, and elements. For a script that finds no session of its own here. */
export function sweep(document: Document): void {
  for (const key of OWN_KEYS) registry()?.delete(key);
  for (const element of document.querySelectorAll(OWN_ELEMENTS)) element.remove();
}

function registry(): HighlightRegistry | undefined {
  return globalThis.CSS?.highlights as HighlightRegistry | undefined;
}
