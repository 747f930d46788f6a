/** The sending half of a protocol: calls by name, with a time limit, and one retry where the call may safely be made twice. */
import { CallError, type CallMessage, type Calls, type ReplyMessage } from './envelope.ts';

export interface CallerOptions {
  /** Milliseconds until a call counts as lost. A stopped worker needs some 60 ms to wake; loading the dataset for the first time, seconds. */
  readonly timeout: number;
  /** How often a lost call is made again. Only for protocols whose calls are idempotent. */
  readonly retries: number;
}

/**
 * Makes the calls of protocol `P` out of a function that sends one message.
 * `send` resolves with the reply, or rejects when nobody listens.
 */
export function createCaller<P>(
  send: (message: CallMessage) => Promise<unknown>,
  options: CallerOptions = { timeout: 10_000, retries: 1 },
): Calls<P> {
  const call = async (name: string, argument: unknown): Promise<unknown> => {
    for (let attempt = 0; ; attempt++) {
      try {
        return await once(send, { sidelight: 'call', name, argument }, options.timeout);
      } catch (error) {
        const lost = error instanceof CallError && (error.code === 'timeout' || error.code === 'unreachable');
        if (!lost || attempt >= options.retries) throw error;
      }
    }
  };
  // A Proxy, so that a protocol is written once, as an interface, and its sender needs no list of names.
  return new Proxy({} as Calls<P>, {
    get: (_, name) =>
      // A promise that resolves with a caller asks whether it has a `then` itself.
      typeof name === 'string' && name !== 'then' ? (argument: unknown) => call(name, argument) : undefined,
  });
}

async function once(
  send: (message: CallMessage) => Promise<unknown>,
  message: CallMessage,
  timeout: number,
): Promise<unknown> {
  // Before the clock runs: in a page from under which the extension is gone, sending throws at once.
  const sent = send(message).catch((cause: unknown) => {
    throw new CallError('unreachable', `nobody received ${message.name}`, { cause });
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new CallError('timeout', `no answer to ${message.name} in ${timeout} ms`)),
      timeout,
    );
  });
  try {
    const reply = (await Promise.race([sent, late])) as ReplyMessage | undefined;
    if (!reply) throw new CallError('unreachable', `nobody answered ${message.name}`);
    if (!reply.ok) throw new CallError(reply.code, reply.message);
    return reply.value;
  } finally {
    clearTimeout(timer);
  }
}
