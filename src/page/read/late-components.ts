/**
 * Web components that get their shadow tree after the page was read. Attaching one is no mutation, and the registry that
 * would tell is the page's alone: in an extension's world `customElements` is null. So they are looked at now and then.
 */

const EVERY = 500;
/** Ten seconds: scripts that come later than this come with changes that are seen. */
const MOST = 20;
/** Components looked at. A page uses some kinds many times, and all of a kind come at once. */
const MOST_COMPONENTS = 50;

/** Calls back whenever components that were not defined at first have become so. Does nothing on pages without them. */
export function watchComponents(document: Document, onDefined: () => void, signal: AbortSignal): void {
  let waiting = [...document.querySelectorAll(':not(:defined)')].slice(0, MOST_COMPONENTS);
  if (waiting.length === 0) return;
  let looks = 0;
  const timer = setInterval(() => {
    const left = waiting.filter((element) => element.isConnected && element.matches(':not(:defined)'));
    const defined = left.length < waiting.length;
    waiting = left;
    if (++looks >= MOST || left.length === 0) clearInterval(timer);
    if (defined && !document.hidden) onDefined();
  }, EVERY);
  signal.addEventListener('abort', () => clearInterval(timer));
}
