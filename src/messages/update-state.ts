/** What the worker tells about its datasets and their updates. Times are milliseconds since 1970. */
import type { UpdateStatus } from '../core/dataset/update-status.ts';
import type { NameConflict } from './name-conflict.ts';

export interface UpdateProgress {
  readonly step: 'asking' | 'downloading' | 'storing' | 'indexing';
  /** Bytes or rows so far, and altogether; null where it cannot be told. */
  readonly done: number;
  readonly all: number | null;
}

export interface RepositoryState {
  /** `core`, or the id of a dataset that the reader added. */
  readonly id: string;
  readonly label: string;
  /** `#rrggbb` */
  readonly colour: string;
  /** Null when it names no place: then nothing is ever requested. */
  readonly address: string | null;
  readonly enabled: boolean;
  /** Null until its first release is here. */
  readonly release: {
    readonly version: string;
    readonly entities: number;
    readonly statements: number;
    readonly origin: 'bundled' | 'downloaded';
  } | null;
  readonly status: UpdateStatus;
  /** The failure behind the status, as a code (src/updates/failure.ts) and in English, for those who mend it. */
  readonly problem: { readonly code: string; readonly detail: string; readonly since: number } | null;
  readonly attempted: number | null;
  readonly succeeded: number | null;
  readonly due: number | null;
  /** Until when the repository's last word holds. */
  readonly expires: number | null;
  /** What is being done right now, or null. */
  readonly progress: UpdateProgress | null;
  /** Names that an earlier dataset has as well, and keeps. */
  readonly conflicts: readonly NameConflict[];
  readonly withdrawn: readonly {
    readonly id: string;
    readonly as: 'superseded' | 'removed';
    readonly on: string;
    readonly reason: string;
  }[];
}
