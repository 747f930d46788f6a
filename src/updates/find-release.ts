/** Which file to download: the delta from what is here, the whole dataset, or nothing. */
import { deltaName, FULL_NAME, type TargetCustom, targetCustomSchema } from '../core/dataset/target.ts';
import { compareVersions, isVersion } from '../core/dataset/version.ts';
import { UpdateFailure } from './failure.ts';
import type { TargetInfo, Trusted } from './trust.ts';

/** Bytes of a download, and of what it unpacks to. A hundred thousand entities are some 20 MB and 200 MB. */
const LARGEST_PACKED = 64 * 1024 * 1024;
const LARGEST_UNPACKED = 768 * 1024 * 1024;

/** What is here. */
export interface Holding {
  readonly key: string;
  readonly version: string;
  readonly origin: 'bundled' | 'downloaded';
  /** False when no delta can be put on it. */
  readonly takesDeltas: boolean;
}

export interface Download extends TargetInfo, TargetCustom {}

export interface ReleaseChoice {
  readonly key: string;
  readonly version: string;
  readonly full: Download;
  /** Null when there is none from what is here. */
  readonly delta: Download | null;
}

/**
 * The release to download, or null when what is here is as new.
 * `highest` is the highest version ever taken, and the keys that spoke for it then: as long as the same keys speak, nothing
 * below it is taken. Once they are replaced, what they said last stands, even if a thief had claimed a higher one.
 * @throws UpdateFailure when the repository offers an older release than it once did, or lists none
 */
export function chooseRelease(
  trusted: Trusted,
  holding: Holding | null,
  highest: { readonly version: string; readonly targetsKeys: string } | null,
): ReleaseChoice | null {
  const full = download(trusted, FULL_NAME);
  if (!full) throw new UpdateFailure('unreadable', `the repository lists no ${FULL_NAME}`);
  const { key, version } = full;
  if (holding?.key === key) return null;
  const sameKeys = highest?.targetsKeys === trusted.targetsKeys;
  const least = sameKeys ? highest.version : null;
  if (least !== null && compareVersions(version, least) < 0)
    throw new UpdateFailure('rollback', `the repository offers ${version}, after ${least}`);
  const recovers = highest !== null && !sameKeys && holding?.origin === 'downloaded';
  if (holding && !recovers && compareVersions(version, holding.version) < 0) return null;
  const delta = holding?.takesDeltas ? download(trusted, deltaName(holding.key)) : null;
  return { key, version, full, delta: delta?.key === key && delta.from === holding?.key ? delta : null };
}

function download({ targets }: Trusted, name: string): Download | null {
  const info = targets.find((target) => target.name === name);
  if (!info) return null;
  const custom = targetCustomSchema().safeParse(info.custom);
  if (!custom.success || !isVersion(custom.data.version) || !/^[0-9a-f]{64}$/.test(info.sha256))
    throw new UpdateFailure('unreadable', `${name} is listed in a form that is not understood`);
  if (info.length > LARGEST_PACKED || custom.data.size > LARGEST_UNPACKED)
    throw new UpdateFailure('too-large', `${name} has ${info.length} bytes`);
  return { ...info, ...custom.data };
}
