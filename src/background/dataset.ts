/** Keeps the worker's dataset ready: the bundled release imported, its index stored. Everything here may run twice. */
import { type Release, releaseSchema } from '../core/dataset/release.ts';
import { compileForms } from '../core/linking/forms.ts';
import { buildIndex, INDEX_LAYOUT, openIndex } from '../core/linking/index-bytes.ts';
import type { Linker } from '../core/linking/link.ts';
import { compileRules } from '../core/linking/rules.ts';
import { openRules, packRules, RULES_LAYOUT } from '../core/linking/rules-bytes.ts';
import type { DatasetInfo } from '../messages/to-worker.ts';
import type { ReleaseStore } from '../storage/releases.ts';

export interface DatasetHost {
  readonly store: ReleaseStore;
  /** Text of the bundled release. */
  readBundled(): Promise<string>;
  storedIndexRelease(): Promise<string | null>;
  /** What pages find as the index: bytes, or null for "ask the worker"; undefined when nothing is stored. */
  pageIndex(): Promise<IndexBytes | null | undefined>;
  /** Gives pages the index of a release, or, with null, tells them to ask the worker. */
  storePageIndex(release: string, bytes: IndexBytes | null): Promise<void>;
  digest(text: string): Promise<string>;
}

/** An index as it is kept: the forms, and the rules of choosing. */
export interface IndexBytes {
  readonly index: ArrayBuffer;
  readonly rules: ArrayBuffer;
}

/** Pages are given an index of at most so many bytes; some 25,000 names. */
const MAX_PAGE_INDEX = 1_000_000;

export interface Dataset {
  /** Resolves once a release is current and its index stored. */
  ready(): Promise<DatasetInfo>;
  /** Checks the stored index and builds it again if it is missing or damaged. */
  repairIndex(): Promise<void>;
  /** The engine of the current release, in this worker. */
  linker(): Promise<Linker>;
  /** Imports the bundled release if it is another one than the current: after an install or an update of the extension. */
  importBundled(): Promise<void>;
}

export function createDataset(host: DatasetHost): Dataset {
  let running: Promise<void> | null = null;
  /** One import at a time; a failed one may be tried again. */
  const once = (work: () => Promise<void>): Promise<void> => {
    running ??= work().finally(() => {
      running = null;
    });
    return running;
  };
  const importBundled = (indexIsBad = false) =>
    once(async () => {
      const text = await host.readBundled();
      const release = parseRelease(text);
      const key = `${release.version}+${(await host.digest(text)).slice(0, 12)}`;
      if ((await host.store.current())?.release !== key) await host.store.install(release, key);
      if (indexIsBad || (await host.storedIndexRelease()) !== indexKey(key)) {
        const rules = compileRules(release);
        const bytes = { index: buildIndex(compileForms(rules)), rules: packRules(rules) };
        await host.store.keepIndex(indexKey(key), bytes);
        const forPages = bytes.index.byteLength + bytes.rules.byteLength <= MAX_PAGE_INDEX;
        await host.storePageIndex(indexKey(key), forPages ? bytes : null);
      }
    });
  const prepare = async (): Promise<DatasetInfo> => {
    const before = await host.store.current();
    if (!before || (await host.storedIndexRelease()) !== indexKey(before.release)) await importBundled();
    const current = await host.store.current();
    if (!current) throw new Error('no release could be imported');
    const { version, entities, statements } = current;
    return { version, entities, statements };
  };
  /** Remembered for the worker's life; forgotten when it fails or another release comes in. */
  let prepared: Promise<DatasetInfo> | null = null;
  const ready = () => {
    prepared ??= prepare().catch((error: unknown) => {
      prepared = null;
      throw error;
    });
    return prepared;
  };
  let linker: Promise<Linker> | null = null;
  const openKept = async (): Promise<Linker> => {
    const key = (await host.store.current())?.release;
    const bytes = key === undefined ? null : await host.store.keptIndex(indexKey(key));
    if (!bytes) throw new Error('no index is kept for the current release');
    return openLinker(bytes);
  };
  return {
    importBundled: () => {
      prepared = null;
      linker = null;
      return importBundled();
    },
    async repairIndex() {
      try {
        const bytes = await host.pageIndex();
        if (bytes === undefined) throw new Error('there is no index');
        if (bytes) openLinker(bytes);
        else await openKept();
      } catch {
        await importBundled(true);
      }
    },
    async linker() {
      await ready();
      linker ??= openKept().catch(async () => {
        await importBundled(true);
        return openKept();
      });
      // What failed is tried anew by the next call.
      linker.catch(() => {
        linker = null;
      });
      return linker;
    },
    ready,
  };
}

function openLinker({ index, rules }: IndexBytes): Linker {
  return { index: openIndex(index), rules: openRules(rules) };
}

/** An index belongs to a release and to a layout: an update of the extension may change either. */
function indexKey(release: string): string {
  return `${release}/layout-${INDEX_LAYOUT}.${RULES_LAYOUT}`;
}

function parseRelease(text: string): Release {
  const parsed = releaseSchema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`the release is not usable: ${issue?.path.join('.')}: ${issue?.message}`);
}
