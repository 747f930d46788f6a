/**
 * The workshop: the folder in which maintainers keep a repository of releases. `metadata` and `targets` are what is public;
 * `staged` is what still lacks signatures; `releases` keeps what deltas are made from; `changes` has a report for each release.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  Metadata,
  MetadataKind,
  type Root,
  type Snapshot,
  type Targets,
  type Timestamp,
} from '@tufjs/models';
import { CommandError } from '../problem.ts';
import type { Role } from './roles.ts';

export type RoleMetadata = {
  root: Metadata<Root>;
  targets: Metadata<Targets>;
  snapshot: Metadata<Snapshot>;
  timestamp: Metadata<Timestamp>;
};
export type AnyMetadata = RoleMetadata[Role];

export type Place = 'metadata' | 'staged';

export interface Workshop {
  readonly folder: string;
  /** The newest metadata of a role, or null. */
  latest<R extends Role>(role: R, place?: Place): RoleMetadata[R] | null;
  /** All metadata of a role that is in place, newest first. */
  all<R extends Exclude<Role, 'timestamp'>>(role: R): RoleMetadata[R][];
  /** As latest, for what must be there. @throws CommandError saying how to make it */
  need<R extends Role>(role: R): RoleMetadata[R];
  write(place: Place, metadata: AnyMetadata): void;
  /** Bytes of a metadata file as they are published. */
  bytesOf(place: Place, role: Role, version: number): Buffer;
  /** Deletes the staged metadata of a role. */
  unstage(role: Role): void;
  path(...parts: readonly string[]): string;
  /** Names in a subfolder, sorted; none when it is not there. */
  names(subfolder: string): string[];
}

export function openWorkshop(folder: string): Workshop {
  const path = (...parts: readonly string[]) => join(folder, ...parts);
  const names = (subfolder: string) =>
    existsSync(path(subfolder)) ? readdirSync(path(subfolder)).sort() : [];
  const newestFirst = (role: Role, place: Place): string[] => {
    if (role === 'timestamp') return names(place).filter((name) => name === 'timestamp.json');
    const versions = names(place).flatMap((name) => {
      const [, version] = new RegExp(`^(\\d+)\\.${role}\\.json$`).exec(name) ?? [];
      return version === undefined ? [] : [Number(version)];
    });
    return versions.sort((a, b) => b - a).map((version) => fileName(role, version));
  };
  const read = <R extends Role>(role: R, place: Place, name: string): RoleMetadata[R] =>
    readMetadata(role, readFileSync(path(place, name), 'utf8'));
  const latest = <R extends Role>(role: R, place: Place = 'metadata'): RoleMetadata[R] | null => {
    const [name] = newestFirst(role, place);
    return name === undefined ? null : read(role, place, name);
  };
  return {
    folder,
    latest,
    all: (role) => newestFirst(role, 'metadata').map((name) => read(role, 'metadata', name)),
    need(role) {
      const found = latest(role);
      if (found) return found;
      throw new CommandError(
        `${folder} has no ${role} metadata: ${howToMake(role, latest(role, 'staged') !== null)}`,
      );
    },
    write(place, metadata) {
      mkdirSync(path(place), { recursive: true });
      const { type, version } = metadata.signed;
      writeFileSync(path(place, fileName(type, version)), metadataBytes(metadata));
    },
    bytesOf: (place, role, version) => readFileSync(path(place, fileName(role, version))),
    unstage(role) {
      for (const name of names('staged').filter((n) => n.endsWith(`${role}.json`)))
        rmSync(path('staged', name));
    },
    path,
    names,
  };
}

/** @throws CommandError where no root is, nor one that waits for signatures: the folder is another, or a slip of the pen */
export function expectRepository(workshop: Workshop): void {
  if (workshop.latest('root') || workshop.latest('root', 'staged')) return;
  throw new CommandError(
    `there is no repository in ${workshop.folder}: name it with --repository, or begin with dataset -- keys`,
  );
}

function howToMake(role: Role, isStaged: boolean): string {
  if (isStaged) return 'it still lacks signatures (dataset -- sign, at the next holder)';
  if (role === 'root') return 'begin with dataset -- keys';
  return role === 'targets' ? 'make a release first' : 'run dataset -- timestamp where its key is';
}

export function fileName(role: Role, version: number): string {
  return role === 'timestamp' ? 'timestamp.json' : `${version}.${role}.json`;
}

export function metadataBytes(metadata: AnyMetadata): Buffer {
  return Buffer.from(JSON.stringify(metadata.toJSON()));
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function readMetadata<R extends Role>(role: R, text: string): RoleMetadata[R] {
  const json = JSON.parse(text);
  const read: { readonly [K in Role]: () => RoleMetadata[K] } = {
    root: () => Metadata.fromJSON(MetadataKind.Root, json),
    targets: () => Metadata.fromJSON(MetadataKind.Targets, json),
    snapshot: () => Metadata.fromJSON(MetadataKind.Snapshot, json),
    timestamp: () => Metadata.fromJSON(MetadataKind.Timestamp, json),
  };
  return read[role]();
}
