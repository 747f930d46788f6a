import { describe, expect, it } from 'vitest';
import { asFailure, UpdateFailure } from '../../../src/updates/failure.ts';

const named = (name: string, message: string, more: object = {}) =>
  Object.assign(new Error(message), { name, ...more });

describe('a failure', () => {
  const noRoom: [string, Error][] = [
    ['as the browser names it', named('QuotaExceededError', 'x')],
    [
      'inside an aborted transaction',
      named('AbortError', 'Transaction aborted', { inner: named('QuotaExceededError', 'x') }),
    ],
    [
      'as one of many rows',
      named('BulkError', '1 of 32 failed', { failures: [named('QuotaExceededError', 'x')] }),
    ],
    ['in words', named('UnknownError', 'Encountered disk full while committing transaction.')],
    [
      'in Chromium’s words for a large value',
      named('AbortError', 'DataError Failed to write blobs (IOError)'),
    ],
    ['as a cause', new Error('could not', { cause: named('UnknownError', 'ENOSPC') })],
  ];
  it.each(noRoom)('for want of room is recognised %s', (_, error) => {
    expect(asFailure(error).code).toBe('disk-full');
  });

  it('stays what it is, and anything else is internal', () => {
    const failure = new UpdateFailure('offline', 'x');
    expect(asFailure(failure)).toBe(failure);
    expect(asFailure(named('TypeError', 'x is not a function'))).toMatchObject({
      code: 'internal',
      message: 'TypeError: x is not a function',
    });
    expect(asFailure('text').code).toBe('internal');
  });
});
