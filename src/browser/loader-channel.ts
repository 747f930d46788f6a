/**
 * The channel between the worker and the thread in which datasets are loaded, and the thread's side of it. No extension API: a
 * worker of a page has none. What travels is cloned, so that rows and maps arrive as they are.
 */
import type { CallMessage, ReplyMessage } from '../messages/envelope.ts';

/** Milliseconds between two signs of life of the thread. */
export const BEAT = 5000;

export type ToThread =
  | { readonly to: 'thread'; readonly number: number; readonly call: CallMessage }
  /** A reader has asked for something. */
  | { readonly to: 'thread'; readonly asked: true };

export type FromThread<News> =
  | { readonly to: 'worker'; readonly number: number; readonly reply: ReplyMessage }
  | { readonly to: 'worker'; readonly news: News }
  | { readonly to: 'worker'; readonly beat: true };

export interface ThreadSide<News> {
  /** Answers one call. */
  receive(message: unknown): Promise<ReplyMessage> | null;
  asked(): void;
  /** Gives the function by which the thread tells how far it is. */
  tellBy(tell: (news: News) => void): void;
}

/** Answers on the channel of this name, for as long as this thread lives; tells at once that it is up. */
export function answerOn<News>(name: string, side: ThreadSide<News>): void {
  const channel = new BroadcastChannel(name);
  const post = (message: FromThread<News>) => channel.postMessage(message);
  side.tellBy((news) => post({ to: 'worker', news }));
  channel.onmessage = ({ data }: MessageEvent<ToThread | FromThread<News>>) => {
    if (data.to !== 'thread') return;
    if ('asked' in data) return side.asked();
    const { number, call } = data;
    const answer = (reply: ReplyMessage) => post({ to: 'worker', number, reply });
    // Whatever happens there is an answer: the worker waits for one as long as there are signs of life.
    const failed = (error: unknown) => answer({ ok: false, code: 'internal', message: String(error) });
    Promise.resolve(side.receive(call) ?? Promise.reject(new Error('no such call')))
      .then(answer)
      .catch(failed);
  };
  const beat = () => post({ to: 'worker', beat: true });
  setInterval(beat, BEAT);
  beat();
}

/** The lock that whoever writes a release holds. */
const LOCK = 'sidelight: writing a release';

/** Lets one writer of releases at a time through, over all contexts of the extension. */
export async function whileWriting<T>(work: () => Promise<T>): Promise<T> {
  const { locks } = globalThis.navigator;
  // The lock manager's types lose the callback's own.
  return locks ? ((await locks.request(LOCK, work)) as T) : work();
}
