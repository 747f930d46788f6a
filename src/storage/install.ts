/** Putting a release that is in memory into the store: the bundled one, and in tests any. */
import { bundlesOf } from '../core/dataset/bundle.ts';
import type { Release } from '../core/dataset/release.ts';
import { headerOf } from '../core/dataset/release-lines.ts';
import type { ReleaseRow } from './dataset-database.ts';
import type { Alongside, ReleaseStore } from './releases.ts';

export interface InstallOptions extends Alongside {
  readonly origin: ReleaseRow['origin'];
  readonly removed: ReadonlySet<string>;
}

/** Writes a release under its key and makes it current. Interrupted, the old one stays current. */
export async function installRelease(
  store: ReleaseStore,
  name: string,
  release: Release,
  key: string,
  { origin, removed, ...alongside }: InstallOptions,
): Promise<ReleaseRow> {
  const header = headerOf(release);
  const stage = await store.stage({ repository: name, key, header, origin, base: null, removed });
  for (const bundle of bundlesOf(release)) await stage.put(bundle);
  const row = await stage.finish();
  await store.makeCurrent(row, alongside);
  return row;
}
