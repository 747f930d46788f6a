/**
 * IndexedDB that processes die in. What a process has open when it ends is undone by the database, as a browser does it: its
 * transactions are aborted, its connections closed, and it hears of neither.
 */
import 'fake-indexeddb/auto';
import type { MortalProcess } from './process.ts';

const owners = new WeakMap<IDBDatabase, MortalProcess>();
const watched = new WeakSet<IDBTransaction>();

/** The requests of a store, an index or a cursor, and whether each writes. */
const REQUESTS: readonly (readonly [object, Readonly<Record<string, boolean>>])[] = [
  [
    IDBObjectStore.prototype,
    {
      ...{ add: true, put: true, delete: true, clear: true },
      ...{ get: false, getKey: false, getAll: false, getAllKeys: false, count: false },
      ...{ openCursor: false, openKeyCursor: false },
    },
  ],
  [
    IDBIndex.prototype,
    {
      ...{ get: false, getKey: false, getAll: false, getAllKeys: false, count: false },
      ...{ openCursor: false, openKeyCursor: false },
    },
  ],
  [IDBCursor.prototype, { update: true, delete: true, continue: false, advance: false }],
];

for (const [prototype, methods] of REQUESTS)
  for (const [method, isWrite] of Object.entries(methods)) patchRequest(prototype, method, isWrite);
patchTransaction();

type Source = IDBObjectStore | IDBIndex | IDBCursor;
type Method = (this: Source, ...args: unknown[]) => unknown;

function patchRequest(prototype: object, name: string, isWrite: boolean): void {
  const methods = prototype as Record<string, Method>;
  const original = methods[name];
  if (!original) return;
  methods[name] = function (...args) {
    const store = storeOf(this);
    const { transaction } = store;
    const owner = owners.get(transaction.db);
    if (!owner) return original.apply(this, args);
    const order = owner.step(`${transaction.db.name}.${store.name}.${name}`, isWrite);
    if (order === 'end') return new IDBRequest();
    const request = original.apply(this, args);
    // A cursor that goes on does so on the request that opened it.
    const answer = request instanceof IDBRequest ? request : (this as IDBCursor).request;
    if (order === 'refuse') refuse(transaction, isWrite);
    if (order === 'after') answer.addEventListener('success', () => owner.end());
    return request;
  };
}

/** The request just made fails when its turn comes, and its transaction with it: nothing can be read, or there is no room. */
function refuse(transaction: IDBTransaction, isWrite: boolean): void {
  // Only from within can a request of this library, whose version is pinned, be made to fail.
  const { _requests: requests } = transaction as unknown as { _requests: { operation: () => unknown }[] };
  const request = requests.at(-1);
  if (!request) throw new Error('there is no request to refuse');
  request.operation = () => {
    throw new DOMException('', isWrite ? 'QuotaExceededError' : 'UnknownError');
  };
}

function patchTransaction(): void {
  const { prototype } = IDBDatabase;
  const original = prototype.transaction;
  prototype.transaction = function (...args) {
    const transaction = original.apply(this, args);
    const owner = owners.get(this);
    if (owner) watch(transaction, owner);
    return transaction;
  };
}

/** Undoes the transaction when the process ends; its commit is a step, which can only be heard of or not. */
function watch(transaction: IDBTransaction, owner: MortalProcess): void {
  if (watched.has(transaction)) return;
  watched.add(transaction);
  const over = owner.begin();
  let isOver = false;
  const end = () => {
    isOver = true;
    over();
  };
  transaction.addEventListener('complete', () => {
    end();
    if (transaction.mode === 'readonly') return;
    if (owner.step(`${transaction.db.name}.commit`, true) === 'after') owner.end();
  });
  transaction.addEventListener('abort', end);
  owner.onEnd(() => {
    silence(transaction);
    if (isOver) return;
    try {
      transaction.abort();
    } catch {
      // It is being committed in this very moment.
    }
  });
}

/** The end of a process: it hears of nothing that its databases do. */
function silence(target: IDBTransaction | IDBDatabase | IDBRequest): void {
  const handlers = target as unknown as Record<string, unknown>;
  for (const type of ['abort', 'blocked', 'close', 'complete', 'error', 'success', 'versionchange'])
    if (handlers[`on${type}`]) handlers[`on${type}`] = null;
}

