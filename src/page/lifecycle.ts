/**
 * The end of the extension under an open page. Updated, disabled or removed, it stops answering; nobody tells its scripts.
 * In Chromium they live on and can clear up after themselves, once they notice; in Firefox they are ended with it, and what
 * they left is swept away by the next version that comes (`sweep`).
 */

import { NOTICE_STAYS } from './notice.ts';
import { isHidden } from './read/past-fields.ts';

/** Milliseconds between two looks. One property is read. */
const EVERY = 1000;
/** Milliseconds until a new version would have taken the page over: it is injected right after an update. */
const SUCCESSION = 3000;
/** Keys of our highlights, whichever version set them. Asked for by name: Firefox lets no extension iterate the registry. */
const OWN_KEYS = ['sidelight-a', 'sidelight-b', 'sidelight-c', 'sidelight-d'];
/** Elements that a version before may have left in the page. */
const OWN_ELEMENTS = 'sidelight-card,sidelight-notice';

export interface Succession {
  /** Whether another version has marked the page by the time that it should have. */
  readonly inTime: Promise<boolean>;
  /** Resolves once one has, as long as anybody is told that there is none. */
  readonly late: Promise<void>;
}

export interface ConnectionOptions {
  isConnected(): boolean;
  /** The extension is gone. Another version may have taken over a moment later, or later than that. */
  onLost(succession: Succession): void;
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
    if (!signal.aborted) onLost(succession());
  };
  const follow = () => {
    stop();
    if (isHidden(document) || signal.aborted) return;
    look();
    timer = setInterval(look, EVERY);
  };
  document.addEventListener('visibilitychange', follow, { signal });
  signal.addEventListener('abort', stop);
  if (!isHidden(document)) timer = setInterval(look, EVERY);
}

/** A new version marks the same names. Its scripts live in a world of their own, but highlights are shared by all. */
function succession(): Succession {
  const isMarked = () => OWN_KEYS.some((key) => registry()?.has(key));
  const inTime = wait(SUCCESSION).then(isMarked);
  const late = inTime.then(async () => {
    for (let looked = 0; !isMarked(); looked += EVERY) {
      if (looked >= NOTICE_STAYS) return NEVER;
      await wait(EVERY);
    }
    return undefined;
  });
  return { inTime, late };
}

const NEVER = new Promise<void>(() => undefined);

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Takes away what a version before has left: marks, and elements. For a script that finds no session of its own here. */
export function sweep(document: Document): void {
  for (const key of OWN_KEYS) registry()?.delete(key);
  for (const element of document.querySelectorAll(OWN_ELEMENTS)) element.remove();
}

function registry(): HighlightRegistry | undefined {
  return globalThis.CSS?.highlights as HighlightRegistry | undefined;
}
