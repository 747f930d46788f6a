/** Calls to the library page's own worker: each over a port of its own, so that answers find their way and files travel uncopied. */
import type { CallMessage, ReplyMessage } from '../messages/envelope.ts';
import type { LibraryNews } from '../messages/to-library.ts';

export interface EnginePort {
  send(message: CallMessage): Promise<unknown>;
  onNews(callback: (news: LibraryNews) => void): void;
}

export function connectEngine(worker: Worker): EnginePort {
  const listeners: ((news: LibraryNews) => void)[] = [];
  worker.addEventListener('message', ({ data }: MessageEvent<LibraryNews>) => {
    if (data?.sidelight === 'progress' || data?.sidelight === 'changed')
      for (const listener of listeners) listener(data);
  });
  return {
    send: (message) =>
      new Promise((resolve, reject) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => {
          port1.close();
          resolve(data);
        };
        worker.addEventListener('error', () => reject(new Error('the library’s worker failed')), {
          once: true,
        });
        worker.postMessage(message, [port2]);
      }),
    onNews: (callback) => void listeners.push(callback),
  };
}

/** The worker's side: answers each call on its port. */
export function answerCalls(
  scope: { addEventListener(type: 'message', listener: (event: MessageEvent) => void): void },
  receive: (message: unknown, sender: null) => Promise<ReplyMessage> | null,
): void {
  scope.addEventListener('message', ({ data, ports }) => {
    void receive(data, null)?.then((reply) => ports[0]?.postMessage(reply));
  });
}
