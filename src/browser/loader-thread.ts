/**
 * The thread in which datasets are loaded. Firefox's background page starts it; Chromium's worker cannot, its hidden page does.
 * Worker and thread talk over a channel of their own, whose name nobody else knows.
 */
import { browser } from 'wxt/browser';
import { createCaller } from '../messages/caller.ts';
import { CallError, type CallMessage } from '../messages/envelope.ts';
import type { LoaderToPage } from '../messages/loader-to-page.ts';
import { keepAwake } from './alarms.ts';
import { holdHiddenPage, needsHiddenPage } from './hidden-page.ts';
import { BEAT, type FromThread, type ToThread } from './loader-channel.ts';

const SCRIPT = '/loader.js';
/** Milliseconds in which a thread must have come up. */
const TO_START = 10_000;
/** So many signs of life missed in a row: it is gone. */
const MOST_MISSED = 6;
/** Milliseconds without work after which the thread ends: after a release its index is made. */
const IDLE = 5000;
/** Milliseconds between two notes that a reader has asked: it need not hear of each. */
const ASKED = 100;

export interface Thread<News> {
  send(message: CallMessage, onNews: (news: News) => void): Promise<unknown>;
}

export interface Threads<News> {
  /** Does work with the thread. Rejects with what `noThread` makes of the reason when none can be started. */
  withThread<T>(work: (thread: Thread<News>) => Promise<T>): Promise<T>;
  /** A reader has asked for something: while readers ask, the thread leaves more of the machine to others. */
  asked(): void;
}

interface Running<News> extends Thread<News> {
  asked(): void;
  isGone(): boolean;
  end(): void;
}

export function createThreads<News>(noThread: (cause: unknown) => Error): Threads<News> {
  let running: Promise<Running<News>> | null = null;
  let now: Running<News> | null = null;
  let users = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let lastAsked = Number.NEGATIVE_INFINITY;
  const end = () => {
    now?.end();
    now = null;
    running = null;
  };
  const started = async () => {
    if (now?.isGone()) end();
    running ??= start<News>();
    try {
      now = await running;
      return now;
    } catch (cause) {
      running = null;
      throw noThread(cause);
    }
  };
  return {
    async withThread(work) {
      users++;
      clearTimeout(idle);
      const sleep = keepAwake();
      try {
        return await work(await started());
      } finally {
        sleep();
        if (--users === 0) idle = setTimeout(end, now?.isGone() ? 0 : IDLE);
      }
    },
    asked() {
      if (!now || performance.now() - lastAsked < ASKED) return;
      lastAsked = performance.now();
      now.asked();
    },
  };
}

async function start<News>(): Promise<Running<News>> {
  const name = `sidelight-loader-${crypto.randomUUID()}`;
  const channel = new BroadcastChannel(name);
  let waiting: ((reply: unknown) => void) | null = null;
  const replies = new Map<number, { resolve(reply: unknown): void; reject(error: Error): void }>();
  let count = 0;
  let missed = 0;
  let isGone = false;
  let tell: (news: News) => void = () => undefined;
  let stop = (): void => undefined;
  const end = () => {
    isGone = true;
    clearInterval(beats);
    for (const { reject } of replies.values()) reject(new CallError('unreachable', 'the thread is gone'));
    replies.clear();
    channel.close();
    stop();
  };
  // Counted in beats and not in time: a computer that slept has missed none.
  const beats = setInterval(() => {
    if (++missed > MOST_MISSED) end();
  }, BEAT);
  channel.onmessage = ({ data }: MessageEvent<FromThread<News> | ToThread>) => {
    if (data.to !== 'worker') return;
    missed = 0;
    waiting?.(null);
    if ('news' in data) tell(data.news);
    else if ('reply' in data) {
      replies.get(data.number)?.resolve(data.reply);
      replies.delete(data.number);
    }
  };
  try {
    const isUp = new Promise((resolve) => {
      waiting = resolve;
    });
    stop = await startScript(name, end);
    await inTime(isUp);
  } catch (error) {
    end();
    throw error;
  }
  return {
    send(call, onNews) {
      tell = onNews;
      const number = ++count;
      return new Promise((resolve, reject) => {
        if (isGone) return reject(new CallError('unreachable', 'the thread is gone'));
        replies.set(number, { resolve, reject });
        channel.postMessage({ to: 'thread', number, call } satisfies ToThread);
      });
    },
    asked() {
      // A channel that is closed refuses what is posted, and whoever asked would be given that.
      if (!isGone) channel.postMessage({ to: 'thread', asked: true } satisfies ToThread);
    },
    isGone: () => isGone,
    end,
  };
}

/** Returns what ends the thread. */
async function startScript(name: string, onError: () => void): Promise<() => void> {
  if (!needsHiddenPage()) return startWorker(name, onError);
  const letGo = await holdHiddenPage();
  try {
    await page.startLoader({ name });
  } catch (error) {
    letGo();
    throw error;
  }
  return () => {
    void page.stopLoader({ name }).catch(() => undefined);
    letGo();
  };
}

const page = createCaller<LoaderToPage>((message) => browser.runtime.sendMessage(message));

/** Where a page can start workers: Firefox's background page, and Chromium's hidden one. */
export function startWorker(name: string, onError: () => void): () => void {
  const worker = new Worker(browser.runtime.getURL(SCRIPT as '/'), { name });
  worker.addEventListener('error', onError);
  return () => worker.terminate();
}

async function inTime(isUp: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the thread did not come up')), TO_START);
  });
  await Promise.race([isUp, late]).finally(() => clearTimeout(timer));
}
