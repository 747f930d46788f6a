/** The global object of a process: what a worker has of the web, and the extension API. */
import { webcrypto } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserApi, type Events, type Listener, ORIGIN } from './browser-api.ts';
import { databasesOf } from './databases.ts';
import type { Disk } from './kept.ts';
import type { Locks, LockWork } from './locks.ts';
import type { MortalProcess } from './process.ts';

/** What does not change between two starts of a browser. */
export interface Surroundings {
  /** Milliseconds since 1970, for as long as the test lasts. */
  readonly now: number;
  /** Of the extension. */
  readonly version: string;
  /** Files of its package, by path. */
  readonly packaged: Readonly<Record<string, string>>;
  /** Folders that hosts serve, by origin. */
  readonly sites: Readonly<Record<string, string>>;
  /** True: files of backups are made by a hidden page, as in Chromium. */
  readonly hasHiddenPage?: boolean;
}

export interface GlobalsOptions {
  readonly process: MortalProcess;
  readonly disk: Disk;
  readonly events: Events;
  readonly surroundings: Surroundings;
  readonly locks: Locks;
  /** A new number for an id. */
  nextId(): number;
}

export function globalsOf(options: GlobalsOptions): Record<string, unknown> {
  const { process, disk, events, surroundings, locks, nextId } = options;
  let lastFile = 100;
  const { version } = surroundings;
  const { browser, offscreen } = browserApi({ process, disk, events, version, lastFile: () => lastFile });
  return {
    ...SHARED,
    browser,
    chrome: surroundings.hasHiddenPage ? { offscreen } : {},
    fetch: (url: string) =>
      process.ask(
        `fetch ${url}`,
        false,
        () => fetched(url, surroundings),
        () => new TypeError('Failed to fetch'),
      ),
    indexedDB: databasesOf(process, disk.databases),
    navigator: {
      userAgent: 'in memory',
      language: 'en',
      locks: {
        request: (name: string, how: LockWork | { readonly mode: 'shared' }, shared?: LockWork) =>
          locks.request(process, name, how, shared),
      },
      storage: {
        estimate: async () => ({ usage: 1000, quota: 1_000_000 }),
        persisted: async () => true,
        persist: async () => true,
      },
    },
    crypto: {
      getRandomValues: webcrypto.getRandomValues.bind(webcrypto),
      randomUUID: () => `00000000-0000-4000-8000-${String(nextId()).padStart(12, '0')}`,
      // Takes its time off this thread: until it is done, the process is not at rest.
      subtle: subtleOf(process),
    },
    Date: clockAt(surroundings.now),
    URL: Object.assign(class extends URL {}, {
      createObjectURL(file: Blob) {
        lastFile = file.size;
        return 'blob:here';
      },
      revokeObjectURL: () => undefined,
    }),
    setTimeout: process.timing.setTimeout,
    clearTimeout: process.timing.clear,
    setInterval: process.timing.setInterval,
    clearInterval: process.timing.clear,
    MessageChannel: channelIn(process),
    CompressionStream: trackedStream(process, CompressionStream),
    DecompressionStream: trackedStream(process, DecompressionStream),
    console: consoleOf(process),
    // The engine's own, as it is a page's worker and none of the extension's.
    addEventListener: (name: string, listener: Listener) =>
      void events.set(name, [...(events.get(name) ?? []), listener]),
    postMessage: () => undefined,
  };
}

function fetched(url: string, { packaged, sites }: Surroundings): Response {
  const path = decodeURI(new URL(url).pathname);
  if (url.startsWith(ORIGIN)) {
    const text = packaged[path];
    return text === undefined ? new Response(null, { status: 404 }) : new Response(text);
  }
  const origin = Object.keys(sites).find((one) => url.startsWith(one));
  if (!origin) throw new TypeError('Failed to fetch');
  const file = join(sites[origin] ?? '', path);
  return existsSync(file) ? new Response(readFileSync(file)) : new Response(null, { status: 404 });
}

function clockAt(now: number): unknown {
  return class extends Date {
    constructor(...args: unknown[]) {
      super(...((args.length === 0 ? [now] : args) as [number]));
    }
    static override now = () => now;
  };
}

/** Takes its time off this thread: until it is done, the process is not at rest. */
function subtleOf(process: MortalProcess): Pick<SubtleCrypto, 'digest' | 'importKey' | 'verify'> {
  const { subtle } = webcrypto;
  return {
    digest: (...args) => process.tracked(() => subtle.digest(...args)),
    importKey: (...args: [never, never, never, never, never]) =>
      process.tracked(() => subtle.importKey(...args)),
    verify: (...args) => process.tracked(() => subtle.verify(...args)),
  };
}

/** Works off this thread as well. */
function trackedStream(
  process: MortalProcess,
  Kind: typeof CompressionStream | typeof DecompressionStream,
): unknown {
  return class {
    readonly writable: WritableStream;
    readonly readable: ReadableStream;
    constructor(format: 'gzip') {
      const over = process.begin();
      const { readable, writable } = new Kind(format);
      this.writable = writable;
      this.readable = readable.pipeThrough(new TransformStream({ flush: over }));
    }
  };
}

/** Ports that answer in the next turn. */
function channelIn(process: MortalProcess): unknown {
  return class {
    readonly port1: { onmessage?: (event: { data: unknown }) => void } = {};
    readonly port2 = {
      postMessage: (data: unknown) => {
        const over = process.begin();
        setImmediate(() => {
          over();
          if (!process.isDead) this.port1.onmessage?.({ data });
        });
      },
    };
  };
}

function consoleOf(process: MortalProcess) {
  const note = (...args: unknown[]) => void process.errors.push(args);
  return { log: () => undefined, info: () => undefined, debug: () => undefined, warn: note, error: note };
}

/** What a process shares with this one: what crosses the border between them has to be of one kind. */
const SHARED = {
  ...{ ArrayBuffer, DataView, Uint8Array, Uint16Array, Uint32Array, Int8Array, Int16Array, Int32Array },
  ...{ Float32Array, Float64Array, BigInt64Array, BigUint64Array, Uint8ClampedArray },
  ...{ Error, TypeError, RangeError, SyntaxError, AggregateError, DOMException },
  ...{
    CustomEvent,
    Blob,
    File,
    Response,
    Headers,
    Request,
    AbortController,
    AbortSignal,
    Event,
    EventTarget,
  },
  ...{ TextEncoder, TextDecoder, TextDecoderStream, ReadableStream, WritableStream, TransformStream },
  ...{
    URLSearchParams,
    structuredClone,
    performance,
    queueMicrotask,
  },
  ...{ atob, btoa, setImmediate },
  ...{ IDBKeyRange, IDBDatabase, IDBTransaction, IDBObjectStore, IDBIndex, IDBCursor, IDBRequest },
  dispatchEvent: () => true,
  BroadcastChannel: class {
    postMessage(): void {}
    addEventListener(): void {}
    close(): void {}
  },
};
