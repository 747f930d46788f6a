import { describe, expect, test, vi } from 'vitest';
import { callReader } from '../../../src/page/scout/call-reader.ts';

const ways = () => ({
  fetch: vi.fn(async () => undefined),
  inject: vi.fn(async () => undefined),
  prepare: vi.fn(async () => undefined),
});
const fails = () => Promise.reject(new Error('no'));

describe('the reading script', () => {
  test('is fetched, while the worker gets ready', async () => {
    const { fetch, inject, prepare } = ways();
    await callReader({ fetch, inject, prepare });
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(prepare).toHaveBeenCalledTimes(1);
    expect(inject).not.toHaveBeenCalled();
  });

  test('does not wait for a worker that cannot get ready', async () => {
    const { fetch, inject } = ways();
    await callReader({ fetch, inject, prepare: fails });
    expect(inject).not.toHaveBeenCalled();
  });

  test('is injected where it is not handed out', async () => {
    const { inject, prepare } = ways();
    await callReader({ fetch: fails, inject, prepare });
    expect(inject).toHaveBeenCalledTimes(1);
  });

  test('is injected where fetching gains nothing', async () => {
    const { inject, prepare } = ways();
    await callReader({ fetch: null, inject, prepare });
    expect(inject).toHaveBeenCalledTimes(1);
    expect(prepare).not.toHaveBeenCalled();
  });

  test('that comes neither way is an error', async () => {
    const { prepare } = ways();
    await expect(callReader({ fetch: fails, inject: fails, prepare })).rejects.toThrow('no');
  });
});
