/**
 * Chromium's hidden page: for what its worker cannot do, addresses of files and threads. There can be one at a time, so what
 * needs it shares it. It stays as long as somebody holds it, and leaves by itself when a worker that held it was stopped.
 */
import { once } from '../core/once/once.ts';

interface Offscreen {
  createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
  hasDocument?(): Promise<boolean>;
}

const PAGE = 'hidden.html';
const LOCK = 'sidelight: the hidden page';
/** Milliseconds in which a page that is leaving must have gone. */
const TO_COME = 30_000;

/** Null where the worker can do all of it itself: in Firefox. */
function offscreen(): Offscreen | null {
  return (globalThis as { chrome?: { offscreen?: Offscreen } }).chrome?.offscreen ?? null;
}

export function needsHiddenPage(): boolean {
  return offscreen() !== null;
}

interface Held {
  users: number;
  readonly opened: Promise<void>;
  leave(): void;
}

let held: Held | null = null;

/** Opens the page unless it is open. It stays until the returned function is called. Rejects when it cannot be opened. */
export async function holdHiddenPage(): Promise<() => void> {
  held ??= open();
  const mine = held;
  mine.users++;
  const letGo = once(() => {
    if (--mine.users > 0) return;
    mine.leave();
    if (held === mine) held = null;
  });
  try {
    await mine.opened;
  } catch (error) {
    letGo();
    throw error;
  }
  return letGo;
}

function open(): Held {
  const page = offscreen();
  if (!page) throw new Error('this browser has no hidden pages');
  let leave = (): void => undefined;
  const isOver = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const opened = new Promise<void>((resolve, reject) => {
    const work = async () => {
      try {
        // One that has come up has asked for the lock, and is gone once this is granted: this one was left while it was loading.
        if (await page.hasDocument?.()) await page.closeDocument().catch(() => undefined);
        await page.createDocument({
          url: PAGE,
          reasons: ['BLOBS', 'WORKERS'],
          justification:
            'Makes the file of a scheduled backup, and writes dataset updates in a thread of their own.',
        });
        resolve();
      } catch (error) {
        return reject(error);
      }
      await isOver;
    };
    // Shared among holders; the page wants it for itself, and closes when it gets it. One that is closing is waited for.
    const options = { mode: 'shared', signal: AbortSignal.timeout(TO_COME) } as const;
    navigator.locks.request(LOCK, options, work).catch(reject);
  });
  return { users: 0, opened, leave };
}

/** For the page itself: whether it was opened as a tab. A hidden page has hardly any of the extension API. */
export function isTab(): boolean {
  return (globalThis as { chrome?: { tabs?: unknown } }).chrome?.tabs !== undefined;
}

/** For the page itself: calls back when nobody holds it any more. Until the page is gone, none can be opened. */
export function whenNotHeld(close: () => void): void {
  void navigator.locks.request(LOCK, () => {
    close();
    return new Promise(() => undefined);
  });
}
