/**
 * Looks for updates of a repository: verify, then write beside the old, then swap, then record. Whatever stops it in between,
 * the old release stays current and the next check begins anew.
 */

import { compareVersions, versionDay } from '../core/dataset/version.ts';
import type { Loader } from '../loading/loader.ts';
import type { UpdateProgress } from '../messages/update-state.ts';
import { type CheckRow, CORE, type ReleaseRow, type RepositoryRow } from '../storage/dataset-database.ts';
import type { ReleaseStore } from '../storage/releases.ts';
import type { RepositoryStore } from '../storage/repositories.ts';
import { asFailure, UpdateFailure } from '../updates/failure.ts';
import type { Limits } from '../updates/fetch-file.ts';
import { chooseRelease, type Download, type ReleaseChoice } from '../updates/find-release.ts';
import { nextCheck } from '../updates/schedule.ts';
import { refreshTrust, type Trusted, type TrustHost } from '../updates/trust.ts';

export interface UpdaterHost {
  readonly store: ReleaseStore;
  readonly repositories: RepositoryStore;
  readonly loader: Pick<Loader, 'storeFile'>;
  /** For metadata; datasets are the loader's. */
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Time limits of metadata. */
  readonly times: Pick<Limits, 'idle' | 'total'>;
  /** False when the browser would refuse the request, or send an identifier along. */
  mayFetch(address: string): Promise<boolean>;
  /** Runs work that changes releases, alone. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Another release is current. */
  changed(): Promise<void>;
  onProgress(repository: string, progress: UpdateProgress | null): void;
  /** How a failed check ended that could not be recorded: on a full disk not even that may fit. */
  onUnrecorded(repository: string, check: CheckRow): void;
}

/** How a check ended. */
export type CheckResult = 'new-release' | 'no-change' | UpdateFailure;

/** A repository that names its place. */
export type AskableRow = RepositoryRow & { readonly address: string; readonly root: string };

/** Whether anything may be requested for it: a place that came with the package counts once the reader was told of it. */
export function mayBeAsked(row: RepositoryRow): row is AskableRow {
  const { id, enabled, address, root, told } = row;
  return enabled && address !== null && root !== null && (id !== CORE || told === address);
}

/** Checks one repository. Never rejects: what goes wrong is recorded, and returned. */
export async function checkRepository(host: UpdaterHost, id: string): Promise<CheckResult> {
  const row = await host.repositories.get(id);
  if (!row || !mayBeAsked(row)) return 'no-change';
  host.onProgress(id, { step: 'asking', done: 0, all: null });
  try {
    const isNew = await update(host, row);
    if (isNew) {
      host.onProgress(id, { step: 'indexing', done: 0, all: null });
      await host.changed();
    }
    return isNew ? 'new-release' : 'no-change';
  } catch (error) {
    const failure = asFailure(error);
    await recordFailure(host, row, failure);
    return failure;
  } finally {
    host.onProgress(id, null);
  }
}

/** The latest time that has certainly passed: the day of the package, and of the newest signature seen. */
export function certainTime(current: ReleaseRow | null, issued: number | null): number {
  // A downloaded release says whatever its signers wanted it to: a thief could claim any day.
  const day = current?.origin === 'bundled' ? Date.parse(versionDay(current.header.version)) : 0;
  return Math.max(Number.isNaN(day) ? 0 : day, issued ?? 0);
}

async function update(host: UpdaterHost, row: AskableRow): Promise<boolean> {
  const { id, address, root: startingRoot } = row;
  if (!(await host.mayFetch(address)))
    throw new UpdateFailure('permission', `the browser does not allow requests to ${address} yet`);
  const current = await host.store.current(id);
  const { staged, outcome } = await refreshTrust({
    address,
    startingRoot,
    trusted: await host.repositories.trust(id),
    now: host.now,
    floor: certainTime(current, null),
    issued: row.check.issued,
    times: host.times,
    fetch: host.fetch,
  } satisfies TrustHost);
  if (outcome instanceof UpdateFailure) {
    // A newer root stays, whatever came after it; nothing else of a failed check does.
    const changes = staged.changes();
    if (typeof changes.root === 'string') {
      const kept = Object.entries(changes).filter(([role, text]) => role === 'root' || text === null);
      await host.store.record(id, { trust: Object.fromEntries(kept) });
    }
    throw outcome;
  }
  const choice = chooseRelease(
    outcome,
    current && {
      key: current.key,
      version: current.header.version,
      origin: current.origin,
      takesDeltas: !current.filtered,
    },
    row.highest,
  );
  const trust = staged.changes();
  if (!choice) {
    await host.store.record(id, {
      trust,
      repository: (now) => ({ ...now, check: succeeded(host, outcome) }),
    });
    return false;
  }
  await host.alone(async () => {
    const release = await writeRelease(host, row, address, choice, current);
    await host.store.makeCurrent(release, {
      trust,
      repository: (now) => ({
        ...now,
        highest: highestOf(now.highest, choice.version, outcome),
        withdrawn: release.header.withdrawn,
        check: succeeded(host, outcome),
      }),
    });
  });
  return true;
}

/** By delta where there is one; a delta that does not fit what is here is no reason to go without. */
async function writeRelease(
  host: UpdaterHost,
  row: RepositoryRow,
  address: string,
  choice: ReleaseChoice,
  current: ReleaseRow | null,
): Promise<ReleaseRow> {
  const storeFile = (file: Download, base: string | null) =>
    host.loader.storeFile({ repository: row.id, address, file, base }, (progress) =>
      host.onProgress(row.id, progress),
    );
  if (choice.delta && current) {
    try {
      return await storeFile(choice.delta, current.key);
    } catch (error) {
      const { code } = asFailure(error);
      if (code !== 'unreadable' && code !== 'server' && code !== 'not-genuine' && code !== 'internal')
        throw error;
      console.warn('sidelight: the delta could not be used, the whole dataset is fetched', error);
    }
  }
  return storeFile(choice.full, null);
}

function highestOf(
  before: RepositoryRow['highest'],
  version: string,
  { targetsKeys }: Trusted,
): RepositoryRow['highest'] {
  const keeps = before?.targetsKeys === targetsKeys && compareVersions(before.version, version) > 0;
  return keeps ? before : { version, targetsKeys };
}

function succeeded(host: UpdaterHost, { issued, expires }: Trusted): CheckRow {
  const now = host.now();
  return {
    attempted: now,
    succeeded: now,
    failures: 0,
    due: nextCheck(now, 0, host.random()),
    problem: null,
    issued,
    expires,
  };
}

async function recordFailure(
  host: UpdaterHost,
  { id, check }: RepositoryRow,
  failure: UpdateFailure,
): Promise<void> {
  const now = host.now();
  const random = host.random();
  const after = (before: CheckRow): CheckRow => {
    const failures = before.failures + 1;
    const since = before.problem?.code === failure.code ? before.problem.since : now;
    const problem = { code: failure.code, detail: failure.message, since };
    return { ...before, attempted: now, failures, due: nextCheck(now, failures, random), problem };
  };
  try {
    await host.repositories.change(id, (row) => ({ ...row, check: after(row.check) }));
  } catch (error) {
    // A full disk may refuse even this; the old release serves on, and the next check tries again.
    console.warn('sidelight: a failed check could not be recorded', failure, error);
    host.onUnrecorded(id, after(check));
  }
}
