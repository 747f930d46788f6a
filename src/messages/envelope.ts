/**
 * How every message travels: a call by name with one JSON-safe argument, answered by a success or a named failure.
 * Protocols (to-worker.ts, to-page.ts) are plain interfaces; senders and receivers get their types from them.
 */

export interface CallMessage {
  readonly sidelight: 'call';
  readonly name: string;
  readonly argument: unknown;
}

export type ReplyMessage =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: FailureCode; readonly message: string };

/** Why a call failed. */
export type FailureCode =
  /** Nobody answered in time: the worker died, or the tab is gone. */
  | 'timeout'
  /** The other side could not be reached at all. */
  | 'unreachable'
  /** The receiver does not know the message, or its argument has the wrong form. */
  | 'bad-message'
  /** The sender may not call this. */
  | 'forbidden'
  /** What was asked for does not exist. */
  | 'not-found'
  /** There is no room to write: the disk, or the browser's share of it, is full. */
  | 'full'
  /** The library cannot be written to now, and is read-only. */
  | 'read-only'
  /** The receiver failed; its log has the details. */
  | 'internal';

/** A call that did not succeed. `code` says why in a word, `message` in a sentence. */
export class CallError extends Error {
  readonly code: FailureCode;
  constructor(code: FailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CallError';
    this.code = code;
  }
}

/** Calls of a protocol as the sender sees them: each returns a promise that rejects with CallError. */
export type Calls<P> = {
  readonly [K in keyof P]: P[K] extends (argument: infer A) => infer R
    ? (argument: A) => Promise<Awaited<R>>
    : never;
};

/** Handlers of a protocol as the receiver writes them. */
export type Handlers<P, Sender> = {
  readonly [K in keyof P]: P[K] extends (argument: infer A) => infer R
    ? (argument: A, sender: Sender) => R | Promise<R>
    : never;
};

export function isCallMessage(value: unknown): value is CallMessage {
  return (
    typeof value === 'object' &&
    value !== null &&
    (value as CallMessage).sidelight === 'call' &&
    typeof (value as CallMessage).name === 'string'
  );
}
