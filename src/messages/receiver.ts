/** The receiving half of a protocol: checks who asks and what, runs the handler, and always answers. */
import { CallError, type Handlers, isCallMessage, type ReplyMessage } from './envelope.ts';

export interface ReceiverOptions<P, Sender> {
  readonly handlers: Handlers<P, Sender>;
  /** Per message: returns the argument in its proper form or throws. The worker uses zod, the page small hand-written checks. */
  readonly parse: { readonly [K in keyof P]: (argument: unknown) => unknown };
  /** False for a sender that may not call this protocol. */
  readonly mayCall: (sender: Sender) => boolean;
  /** What every call has to wait for; it never rejects. */
  readonly ready?: Promise<unknown>;
  /** Unexpected failures; expected ones (CallError) only travel back. */
  readonly report: (error: unknown, name: string) => void;
}

/** Returns a function that answers one message, or null for a message that is none of its calls. */
export function createReceiver<P, Sender>(
  options: ReceiverOptions<P, Sender>,
): (message: unknown, sender: Sender) => Promise<ReplyMessage> | null {
  return (message, sender) => {
    if (!isCallMessage(message)) return null;
    const { name, argument } = message;
    if (!Object.hasOwn(options.handlers as object, name)) return null;
    return answer(options, name as keyof P & string, argument, sender);
  };
}

async function answer<P, Sender>(
  options: ReceiverOptions<P, Sender>,
  name: keyof P & string,
  argument: unknown,
  sender: Sender,
): Promise<ReplyMessage> {
  if (!options.mayCall(sender))
    return { ok: false, code: 'forbidden', message: `${name} may not be called from here` };
  let parsed: unknown;
  try {
    parsed = options.parse[name](argument);
  } catch (error) {
    return {
      ok: false,
      code: 'bad-message',
      message: `${name}: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
  try {
    // The argument has just been given the form that the handler's type asks for.
    const handler = options.handlers[name] as (argument: unknown, sender: Sender) => unknown;
    await options.ready;
    const value = await handler(parsed, sender);
    return { ok: true, value: value ?? null };
  } catch (error) {
    if (error instanceof CallError) return { ok: false, code: error.code, message: error.message };
    options.report(error, name);
    return { ok: false, code: 'internal', message: `${name} failed` };
  }
}
