/**
 * Fetches one file under limits. A request carries nothing that tells readers apart: no cookies, no referrer, no validators,
 * no language; redirects are not followed, since they would take the reader to a host nobody agreed to.
 */
import { UpdateFailure } from './failure.ts';

export interface Limits {
  /** Bytes, after any content encoding is undone. */
  readonly bytes: number;
  /** Milliseconds without a byte. */
  readonly idle: number;
  /** Milliseconds altogether. */
  readonly total: number;
}

export type FileBytes = Uint8Array<ArrayBuffer>;

export interface FetchHost {
  readonly fetch: typeof fetch;
  /** Called with the bytes so far. */
  readonly onBytes?: ((bytes: number) => void) | undefined;
  /** Called with the server's clock, as it says. A hint: nobody has signed it. */
  readonly onDate?: ((date: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Lets other work in while a large file is put together. */
  readonly pause?: (() => Promise<unknown>) | undefined;
}

/** The file; null when the server says that it has none (403, 404, 410). @throws UpdateFailure otherwise */
export async function fetchFile(host: FetchHost, url: string, limits: Limits): Promise<FileBytes | null> {
  const clock = new AbortController();
  const abort = () => clock.abort(new UpdateFailure('too-slow', `${url} took too long`));
  const total = setTimeout(abort, limits.total);
  let idle = setTimeout(abort, limits.idle);
  const signal = host.signal ? AbortSignal.any([clock.signal, host.signal]) : clock.signal;
  try {
    const response = await request(host, url, signal);
    if (response === null) return null;
    const chunks: Uint8Array[] = [];
    let length = 0;
    const reader = response.body?.getReader();
    for (;;) {
      const { done, value } = (await raced(reader?.read(), signal)) ?? { done: true, value: undefined };
      if (done) break;
      clearTimeout(idle);
      idle = setTimeout(abort, limits.idle);
      length += value.length;
      if (length > limits.bytes) {
        await reader?.cancel().catch(() => undefined); // It is thrown away either way.
        throw new UpdateFailure('too-large', `${url} is larger than ${limits.bytes} bytes`);
      }
      chunks.push(value);
      host.onBytes?.(length);
    }
    return await joined(chunks, length, host.pause);
  } catch (error) {
    if (clock.signal.aborted && !(error instanceof UpdateFailure)) throw clock.signal.reason;
    if (error instanceof UpdateFailure) throw error;
    throw new UpdateFailure('offline', `${url} could not be reached`, { cause: error });
  } finally {
    clearTimeout(total);
    clearTimeout(idle);
    // Whatever is still coming is not wanted.
    clock.abort();
  }
}

async function request(host: FetchHost, url: string, signal: AbortSignal): Promise<Response | null> {
  const response = await raced(
    host.fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'manual',
      mode: 'cors',
      headers: { accept: '*/*', 'accept-language': '*' },
      signal,
    }),
    signal,
  );
  if (!response) throw new UpdateFailure('offline', `${url} gave nothing`);
  const date = Date.parse(response.headers.get('date') ?? '');
  if (!Number.isNaN(date)) host.onDate?.(date);
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400))
    throw new UpdateFailure('redirected', `${url} leads somewhere else`);
  if ([403, 404, 410].includes(response.status)) {
    await response.body?.cancel().catch(() => undefined); // The page that says so is of no interest.
    return null;
  }
  if (response.status !== 200) throw new UpdateFailure('server', `${url} answered ${response.status}`);
  return response;
}

/** The promise, or the signal's reason as soon as it aborts: a stream that hangs need not notice the signal by itself. */
function raced<T>(promise: Promise<T> | undefined, signal: AbortSignal): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const aborted = () => reject(signal.reason);
    if (signal.aborted) aborted();
    signal.addEventListener('abort', aborted, { once: true });
    Promise.resolve(promise)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', aborted));
  });
}

async function joined(
  chunks: readonly Uint8Array[],
  length: number,
  pause: FetchHost['pause'],
): Promise<FileBytes> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
    await pause?.();
  }
  return bytes;
}
