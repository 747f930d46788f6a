/** Keeps the worker's dataset ready: the bundled release imported, its index stored. Everything here may run twice. */
import { type Release, releaseSchema } from '../core/dataset/release.ts';
import { compileForms } from '../core/linking/forms.ts';
import { buildIndex, INDEX_LAYOUT, openIndex } from '../core/linking/index-bytes.ts';
import { compileRules, type LinkRules } from '../core/linking/rules.ts';
import type { DatasetInfo } from '../messages/to-worker.ts';
import type { ReleaseStore } from '../storage/releases.ts';

export interface DatasetHost {
  readonly store: ReleaseStore;
  /** Text of the bundled release. */
  readBundled(): Promise<string>;
  storedIndexRelease(): Promise<string | null>;
  /** Bytes of the stored index, for checking them; null when there are none. */
  storedIndexBytes(): Promise<ArrayBuffer | null>;
  storeIndex(release: string, bytes: ArrayBuffer, rules: LinkRules): Promise<void>;
  digest(text: string): Promise<string>;
}

export interface Dataset {
  /** Resolves once a release is current and its index stored. */
  ready(): Promise<DatasetInfo>;
  /** Checks the stored index and builds it again if it is missing or damaged. */
  repairIndex(): Promise<void>;
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
        await host.storeIndex(indexKey(key), buildIndex(compileForms(rules)), rules);
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
  return {
    importBundled: () => {
      prepared = null;
      return importBundled();
    },
    async repairIndex() {
      const bytes = await host.storedIndexBytes();
      try {
        if (!bytes) throw new Error('there is no index');
        openIndex(bytes);
      } catch {
        await importBundled(true);
      }
    },
    ready() {
      prepared ??= prepare().catch((error: unknown) => {
        prepared = null;
        throw error;
      });
      return prepared;
    },
  };
}

/** An index belongs to a release and to a layout: an update of the extension may change either. */
function indexKey(release: string): string {
  return `${release}/layout-${INDEX_LAYOUT}`;
}

function parseRelease(text: string): Release {
  const parsed = releaseSchema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`the release is not usable: ${issue?.path.join('.')}: ${issue?.message}`);
}
