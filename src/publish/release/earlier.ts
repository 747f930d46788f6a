/**
 * What readers may still be led to by a timestamp that they fetched before the last publishing, or that a cache on the way
 * still gives them. Were it deleted with the publishing, whoever is in the middle of a check would find nothing, and try
 * again half an hour later.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { Snapshot, Targets } from '@tufjs/models';
import type { ReleaseHeader } from '../../core/dataset/release-lines.ts';
import { FULL_NAME } from '../../core/dataset/target.ts';
import { compareVersions } from '../../core/dataset/version.ts';
import { removedIds } from '../../core/dataset/withdrawal.ts';
import { packedHeader } from './dataset-file.ts';
import { LIFETIME } from './roles.ts';
import { lacking } from './sign.ts';
import { fileName, type RoleMetadata, type Workshop } from './workshop.ts';

export interface Earlier {
  /** Names of snapshots and lists of targets. */
  readonly metadata: readonly string[];
  /** Names of the files that these lists name. */
  readonly files: readonly string[];
}

/**
 * Everything but the newest that a timestamp can lead to which has not run out `now`. Left out is what today's keys have not
 * signed (they were replaced, perhaps because they were stolen), what claims to be newer than the newest (a thief did), and all
 * of a release of which something has been removed since.
 */
export function stillLedTo(workshop: Workshop, now: Date): Earlier {
  const root = workshop.need('root');
  const [newest, ...before] = workshop.all('snapshot');
  const metadata = new Set<string>();
  const files = new Set<string>();
  let next = newest;
  for (const snapshot of before) {
    const replaced = next === undefined ? 0 : madeAt(next.signed);
    next = snapshot;
    if (now.getTime() >= replaced + LIFETIME.timestamp * DAY) break;
    const targets = targetsOf(workshop, snapshot.signed);
    if (!targets || lacking(root, 'snapshot', snapshot, '').length > 0) continue;
    if (lacking(root, 'targets', targets, '').length > 0 || !mayBeRead(workshop, targets.signed)) continue;
    metadata.add(fileName('snapshot', snapshot.signed.version));
    metadata.add(fileName('targets', targets.signed.version));
    for (const name of filesOf(targets.signed)) files.add(name);
  }
  return { metadata: [...metadata], files: [...files] };
}

/** Names under which the files of a list are stored and served. */
export function filesOf({ targets }: Targets): string[] {
  return Object.values(targets).map(({ hashes, path }) => `${hashes.sha256}.${path}`);
}

const DAY = 86_400_000;

/** Nothing says when a snapshot was signed, but how long it holds is fixed. The last timestamp of the one before is as old. */
function madeAt({ expires }: Snapshot): number {
  return Date.parse(expires) - LIFETIME.snapshot * DAY;
}

function targetsOf(workshop: Workshop, { meta }: Snapshot): RoleMetadata['targets'] | undefined {
  const version = meta['targets.json']?.version;
  return workshop.all('targets').find(({ signed }) => signed.version === version);
}

/** True when all files of the list are here, none from after the newest, and nothing in them has been removed since. */
function mayBeRead(workshop: Workshop, targets: Targets): boolean {
  if (!filesOf(targets).every((name) => existsSync(workshop.path('targets', name)))) return false;
  const then = headerOf(workshop, targets);
  const today = headerOf(workshop, workshop.need('targets').signed);
  if (!then || !today || compareVersions(then.version, today.version) > 0) return false;
  const removedThen = removedIds(then.withdrawn);
  return [...removedIds(today.withdrawn)].every((id) => removedThen.has(id));
}

/** Null where there is none that can be read: such a version leads to nothing that a reader would take. */
function headerOf(workshop: Workshop, { targets }: Targets): ReleaseHeader | null {
  const file = targets[FULL_NAME];
  if (!file) return null;
  try {
    return packedHeader(readFileSync(workshop.path('targets', `${file.hashes.sha256}.${FULL_NAME}`)));
  } catch {
    return null;
  }
}
