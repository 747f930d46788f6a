/** The page's time: how long something took, and when it is our turn. */
import { isHidden, windowOf } from './read/past-fields.ts';

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

let channel: MessageChannel | null = null;
const waiting: (() => void)[] = [];

/**
 * Lets the page have its turn. A message to oneself comes after what is waiting, without the delay of a timer. One channel
 * for all: on a long page making one for each turn took 15 ms.
 */
function afterOthers(): Promise<void> {
  if (!channel) {
    channel = new MessageChannel();
    channel.port1.onmessage = () => waiting.shift()?.();
  }
  const { port2 } = channel;
  return new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(null);
  });
}

/** Frames that are not shown, or far off the screen, are not drawn: they wait no longer than this. */
const LONGEST_FRAME = 250;

/**
 * Resolves as the next frame begins. Styles and layout that are asked for then are computed in the place where the frame
 * would compute them, and what is marked is painted with this frame: to wait until it has been drawn would make it two.
 */
export function nextFrame(document: Document): Promise<void> {
  const window = windowOf(document);
  if (!window || isHidden(document)) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = window.setTimeout(resolve, LONGEST_FRAME);
    window.requestAnimationFrame(() => {
      window.clearTimeout(timer);
      resolve();
    });
  });
}

/** Resolves after the next frame has been drawn: styles and layout are up to date then. */
export function afterFrame(document: Document): Promise<void> {
  return nextFrame(document).then(afterOthers);
}
