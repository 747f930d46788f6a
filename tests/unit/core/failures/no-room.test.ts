import { describe, expect, test } from 'vitest';
import { saysNoRoom } from '../../../../src/core/failures/no-room.ts';

function named(name: string, message = ''): Error {
  return Object.assign(new Error(message), { name });
}

describe('a full disk', () => {
  test.each<[how: string, error: Error]>([
    ['by name', named('QuotaExceededError')],
    ['in Firefox’s words', named('UnknownError', 'NS_ERROR_FILE_NO_SPACE_LEFT: no space')],
    ['in Chromium’s words for a large value', named('DataError', 'Failed to write blobs (IOError)')],
    [
      'inside an error of Dexie’s',
      Object.assign(named('AbortError'), { inner: named('QuotaExceededError') }),
    ],
    [
      'among failures of many',
      Object.assign(named('BulkError'), { failures: [named('UnknownError', 'ENOSPC')] }),
    ],
    ['as a cause', new Error('could not', { cause: named('QuotaExceededError') })],
  ])('is recognised %s', (_, error) => expect(saysNoRoom(error)).toBe(true));

  test.each<[what: string, error: unknown]>([
    ['another failure', named('AbortError', 'the transaction was ended')],
    ['a word', 'QuotaExceededError'],
    ['nothing', undefined],
  ])('is not %s', (_, error) => expect(saysNoRoom(error)).toBe(false));

  test('is not looked for without end', () => {
    const endless: Error & { inner?: unknown } = named('AbortError');
    endless.inner = endless;
    expect(saysNoRoom(endless)).toBe(false);
  });
});
