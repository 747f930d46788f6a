/**
 * The long work of an update: a downloaded file becomes rows, and the releases' names an index. It makes garbage by the hundred
 * megabytes, and while the browser collects that, the thread it is made in stands still, for up to a fifth of a second. So it is
 * done in a thread of its own where there is one (thread.ts), and here where there is none.
 */
import { removedIds, type Withdrawal } from '../core/dataset/withdrawal.ts';
import type { NameConflict } from '../messages/name-conflict.ts';
import { CORE, type ReleaseRow } from '../storage/dataset-database.ts';
import type { NewRelease, ReleaseStore } from '../storage/releases.ts';
import { downloadTarget } from '../updates/download.ts';
import { UpdateFailure } from '../updates/failure.ts';
import type { Limits } from '../updates/fetch-file.ts';
import type { Download } from '../updates/find-release.ts';
import { readRelease } from '../updates/read-release.ts';
import { type IndexedDataset, makeIndex } from './make-index.ts';

/** A file to be fetched and written. */
export interface FileJob {
  readonly repository: string;
  readonly address: string;
  readonly file: Download;
  /** Key of the current release, which a delta is put on; null for a whole release. */
  readonly base: string | null;
}

/** An index to be made. */
export interface IndexJob {
  readonly key: string;
  /** The datasets whose current releases it is made of, in their order. */
  readonly repositories: readonly string[];
}

export interface LoadProgress {
  readonly step: 'downloading' | 'storing';
  readonly done: number;
  readonly all: number | null;
}

/** Names that datasets have in common with earlier ones, by dataset. */
export type Conflicts = ReadonlyMap<string, readonly NameConflict[]>;

export interface Loader {
  /**
   * Fetches a file that signed metadata lists, and writes the release in it beside the others; it is not current yet.
   * @throws UpdateFailure for what is not that file, does not fit its form or finds no room
   */
  storeFile(job: FileJob, onProgress: (progress: LoadProgress) => void): Promise<ReleaseRow>;
  /** Makes the index and keeps it. @throws DamagedRelease when a release cannot be read */
  makeIndex(job: IndexJob): Promise<Conflicts>;
}

export interface LoaderHost {
  readonly store: Pick<ReleaseStore, 'current' | 'stage' | 'bundles' | 'keepIndex'>;
  readonly fetch: typeof fetch;
  /** Time limits of a dataset. */
  readonly times: Pick<Limits, 'idle' | 'total'>;
  /** Lets other work in between. */
  pause(): Promise<unknown>;
  /**
   * Does work that writes a release while no other context of the extension does: a thread whose worker was stopped may still be
   * about to end.
   */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
}

/** Milliseconds: without a byte, and in all. */
export const DATASET_TIMES = { idle: 30_000, total: 15 * 60_000 } as const;

/** A loader that works in this very thread. */
export function createLoader(host: LoaderHost): Loader {
  return {
    async storeFile(job, onProgress) {
      const { address, file } = job;
      onProgress({ step: 'downloading', done: 0, all: file.length });
      const packed = await downloadTarget(
        {
          address,
          fetch: host.fetch,
          pause: host.pause,
          onBytes: (done) => onProgress({ step: 'downloading', done, all: file.length }),
        },
        file,
        host.times,
      );
      onProgress({ step: 'storing', done: 0, all: null });
      return host.exclusively(() => storePacked(host, job, packed, onProgress));
    },
    async makeIndex({ key, repositories }) {
      const datasets = await datasetsOf(host, repositories);
      const { index, rules, conflicts } = await makeIndex(datasets, host.pause);
      await host.store.keepIndex({ key, index, rules });
      return conflicts;
    },
  };
}

async function storePacked(
  { store }: LoaderHost,
  { repository, file, base }: FileJob,
  packed: Uint8Array<ArrayBuffer>,
  onProgress: (progress: LoadProgress) => void,
): Promise<ReleaseRow> {
  const before = base === null ? null : await store.current(repository);
  if (before && before.key !== base)
    throw new UpdateFailure('internal', `${repository}: ${base} is no longer current`);
  return readRelease({
    packed,
    file,
    before: before?.header ?? null,
    receive: (header) => {
      const release: NewRelease = {
        repository,
        key: file.key,
        header,
        origin: 'downloaded',
        base: before,
        removed: removedIds(header.withdrawn as readonly Withdrawal[]),
      };
      return store.stage(release);
    },
    onRows: (done, all) => onProgress({ step: 'storing', done, all }),
  });
}

async function datasetsOf(
  { store }: LoaderHost,
  repositories: readonly string[],
): Promise<readonly IndexedDataset[]> {
  const datasets: IndexedDataset[] = [];
  for (const id of repositories) {
    const release = await store.current(id);
    if (!release) continue;
    const { version, cues } = release.header;
    datasets.push({ id: id === CORE ? null : id, version, cues, bundles: store.bundles(release) });
  }
  return datasets;
}