function storeOf(source: Source): IDBObjectStore {
  if (source instanceof IDBCursor) return storeOf(source.source);
  return source instanceof IDBIndex ? source.objectStore : source;
}

/** What the process has as `indexedDB`. */
export function databasesOf(owner: MortalProcess, disk: IDBFactory): IDBFactory {
  const opening = (name: string, what: string, isWrite: boolean, begin: () => IDBOpenDBRequest) => {
    const order = owner.step(`${name}.${what}`, isWrite);
    if (order === 'end') return new IDBOpenDBRequest();
    if (order === 'refuse') return refusedOpening(owner);
    const request = begin();
    const over = owner.begin();
    for (const type of ['success', 'error']) request.addEventListener(type, over);
    if (order === 'after') request.addEventListener('success', () => owner.end());
    owner.onEnd(() => silence(request));
    return request;
  };
  return {
    open(name: string, version?: number) {
      return opening(name, 'open', false, () => {
        const request = disk.open(name, version);
        const own = () => {
          const { result, transaction } = request;
          if (owners.has(result)) return;
          owners.set(result, owner);
          if (transaction) watch(transaction, owner);
          owner.onEnd(() => {
            silence(result);
            result.close();
          });
        };
        request.addEventListener('upgradeneeded', own);
        request.addEventListener('success', own);
        return request;
      });
    },
    deleteDatabase: (name: string) => opening(name, 'deleteDatabase', true, () => disk.deleteDatabase(name)),
    databases: () =>
      owner.ask(
        'databases',
        false,
        () => disk.databases(),
        () => new DOMException('', 'UnknownError'),
      ),
    cmp: (a: unknown, b: unknown) => disk.cmp(a, b),
  };
}

function refusedOpening(owner: MortalProcess): IDBOpenDBRequest {
  const request = new IDBOpenDBRequest();
  const over = owner.begin();
  setImmediate(() => {
    over();
    Object.assign(request, { readyState: 'done', error: new DOMException('', 'UnknownError') });
    const event = { type: 'error', target: request, preventDefault() {}, stopPropagation() {} };
    if (!owner.isDead) request.onerror?.(event as unknown as Event);
  });
  return request;
}

export interface StoredTable {
  readonly keyPath: string | string[] | null;
  readonly autoIncrement: boolean;
  readonly indexes: readonly {
    readonly name: string;
    readonly keyPath: string | string[];
    readonly options: IDBIndexParameters;
  }[];
  readonly rows: readonly unknown[];
}

export interface StoredDatabase {
  readonly version: number;
  readonly tables: Readonly<Record<string, StoredTable>>;
}

export type StoredDatabases = Readonly<Record<string, StoredDatabase>>;

/** Everything that lies in the databases. */
export async function readDatabases(disk: IDBFactory): Promise<StoredDatabases> {
  const found: Record<string, StoredDatabase> = {};
  for (const { name = '' } of await disk.databases()) {
    const database = await answered(disk.open(name));
    const tables: Record<string, StoredTable> = {};
    const names = [...database.objectStoreNames];
    if (names.length > 0) {
      const transaction = database.transaction(names, 'readonly');
      for (const table of names) {
        const store = transaction.objectStore(table);
        const indexes = [...store.indexNames].map((index) => {
          const { keyPath, unique, multiEntry } = store.index(index);
          return { name: index, keyPath, options: { unique, multiEntry } };
        });
        const { keyPath, autoIncrement } = store;
        tables[table] = { keyPath, autoIncrement, indexes, rows: await answered(store.getAll()) };
      }
    }
    found[name] = { version: database.version, tables };
    database.close();
  }
  return found;
}

/** New databases with all that in them. */
export async function makeDatabases(stored: StoredDatabases): Promise<IDBFactory> {
  const disk = new IDBFactory();
  for (const [name, { version, tables }] of Object.entries(stored)) {
    const opening = disk.open(name, version);
    opening.addEventListener('upgradeneeded', () => {
      for (const [table, { keyPath, autoIncrement, indexes, rows }] of Object.entries(tables)) {
        const store = opening.result.createObjectStore(table, { keyPath, autoIncrement });
        for (const index of indexes) store.createIndex(index.name, index.keyPath, index.options);
        for (const row of rows) store.put(row);
      }
    });
    (await answered(opening)).close();
  }
  return disk;
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}
