/** The release that came with the extension: what the reader has before anything was ever downloaded, and to fall back on. */
import { type Release, releaseSchema } from '../core/dataset/release.ts';
import { headerOf, releaseKey, releaseLines } from '../core/dataset/release-lines.ts';
import { compareVersions } from '../core/dataset/version.ts';
import { removedIds } from '../core/dataset/withdrawal.ts';
import { CORE, NEVER_CHECKED, type ReleaseRow, type RepositoryRow } from '../storage/dataset-database.ts';
import { installRelease } from '../storage/install.ts';
import type { ReleaseStore } from '../storage/releases.ts';
import type { RepositoryStore } from '../storage/repositories.ts';

export interface BundledHost {
  readonly store: ReleaseStore;
  readonly repositories: RepositoryStore;
  /** Text of the bundled release. */
  readBundled(): Promise<string>;
  /** SHA-256 in hex. */
  digest(text: string): Promise<string>;
  /** As the loader's (loading/loader.ts): the bundled release is written here. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * Installs the bundled release if it is the better one: there is no other, it is newer than what was downloaded, or it
 * replaces an earlier bundled one. Also brings the repository's address and root up to date with it.
 */
export async function importBundled(host: BundledHost): Promise<void> {
  const release = parseRelease(await host.readBundled());
  const before = await host.repositories.get(CORE);
  await host.repositories.put(coreRow(before, release));
  const lines = releaseLines(release);
  const key = releaseKey(release.version, await host.digest(`${lines.join('\n')}\n`));
  const current = await host.store.current();
  if (current && !isBetter(release.version, key, current)) return;
  const known = before?.withdrawn ?? [];
  await host.exclusively(() =>
    installRelease(host.store, CORE, release, key, {
      origin: 'bundled',
      // A withdrawal that was downloaded once holds, also against a package that was made before it.
      removed: removedIds([...known, ...headerOf(release).withdrawn]),
    }),
  );
}

function isBetter(version: string, key: string, current: ReleaseRow): boolean {
  if (current.origin === 'bundled') return key !== current.key;
  return compareVersions(version, current.header.version) > 0;
}

function coreRow(before: RepositoryRow | null, release: Release): RepositoryRow {
  const { address = null, root = null } = release.updates ?? {};
  return {
    id: CORE,
    label: 'Sidelight',
    colour: '#5b4fc7',
    enabled: true,
    highest: null,
    withdrawn: [],
    conflicts: [],
    check: NEVER_CHECKED,
    ...before,
    // Asked to look somewhere else, nothing is known yet of how that will go.
    ...(before && before.address !== address ? { check: NEVER_CHECKED } : {}),
    address,
    root,
  };
}

/** Checked, and returned as it was written: the order of its fields is part of the key that deltas go by. */
function parseRelease(text: string): Release {
  const value: unknown = JSON.parse(text);
  const parsed = releaseSchema().safeParse(value);
  if (parsed.success) return value as Release;
  const [issue] = parsed.error.issues;
  throw new Error(`the release is not usable: ${issue?.path.join('.')}: ${issue?.message}`);
}
