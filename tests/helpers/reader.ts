/** A reader without a browser: the worker's own parts over a database in memory and Node's fetch. */
import { createDataset, type Dataset } from '../../src/background/dataset.ts';
import type { UpdaterHost } from '../../src/background/updater.ts';
import { createUpdates, type Updates, type UpdatesHost } from '../../src/background/updates.ts';
import type { Release } from '../../src/core/dataset/release.ts';
import { roomForIndex } from '../../src/core/linking/index-bytes.ts';
import type { AliasRule } from '../../src/core/linking/rules.ts';
import { openRules, type RuleBook } from '../../src/core/linking/rules-bytes.ts';
import { createLoader } from '../../src/loading/loader.ts';
import type { RepositoryState } from '../../src/messages/update-state.ts';
import { CORE, type DatasetDatabase, openDatasetDatabase } from '../../src/storage/dataset-database.ts';
import { createReleaseStore, type ReleaseStore } from '../../src/storage/releases.ts';
import { createRepositoryStore, type RepositoryStore } from '../../src/storage/repositories.ts';
import { rememberSmallRows } from '../../src/storage/small-rows.ts';

let count = 0;
const TIMES = { idle: 400, total: 1500 };

export interface Reader {
  readonly database: DatasetDatabase;
  readonly store: ReleaseStore;
  readonly repositories: RepositoryStore;
  readonly dataset: Dataset;
  readonly updates: Updates;
  /** What its checks are made with. */
  readonly updaterHost: UpdaterHost;
  /** The rules that pages are linked by; null while no index was announced. */
  rules(): Promise<(RuleBook & { readonly aliases: readonly AliasRule[] }) | null>;
  /** State of a repository. */
  state(id?: string): Promise<RepositoryState>;
  /** Checks one repository and gives its state afterwards. */
  check(id?: string): Promise<RepositoryState>;
}

export interface ReaderOptions {
  readonly bundled: Release;
  /** Name of the database: the same one again is the same reader after the worker was stopped. */
  readonly name?: string;
  readonly host?: Partial<UpdatesHost>;
  readonly database?: DatasetDatabase;
  /** What storage.local holds; shared by readers that are the same. */
  readonly local?: Map<string, unknown>;
}

export function createReader({
  bundled,
  name = `reader-${count++}`,
  host = {},
  local = new Map(),
  ...given
}: ReaderOptions): Reader {
  const database = given.database ?? openDatasetDatabase(name);
  const memory = rememberSmallRows(database);
  const store = createReleaseStore(database, () => Promise.resolve(false), memory);
  const repositories = createRepositoryStore(database, CORE, memory);
  const announced = () => (local.get('index') as string | undefined) ?? null;
  const loader = createLoader({
    store,
    pause: () => Promise.resolve(false),
    fetch: (...request) => (host.fetch ?? fetch)(...request),
    times: TIMES,
    exclusively: (work) => work(),
  });
  const dataset = createDataset({
    store,
    repositories,
    loader,
    first: (work) => work(),
    giveWay: () => Promise.resolve(),
    exclusively: (work) => work(),
    readBundled: async () => JSON.stringify(bundled),
    announcedIndex: async () => announced(),
    isPackageTaken: async () => local.get('package') === bundled.version,
    packageTaken: async () => void local.set('package', bundled.version),
    announceIndex: async (key) => void local.set('index', key),
    digest: async (text) => {
      const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
      return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    },
  });
  const updatesHost: UpdatesHost = {
    store,
    repositories,
    fetch: (...request) => fetch(...request),
    now: Date.now,
    random: () => 0.5,
    times: TIMES,
    mayFetch: async () => true,
    alone: dataset.alone,
    loader,
    changed: dataset.changed,
    setAlarm: async () => undefined,
    keepAwake: () => () => undefined,
    ...host,
  };
  const updates = createUpdates(updatesHost);
  const state = async (id = CORE) => {
    const found = (await updates.state()).find((row) => row.id === id);
    if (!found) throw new Error(`there is no repository ${id}`);
    return found;
  };
  return {
    database,
    store,
    repositories,
    dataset,
    updates,
    updaterHost: { ...updatesHost, onProgress: () => undefined, onUnrecorded: () => undefined },
    rules: async () => {
      const kept = await store.keptIndex(roomForIndex, () => Promise.resolve());
      if (kept === null || kept.key !== announced()) return null;
      const book = openRules(kept.rules);
      const aliases = Array.from({ length: book.aliasCount }, (_, i) => book.alias(i) as AliasRule);
      return { ...book, aliases };
    },
    state,
    async check(id = CORE) {
      await dataset.ready();
      await updates.check([id]);
      return state(id);
    },
  };
}
