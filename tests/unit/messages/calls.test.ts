import { describe, expect, it, vi } from 'vitest';
import { createCaller } from '../../../src/messages/caller.ts';
import { CallError, type CallMessage } from '../../../src/messages/envelope.ts';
import { createReceiver } from '../../../src/messages/receiver.ts';

interface Numbers {
  double(argument: { n: number }): number;
  fail(argument: null): null;
  miss(argument: null): null;
}

function connect(mayCall = true) {
  const reported: unknown[] = [];
  const receive = createReceiver<Numbers, string>({
    handlers: {
      double: ({ n }) => n * 2,
      fail: () => {
        throw new Error('secret detail');
      },
      miss: () => {
        throw new CallError('not-found', 'there is none');
      },
    },
    parse: {
      double: (a) => {
        if (typeof (a as { n?: unknown })?.n !== 'number') throw new Error('n is not a number');
        return a;
      },
      fail: () => null,
      miss: () => null,
    },
    mayCall: () => mayCall,
    report: (error) => reported.push(error),
  });
  const send = async (message: CallMessage) =>
    receive(JSON.parse(JSON.stringify(message)), 'me') ?? undefined;
  return { calls: createCaller<Numbers>(send, { timeout: 50, retries: 0 }), receive, reported };
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    (error: CallError) => error.code,
  );

describe('calls', () => {
  it('carry an argument there and a value back', async () => {
    expect(await connect().calls.double({ n: 21 })).toBe(42);
  });

  it('answer a wrong argument, a forbidden sender and an expected failure by name', async () => {
    const { calls } = connect();
    expect(await codeOf(calls.double({ n: 'x' as unknown as number }))).toBe('bad-message');
    expect(await codeOf(calls.miss(null))).toBe('not-found');
    expect(await codeOf(connect(false).calls.double({ n: 1 }))).toBe('forbidden');
  });

  it('fail at once where sending throws, and leave no clock running', async () => {
    vi.useFakeTimers();
    try {
      const gone = createCaller<Numbers>(() => {
        throw new TypeError('the extension is gone');
      });
      await expect(gone.double({ n: 1 })).rejects.toThrow('the extension is gone');
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('keep the details of an unexpected failure on the receiving side', async () => {
    const { calls, reported } = connect();
    await expect(calls.fail(null)).rejects.toThrow(/^fail failed$/);
    expect(String(reported[0])).toContain('secret detail');
  });

  it('leave messages of others alone', () => {
    const { receive } = connect();
    for (const message of [
      null,
      7,
      'double',
      {},
      { sidelight: 'call' },
      { sidelight: 'call', name: 'toString', argument: null },
    ]) {
      expect(receive(message, 'me')).toBeNull();
    }
  });

  it('give up after the time limit, and try a lost call again when asked to', async () => {
    let tries = 0;
    const lost = createCaller<Numbers>(
      () => {
        tries++;
        return new Promise(() => undefined);
      },
      { timeout: 10, retries: 2 },
    );
    expect(await codeOf(lost.double({ n: 1 }))).toBe('timeout');
    expect(tries).toBe(3);
    const dead = createCaller<Numbers>(() => Promise.reject(new Error('no receiver')), {
      timeout: 10,
      retries: 0,
    });
    expect(await codeOf(dead.double({ n: 1 }))).toBe('unreachable');
  });
});
