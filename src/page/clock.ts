/** The page's time: how long something took, and when it is our turn. */

/** Milliseconds since it was last asked. */
export function createClock(): () => number {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const passed = now - last;
    last = now;
    return Math.round(passed * 100) / 100;
  };
}

/** How long work is sliced: by the page's clock, with a turn for everybody else in between. */
export const slices = { now: () => performance.now(), rest: afterOthers };

/** Lets the page have its turn. A message to oneself comes after what is waiting, without the delay of a timer. */
function afterOthers(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Frames that are not shown, or far off the screen, are not drawn: they wait no longer than this. */
const LONGEST_FRAME = 250;

/** Resolves after the next frame has been drawn: styles and layout are up to date then. */
export function afterFrame(document: Document): Promise<void> {
  const window = document.defaultView;
  if (!window || document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = window.setTimeout(resolve, LONGEST_FRAME);
    window.requestAnimationFrame(() => {
      window.clearTimeout(timer);
      void afterOthers().then(resolve);
    });
  });
}
