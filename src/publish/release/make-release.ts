/** Makes a release: checks the records, builds the files, lists them in targets metadata that waits for its signatures. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Metadata, TargetFile, Targets } from '@tufjs/models';
import type { Release } from '../../core/dataset/release.ts';
import { deltaName, FULL_NAME, type TargetCustom, targetCustomSchema } from '../../core/dataset/target.ts';
import { compareVersions } from '../../core/dataset/version.ts';
import { removedIds } from '../../core/dataset/withdrawal.ts';
import { describeDiff, diffReleases } from '../diff.ts';
import { CommandError } from '../problem.ts';
import {
  type PackedFile,
  type PackedRelease,
  packDelta,
  packRelease,
  unpackRelease,
} from './dataset-file.ts';
import { redact } from './redact.ts';
import { expiryOf } from './roles.ts';
import { SPEC_VERSION } from './root.ts';
import { toRelease } from './to-release.ts';
import { sha256, type Workshop } from './workshop.ts';

export interface MadeRelease {
  readonly version: string;
  readonly key: string;
  readonly full: number;
  /** Bytes of each delta, by the version it starts from. */
  readonly deltas: Readonly<Record<string, number>>;
  /** The change report. */
  readonly changes: string;
}

export interface ReleaseOptions {
  readonly now: Date;
  /** From how many earlier releases there is a delta. */
  readonly window: number;
  /** Allows a version that is not above the last one's: after stolen keys have signed a higher one and were replaced. */
  readonly lower?: boolean;
}

/**
 * Stages targets metadata for `release` and writes its files.
 * @throws CommandError when its version is not above the last one's, or it is the last one or the staged one
 */
export function makeRelease(
  workshop: Workshop,
  release: Release,
  { now, window, lower = false }: ReleaseOptions,
): MadeRelease {
  const root = workshop.need('root');
  const next = packRelease(release);
  const newest = workshop.latest('targets');
  const last = newest ? fullTarget(newest.signed) : null;
  const staged = workshop.latest('targets', 'staged');
  if (!lower) expectNews(next.key, last, staged ? fullTarget(staged.signed) : null);
  if (!lower && last && compareVersions(next.version, last.version) <= 0 && last.key !== next.key)
    throw new CommandError(
      `version ${next.version} is not above ${last.version}: raise it in dataset.yaml, or readers will not take it`,
    );
  const removed = [...removedIds(next.header.withdrawn)];
  const earlier = earlierReleases(workshop, next);
  const before = earlier[0];
  const changes = before
    ? redact(describeDiff(diffReleases(toRelease(before), release)), removed)
    : `${next.version}: the first release`;
  const bases = forget(workshop, earlier, removed, window);
  const targets: Record<string, TargetFile> = {};
  const add = (name: string, file: PackedFile, custom: TargetCustom) => {
    const hash = sha256(file.bytes);
    write(workshop, ['targets', `${hash}.${name}`], file.bytes);
    targets[name] = new TargetFile({
      path: name,
      length: file.bytes.length,
      hashes: { sha256: hash },
      unrecognizedFields: { custom: JSON.parse(JSON.stringify(custom)) },
    });
  };
  const about = { key: next.key, version: next.version };
  add(FULL_NAME, next, { ...about, size: next.size });
  const deltas: Record<string, number> = {};
  for (const base of bases) {
    const delta = packDelta(base, next);
    // Where nearly everything changed, the whole file is the shorter way.
    if (delta.bytes.length >= next.bytes.length) continue;
    add(deltaName(base.key), delta, { ...about, size: delta.size, from: base.key });
    deltas[base.version] = delta.bytes.length;
  }
  write(workshop, ['releases', `${next.version}.bin`], next.bytes);
  write(workshop, ['changes', `${next.version}.txt`], `${changes}\n`);
  workshop.unstage('targets');
  workshop.write(
    'staged',
    new Metadata(
      new Targets({
        specVersion: SPEC_VERSION,
        version: (newest?.signed.version ?? 0) + 1,
        expires: expiryOf('targets', now),
        targets,
        unrecognizedFields: { root: root.signed.version },
      }),
    ),
  );
  return { version: next.version, key: next.key, full: next.bytes.length, deltas, changes };
}

/** The same once more would only count up the numbers, or throw away the signatures that it has. */
function expectNews(key: string, last: TargetCustom | null, staged: TargetCustom | null): void {
  if (staged?.key === key)
    throw new CommandError(
      `${key} is staged already and waits for signatures: dataset -- sign, at the next holder`,
    );
  if (last?.key === key && !staged)
    throw new CommandError(
      `nothing has changed since the last release, ${key}: --resign signs it anew, for longer`,
    );
}

/** What targets metadata says of the whole file; null when it lists none. */
export function fullTarget(targets: Targets): TargetCustom | null {
  const parsed = targetCustomSchema().safeParse(targets.targets[FULL_NAME]?.custom);
  return parsed.success ? parsed.data : null;
}

/** Releases before this one, newest first. */
function earlierReleases(workshop: Workshop, next: PackedRelease): PackedRelease[] {
  return workshop
    .names('releases')
    .map((name) => name.replace(/\.bin$/, ''))
    .filter((version) => compareVersions(version, next.version) < 0)
    .sort((a, b) => compareVersions(b, a))
    .map((version) => unpackRelease(readFileSync(workshop.path('releases', `${version}.bin`))));
}

/**
 * Deletes what is outside the window, and every release and line of a report that still holds something removed: no delta
 * starts there any more, and the text is gone from the workshop too. Returns the releases that stay.
 */
function forget(
  workshop: Workshop,
  earlier: readonly PackedRelease[],
  removed: readonly string[],
  window: number,
): PackedRelease[] {
  for (const name of removed.length > 0 ? workshop.names('changes') : []) {
    const report = readFileSync(workshop.path('changes', name), 'utf8');
    writeFileSync(workshop.path('changes', name), redact(report, removed));
  }
  return earlier.filter(({ version, bundles }, i) => {
    const holdsRemoved = bundles.some(
      ({ entity, statements }) =>
        removed.includes(entity.id) || statements.some((statement) => removed.includes(statement.id)),
    );
    if (!holdsRemoved && i < window) return true;
    rmSync(workshop.path('releases', `${version}.bin`));
    return false;
  });
}

function write(
  workshop: Workshop,
  [folder, name]: readonly [string, string],
  content: string | Buffer,
): void {
  mkdirSync(workshop.path(folder), { recursive: true });
  writeFileSync(workshop.path(folder, name), content);
}
